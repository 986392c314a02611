"""Whether it is `make test-long` that runs: it tries the whole of what `make test` tries a part of."""

import os

IS_LONG = bool(os.environ.get("VETRINA_TEST_LONG"))
"""Told by the environment: it is asked while tests are gathered, before the options of pytest are read."""
