"""One file a kind of page: what it says, as a view."""
