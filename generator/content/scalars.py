"""Texts → YAML, quoted only where needed, as the editor in the browser quotes them.

A text stands bare unless it would then be read as something else: by its signs (`: `, ` #`, a leading `[`), or because
YAML 1.2 takes it for a number, a boolean or nothing (`2019`, `true`, `~`). The quotes are single, double where the text
holds an apostrophe and no double quote, or a character that must not stand in a file.

Two things are safer than in that editor, for those who read `content/` with other tools: what only YAML 1.1 takes for
something else is quoted as well (`no`, `12:30`, `1_000`), save a date; and what separates lines elsewhere is escaped.
"""

import datetime
import re

import yaml

_SIGNS = re.compile(r"[\n\t ,\[\]{}#&*!|>'\"%@`]|[?-]\Z|[?-] |.*?\t|.*?(?:[\n:][ \t]|[\n\t ]#|[\n\t :]\Z)", re.DOTALL)
"""What has a meaning of its own at the beginning, inside or at the end of a bare text."""
_BRACKETS = re.compile(r"[-?:]|.*?[\[\]{},]", re.DOTALL)
_CORE = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)
"""What YAML 1.2 takes for nothing, a boolean or a number."""
_YAML_1_1 = yaml.resolver.Resolver.yaml_implicit_resolvers
"""What YAML 1.1 takes for more than a text: by the first sign, patterns that match the whole."""
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters and what some take for the end of a line: only as an escape."""
_SHORT = {"\0": "0", "\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e"} | {
    "\x85": "N",
    "\u2028": "L",
    "\u2029": "P",
}


def text(value: str, *, in_brackets: bool = False) -> str:
    """A text as YAML: bare where it can be, else in quotes; in brackets it needs them for `,` and the brackets too."""
    misread = any(pattern.match(value) for _, pattern in _YAML_1_1.get(value[:1], ())) and not _is_a_day(value)
    return _quoted(value) if misread or (in_brackets and _BRACKETS.match(value)) else key(value)


def key(value: str) -> str:
    """A key as YAML: as a text, but `on` and `no` stand bare, as the editor in the browser writes them."""
    if not value or _SIGNS.match(value) or _CORE.fullmatch(value) or _hides(value):
        return _quoted(value)
    return value


def flow(value: object) -> str:
    """A value on one line, as an example of how it is written."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key(name)}: {flow(item)}' for name, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    return text(str(value), in_brackets=True)


def _hides(value: str) -> bool:
    """Whether it holds what must not stand in a file."""
    return _HIDDEN.search(value.replace("\t", "")) is not None


def _is_a_day(value: str) -> bool:
    """Whether it is a date, complete: YAML 1.1 has a type for it and other readers take it for a text."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _quoted(value: str) -> str:
    if not _hides(value) and ("'" not in value or '"' in value):
        return "'" + value.replace("'", "''") + "'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_HIDDEN.sub(lambda found: _escape(found[0]), escaped)}"'


def _escape(character: str) -> str:
    number = ord(character)
    return "\\" + (_SHORT.get(character) or (f"x{number:02x}" if number < 0x100 else f"u{number:04x}"))
