"""How fields are declared, and the types they can have: each reads, writes, describes and says its own values."""
