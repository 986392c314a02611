"""Whether it is `make test-long` that runs: it tries the whole of what `make test` tries a part of."""

from hypothesis import settings

IS_LONG = settings.get_current_profile_name() == "long"
