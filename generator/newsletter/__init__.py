"""What is new, changed, about to end and about to come, as a letter that somebody else sends."""
