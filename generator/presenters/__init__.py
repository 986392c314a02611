"""A record → its page, its line in a list, its figures."""
