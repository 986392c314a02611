"""Facts → text in one language: what every page, chart and export says of a value, a record, a date."""
