"""Views at their limits: at one, one below it, one above it."""
