"""The corpus as sites of Hugo's: plain ones, and ones that write what Vetrina writes."""
