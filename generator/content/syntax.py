"""What the YAML parser does not follow → a problem where the slip is, and what it is."""

import re
from typing import Any

import yaml

from generator.problems.mend import LineMend, SignMend
from generator.problems.problem import Position, Problem, problem
from generator.words import N_, Phrase

_SIGNS = {">": "> 250", "|": "| 250"}
_TAB = N_("a tab is used for indentation; use spaces")
_COLON = N_("a colon followed by a space inside a text that has no quotes")
_UNCLOSED = N_("a quotation mark or a bracket is opened and never closed")
_CURLY_FIRST = re.compile(r": *[“„‟‘]")
_NO_COLON = "could not find expected ':'"
"""What the parser says of a line where the next one begins."""
_CAUSES = (
    ("tab character", _TAB),
    ("comment or line break", N_("a text that begins with “>” or “|” needs quotes")),
    ("cannot start any token", N_("a sign stands here that needs quotes, or a tab is used for indentation")),
    ("mapping values are not allowed", _COLON),
    ("end of stream", _UNCLOSED),
    ("',' or ']'", N_("a list in square brackets lacks a comma or its closing bracket")),
    ("',' or '}'", N_("a group in curly brackets lacks a comma or its closing bracket")),
    ("expected key", N_("this line is not indented like its neighbours, or lacks its “key: ”")),
    ("sequence entries", N_("a text that begins with “- ” needs quotes")),
    ("'-' indicator", N_("this line is not indented like the other entries of its list")),
    (_NO_COLON, N_("a key without its colon")),
    ("chomping or indentation", N_("a text that begins with “>” or “|” needs quotes")),
    ("escape character", N_("a backslash between double quotes; use single quotes or none")),
)
_OTHER_CAUSE = N_("its structure cannot be followed")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""What no text may hold, written or by its number."""
DEPTH_LIMIT = 32
CURLY = re.compile(r"[“‟„](?=[^“”]*\w)[^“”]*[”“]|‘(?=[^‘’]*\w)[^‘’]*’")
"""A value that curly quotation marks hold together."""
DASHES = ("– ", "— ", "• ", "· ")
"""What people paste for the hyphen that begins an entry."""
_QUOTED_FIRST = re.compile(r"\s*(?P<key>(?:- )?[\w-]+): +(?P<value>\"[^\"']+\"[^\"'#]*(?:\"[^\"']+\"[^\"'#]*)*)")
"""A text that begins with words between double quotation marks, and goes on."""
_PAIRS = (("“", "”"), ("„", "”"), ("‟", "”"), ("‘", "’"))
"""What writers, or their programs, put around a text."""
_SAME_MARK = N_("a text between quotation marks holds the same mark, or goes on after it")
_DEEPER = N_("this line begins further in than its neighbours")
_NO_DASH = N_("the hyphen and the space that begin an entry of a list are missing")
_CUT = re.compile(r"(?P<spaces> +)(?P<sign>#)(?P<rest>.*)")
_NO_SPACE = re.compile(r"(\s*(?:- )?)([a-z_]+):(\S.*)")
_OTHER_COLON = re.compile(r"\s*(?:- )?([a-z_]+) ?[=：] ?(\S.*)")
"""What stands for a colon and is none."""
ENTRY = re.compile(r"(?P<indent>\s*)- +(?P<text>\S.*)")
"""A line that begins an entry of a list."""
_ONLY_A_DASH = re.compile(r"\s*(?:- )?(?P<key>[a-z_]+): +(?P<dash>[-?])\s*")
"""A value that is a sign for “not known”, and that YAML takes for the beginning of something else."""
_AFTER_QUOTE = re.compile(r"\s*(?:- )?[\w-]+: ")


def cut(event: yaml.ScalarEvent, lines: list[str]) -> re.Match[str] | None:
    """The comment that cuts a bare value, where none was meant: a word with “#”, or what a single space parts."""
    line, column = position(event.end_mark)
    match = _CUT.match(lines[line], column) if line < len(lines) else None
    if not match or match["rest"][:1] in ("", "#"):
        return None
    meant = not match["rest"].startswith(" ") or (len(match["spaces"]) == 1 and " " in event.value)
    return match if meant else None


def syntax(error: yaml.MarkedYAMLError, text: str, path: str, offset: int, quoted: Position | None) -> Problem:
    """The slip in `text`, whose lines are counted from `offset`; `quoted`, the last value quoted over several lines."""
    said = f"{error.context or ''} {error.problem or ''}"
    begun = error.context_mark if _NO_COLON in said else None
    line, column = position(begun or error.problem_mark or error.context_mark)
    place = Position(path, line + 1 + offset, column + 1)
    if "maximum nesting depth" in said:  # the scanner reads ahead, past our limit to its own
        return problem("too-deep", place, limit=DEPTH_LIMIT)
    lines = text.splitlines()
    written = lines[line] if line < len(lines) else ""
    if unquoted := _unquoted_quantity(written):
        sign, sign_column = unquoted
        return problem("unquoted-quantity", Position(path, place.line, sign_column), sign=sign, example=_SIGNS[sign])
    if "an alias" in said or "an anchor" in said or "a tag" in said:
        line, column = position(error.context_mark)
        return problem("alias", Position(path, line + 1 + offset, column + 1))
    if dash := next((one for one in DASHES if written.lstrip().startswith(one)), ""):
        there = Position(path, place.line, len(written) - len(written.lstrip()) + 1)
        return problem("wrong-dash", there, exact=SignMend(dash[0], "-"), sign=dash[0])
    if match := _ONLY_A_DASH.fullmatch(written):
        there, key = Position(path, place.line, match.start("dash") + 1), match["key"]
        return problem("unknown-in-words", there, value=match["dash"], key=key, example=f"not_stated: [{key}]")
    opened = position(error.context_mark)
    if found := _glued(lines, (opened[0], line)):
        number, match = found
        glued = Phrase(N_("a space is missing after the colon of “{key}”"), {"key": match[2]})
        there, meant = Position(path, number + 1 + offset, match.end(2) + 1), f"{match[2]}: {match[3]}"
        return problem("yaml-syntax", there, meant=(meant,), cause=glued)
    if begun and (entry := _without_dash(lines, line)):
        meant, exact = entry
        return problem("yaml-syntax", place, meant=(meant,), exact=exact, cause=Phrase(_NO_DASH))
    if ("mapping values" in said or "'-' indicator" in said) and (aligned := _aligned(lines, line)):
        return deeper_entry(path, line + 1 + offset, written, aligned)
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return problem("yaml-syntax", Position(path, place.line, written.index("\t") + 1), cause=Phrase(_TAB))
    if quoted and quoted.line < place.line and _AFTER_QUOTE.match(lines[quoted.line - offset]):
        return problem("yaml-syntax", quoted, cause=Phrase(_UNCLOSED))
    cause = next((cause for sign, cause in _CAUSES if sign in said), _OTHER_CAUSE)
    if error.context_mark and opened[0] < line and "flow" in said:
        cause = _UNCLOSED
    if cause == _UNCLOSED and error.context_mark:
        place = Position(path, opened[0] + 1 + offset, opened[1] + 1)
    if "mapping values" in said and (key := re.match(r"\s+(?=[\w-]+:)", written)) and ":" not in written[:column]:
        return problem("yaml-syntax", Position(path, place.line, key.end() + 1), cause=Phrase(_DEEPER))
    if "mapping values" in said and _CURLY_FIRST.search(written):
        cause = N_("curly quotation marks hold no text together")
    elif "expected key" in said and written[:column].rstrip()[-1:] in ("'", '"'):
        cause = _SAME_MARK
    if other := _OTHER_COLON.fullmatch(written) if begun else None:
        return problem("yaml-syntax", place, meant=(f"{other[1]}: {other[2]}",), cause=Phrase(cause))
    if cause == _SAME_MARK and (begun_with := _QUOTED_FIRST.fullmatch(written)) and _is_one_text(lines, line):
        said_so = f"{begun_with['key']}: '{begun_with['value']}'"
        return problem(
            "yaml-syntax", place, meant=(said_so,), exact=LineMend(written.strip(), said_so), cause=Phrase(cause)
        )
    is_text = cause == _SAME_MARK or any(one in said for one in ("mapping values", "sequence entries", "any token"))
    quotes = _in_quotes(written) if is_text else ()
    exact = LineMend(written.strip(), quotes[0]) if quotes and cause == _COLON and _is_one_text(lines, line) else None
    return problem("yaml-syntax", place, meant=quotes, exact=exact, cause=Phrase(cause))


def structure(place: Position) -> Problem:
    """That something else stands where there should be fields."""
    return problem("yaml-syntax", place, cause=Phrase(N_("“key: value” lines are expected here")))


def nameless(place: Position) -> Problem:
    """That a value stands where no field is named."""
    return problem("yaml-syntax", place, cause=Phrase(N_("the name of a field is missing before the colon")))


def glued_dash(place: Position, key: str) -> Problem:
    """That no space stands after the hyphen with which an entry begins."""
    cause = N_("a space is missing after the hyphen that begins an entry")
    return problem("yaml-syntax", place, meant=(f"- {key.lstrip('-').strip()}:",), cause=Phrase(cause))


def deeper_entry(path: str, line: int, written: str, aligned: str) -> Problem:
    """That an entry begins further in than the others of its list."""
    before, column = written[: written.index("-")], aligned.index("-")
    exact = SignMend(before, before[:column])
    return problem("yaml-syntax", Position(path, line, 1), meant=(aligned,), exact=exact, cause=Phrase(_DEEPER))


def aligned_entry(above: str, line: str) -> str:
    """An entry that begins further in than one above it, as it stands under that; "" where a line is none."""
    first, here = ENTRY.fullmatch(above), ENTRY.fullmatch(line)
    is_deeper = first and here and "\t" not in here["indent"] and len(here["indent"]) > len(first["indent"])
    return f"{first['indent']}- {here['text']}" if first and here and is_deeper else ""


def _aligned(lines: list[str], number: int) -> str:
    """The same under the nearest entry above it that begins less far in, unless another list begins between."""
    for above in reversed(lines[:number]) if number < len(lines) else ():
        if found := aligned_entry(above, lines[number]):
            return found
        if above.rstrip().endswith(":"):
            break
    return ""


def _without_dash(lines: list[str], number: int) -> tuple[str, LineMend | None] | None:
    """A line under an entry of a list, as far in, with its hyphen and its space; what has words may go on with it."""
    written = lines[number].strip() if number < len(lines) else ""
    above = ENTRY.match(next((one for one in reversed(lines[:number]) if one.strip()), ""))
    indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())] if written else ""
    text = written.lstrip("-").strip()
    if not above or above["indent"] != indent or not text:
        return None
    exact = LineMend(written, f"- {text}") if " " not in text and written.count("-", 0, 2) < 2 else None
    return f"{indent}- {text}", exact


def _in_quotes(line: str) -> tuple[str, ...]:
    """A line whose text holds a colon, with that text between double quotes."""
    key, _, value = line.strip().partition(": ")
    value = value.strip()
    for opening, closing in _PAIRS:
        if value.startswith(opening) and (closing not in value[1:] or value.endswith(closing)):
            value = value[1:].removesuffix(closing)
    value = value.strip("'")
    return (f'{key}: "{value}"',) if value and '"' not in value and not value.startswith(("{", "[")) else ()


def _is_one_text(lines: list[str], number: int) -> bool:
    """Whether the value of a line ends with it: nothing stands below it, further in."""
    here, *below = (len(one) - len(one.lstrip()) for one in lines[number : number + 2] if one.strip())
    return all(indent <= here for indent in below)


def _glued(lines: list[str], numbers: tuple[int, ...]) -> tuple[int, re.Match[str]] | None:
    """The line of those given whose key is glued to its value, as in `form:memorandum`."""
    for number in numbers:
        match = _NO_SPACE.fullmatch(lines[number]) if number < len(lines) else None
        if match and not match[3].startswith("//"):
            return number, match
    return None


def position(mark: Any) -> tuple[int, int]:
    """Line and column of a mark of either of the parser's two makings, from 0."""
    return (mark.line, mark.column) if mark else (0, 0)


def _unquoted_quantity(written: str) -> tuple[str, int] | None:
    """The sign and its column where a plain value such as `> 250` broke a line."""
    for before in (": ", "- "):
        head, found, value = written.partition(before)
        if found and value.lstrip()[:1] in _SIGNS and value.strip()[1:].strip()[:1].isdigit():
            return value.lstrip()[0], len(head) + len(before) + len(value) - len(value.lstrip()) + 1
    return None
