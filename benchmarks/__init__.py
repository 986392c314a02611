"""How long Vetrina takes, beside Hugo, on one made-up corpus of any size: `python -m benchmarks`, or `make bench`."""
