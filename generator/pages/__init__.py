"""The showcase → which pages there are, and what each shows."""
