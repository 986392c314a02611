"""Templates as they were compiled, kept where Python keeps its own modules so: beside this one."""

import marshal
from collections.abc import Callable
from functools import partial
from importlib.util import MAGIC_NUMBER
from types import CodeType
from typing import Any

from jinja2 import Environment

from generator.machine.memo import OF_THE_PROGRAM, version_of


class CompiledOnce(Environment):
    """Templates that are compiled anew only where a text, or what compiles it, is another."""

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *more: Any) -> Any:
        """What Python runs for the text of a template. Raises TemplateSyntaxError."""
        anew = partial(super().compile, source, name, filename, *more)
        if more or not isinstance(source, str):
            return anew()
        inputs = (version_of("jinja2"), MAGIC_NUMBER, str(name), str(filename), source)
        return marshal.loads(OF_THE_PROGRAM.recall(partial(_written, anew), "template-1", *inputs))


def _written(compiled: Callable[[], CodeType]) -> bytes:
    OF_THE_PROGRAM.forget()  # owners change their templates
    return marshal.dumps(compiled())
