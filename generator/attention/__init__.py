"""What whoever keeps a showcase should see to: what ends, what is old, what nobody knows, and whom to ask."""
