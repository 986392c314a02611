"""What a build leaves for the next, and what the next can keep of it, and why."""
