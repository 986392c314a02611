"""The search index of the built pages."""
