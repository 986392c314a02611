"""Views → files: rendered, searchable, their links verified, published. No kind of record is known here."""
