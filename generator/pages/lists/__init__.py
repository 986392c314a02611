"""Every page that is a list."""
