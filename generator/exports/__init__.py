"""What other programs read: data, feeds, structured data, files."""
