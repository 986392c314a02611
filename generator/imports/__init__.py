"""Tables of others → records: read, mapped to fields, tried; imported again without losing what was edited since."""
