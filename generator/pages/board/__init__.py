"""The guide for those who write: its pages, made of what is declared and of the texts in `data/guide/`."""
