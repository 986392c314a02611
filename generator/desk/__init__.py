"""Tools for the communications desk."""
