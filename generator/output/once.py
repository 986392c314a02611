"""`{% once view %}…{% endonce %}`: what a template says of a view that many pages hold is written once for all."""

from collections.abc import Callable

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

_MANY = 50_000
"""So many pieces are kept."""


class Once(Extension):
    """Within it stands what depends on the view, and on the values that are named after it, alone:
    `{% once view, page.language %}`.

    A view is known by being the very same object, which is quickly told; an equal one is written anew.
    """

    tags = {"once"}  # noqa: RUF012 - as the library has it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._written: dict[tuple[object, ...], tuple[object, str]] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the tag and what stands within it."""
        line = next(parser.stream).lineno
        given = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            given.append(parser.parse_expression())
        within = parser.parse_statements(("name:endonce",), drop_needle=True)
        call = self.call_method("_once", [nodes.Const(f"{parser.name}:{line}"), *given])
        return nodes.CallBlock(call, [], [], within).set_lineno(line)

    def _once(self, place: str, view: object, *values: object, caller: Callable[[], str]) -> str:
        key = (place, id(view), *values)
        if key not in self._written:
            if len(self._written) >= _MANY:
                self._written.clear()
            self._written[key] = (view, caller())  # with the view, or another would have its number
        return self._written[key][1]
