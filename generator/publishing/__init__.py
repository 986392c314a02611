"""A built site → the place where it is served, and back: published, taken back, and compared with what it should be."""
