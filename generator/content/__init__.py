"""Files → records: what the content says, each value with its place, every mistake told."""
