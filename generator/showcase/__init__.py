"""Records → one connected, read-only whole, seen on a given day."""
