"""The types a field can have."""
