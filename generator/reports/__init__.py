"""What offices report: the same records as tables, each with the definitions of its columns."""
