"""Data → JSON: readable, in the order given, one line a value so that a difference reads well."""

import json

from generator.view.data_files import Data


def serialise(view: Data) -> bytes:
    """Write `view.value` as UTF-8 with accents as they are and a newline at the end."""
    form = {"separators": (",", ":")} if view.compact else {"indent": 1}
    return f"{json.dumps(view.value, ensure_ascii=False, allow_nan=False, **form)}\n".encode()
