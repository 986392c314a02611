"""Personal data in a text: what is shown of it, what is found there, and where that was written."""
