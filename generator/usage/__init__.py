"""What can be typed: the commands, what each takes, and how a command line is read."""
