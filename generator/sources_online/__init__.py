"""The sources as they answer on the web, against what records say of them."""
