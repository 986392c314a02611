"""What is wrong, where, and how to mend it: problems are data until the report turns them into text."""
