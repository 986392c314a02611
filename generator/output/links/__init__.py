"""The links of the built files: found, and followed."""
