"""Pages whose links are shared → the pictures that stand for them."""
