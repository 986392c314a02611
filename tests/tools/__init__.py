"""Developers' tools, which make files of the repository or try what is built: no site needs them."""
