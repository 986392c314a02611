"""The showcase → views: all that a template may see, and nothing else."""
