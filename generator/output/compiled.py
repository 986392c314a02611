"""Templates as they were compiled, kept where Python keeps its own modules so: beside this one."""

import marshal
import sys
from functools import partial
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment

from generator.memo import Memo, version_of


class CompiledOnce(Environment):
    """Templates that are compiled anew only where a text, or what compiles it, is another."""

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *more: Any) -> Any:
        """What Python runs for the text of a template. Raises TemplateSyntaxError."""
        anew = partial(super().compile, source, name, filename, *more)
        if more or not isinstance(source, str):
            return anew()
        inputs = (version_of("jinja2"), MAGIC_NUMBER, str(name), str(filename), source)
        return marshal.loads(_MEMO.recall(partial(_written, anew), "template-1", *inputs))


_MEMO = Memo(None if sys.dont_write_bytecode else Path(cache_from_source(__file__)).parent)


def _written(compiled: Any) -> bytes:
    _MEMO.forget()  # owners change their templates
    code: CodeType = compiled()
    return marshal.dumps(code)
