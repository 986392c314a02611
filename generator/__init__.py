"""Vetrina: a static site generator for the public showcase of a university's third mission."""

__version__ = "0.1.0"
