"""A made-up site of any size, valid and always the same: to measure, and to see how full pages hold."""
