"""A made-up site of any size, valid and always the same, to see whether pages hold when they are full."""
