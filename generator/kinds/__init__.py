"""The catalogue: what kinds of record there are, each declared once; and the types their fields can have."""
