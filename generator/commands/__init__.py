"""What each command takes and does; only `cli` exits."""
