"""Problems → text: for a terminal with their lines, at the lines of a pull or merge request, as JSON, as a page.

`guide` is the address of the page that explains all messages, where the site has it: each links its own place there.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from generator.machine.control_signs import shown
from generator.problems.problem import Position, Problem
from generator.words import N_, Words

LEVELS = {"error": N_("error"), "warning": N_("warning"), "notice": N_("notice")}
_SEVERITIES = {"error": "blocker", "warning": "major", "notice": "info"}
_WIDEST_EXCERPT = 100
_MOST_BYTES = 2_000_000
_MOST_CHOICES = 20
"""Where something was meant, a longer list of all there is to choose from would only hide it."""


def as_text(problems: Iterable[Problem], words: Words, root: Path, guide: str = "") -> str:
    """A paragraph a problem: its place, what is wrong, the line, and the mend."""
    excerpts = _Excerpts(root)
    return "\n".join(_paragraph(one, words, excerpts, guide) for one in ordered(problems))


def as_json(problems: Iterable[Problem], words: Words, root: Path, guide: str = "") -> str:
    """A list of objects with code, level, path, line, column, message and hint."""
    return json.dumps([_fields(one, words, guide) for one in ordered(problems)], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem], words: Words, root: Path, guide: str = "") -> str:
    """Workflow commands that put each problem at its line of a pull request."""
    return "\n".join(_annotation(one, words, guide) for one in ordered(problems))


def as_gitlab(problems: Iterable[Problem], words: Words, root: Path, guide: str = "") -> str:
    """A report of code quality, which GitLab shows at the lines of a merge request."""
    return json.dumps([_finding(one, words, guide) for one in ordered(problems)], ensure_ascii=False, indent=2)


def as_html(problems: Iterable[Problem], words: Words, root: Path, guide: str = "") -> str:
    """A page to be read in a browser, whole in one file."""
    found = ordered(problems)
    title = escape(count(found, words))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    told = articles(found, words, root, guide)
    return f'<!doctype html>\n<html lang="{words.language}">{head}\n<h1>{title}</h1>\n{told}\n</html>'


def articles(
    problems: Iterable[Problem],
    words: Words,
    root: Path,
    guide: str = "",
    address: Callable[[Problem], str] = lambda one: "",
) -> str:
    """An article a problem, as they come; `address` may give what each place links."""
    excerpts = _Excerpts(root)
    return "\n".join(_article(one, words, excerpts, guide, address(one)) for one in problems)


REPORTS: Mapping[str, Callable[[Iterable[Problem], Words, Path, str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "html": as_html,
}


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, line and column."""
    return sorted(problems, key=lambda one: (one.place, one.code))


def count(problems: Iterable[Problem], words: Words) -> str:
    """How many there are of each level, as a sentence would list them."""
    found = Counter[str](one.kind.level for one in problems)
    counted = {
        "error": words.count("{number} error", "{number} errors", found["error"]),
        "warning": words.count("{number} warning", "{number} warnings", found["warning"]),
        "notice": words.count("{number} notice", "{number} notices", found["notice"]),
    }
    return words.listed(text for level, text in counted.items() if found[level]) or words.text("no problems")


def message(one: Problem, words: Words) -> str:
    """What is wrong."""
    return shown(words.text(one.kind.message, **one.values))


def hint(one: Problem, words: Words) -> str:
    """How to mend it; first what the writer may have meant."""
    mend = shown(words.text(one.kind.hint, **one.values))
    if not one.suggestions:
        return mend
    first, *others = one.suggestions
    if others:
        meant = words.text("Did you mean “{suggestion}” or “{other}”?", suggestion=first, other=others[0])
    else:
        meant = words.text("Did you mean “{suggestion}”?", suggestion=first)
    meant = shown(meant)
    return meant if len(one.choices) > _MOST_CHOICES else f"{meant} {mend}"


def _fields(one: Problem, words: Words, guide: str) -> dict[str, object]:
    place = one.place
    return {
        "code": one.code,
        "level": one.kind.level,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "message": message(one, words),
        "hint": hint(one, words),
        "suggestions": list(one.suggestions),
        "guide": _explained(one, guide),
    }


def _paragraph(one: Problem, words: Words, excerpts: "_Excerpts", guide: str) -> str:
    place = one.place
    level = words.text(LEVELS[one.kind.level])
    lines = [f"{shown(place.path)}{_point(place)}: {level} ({one.code}): {message(one, words)}"]
    lines += excerpts.of(one)
    lines.append(f"    → {hint(one, words)}")
    if guide:
        lines.append(f"      {_explained(one, guide)}")
    return "\n".join(lines) + "\n"


def _annotation(one: Problem, words: Words, guide: str) -> str:
    level, place = one.kind.level, one.place
    point = (("line", place.line), ("col", place.column))
    at = f"file={_property(place.path)}" + "".join(f",{name}={number}" for name, number in point if number)
    text = "\n".join(filter(None, (message(one, words), hint(one, words), _explained(one, guide))))
    return f"::{level} {at},title={one.code}::{_escaped(text)}"


def _finding(one: Problem, words: Words, guide: str) -> dict[str, object]:
    place = one.place
    text = " ".join(filter(None, (message(one, words), hint(one, words), _explained(one, guide))))
    seen = repr((one.code, place.path, sorted(one.values.items(), key=str)))
    return {
        "description": text,
        "check_name": one.code,
        "fingerprint": sha256(seen.encode()).hexdigest(),
        "severity": _SEVERITIES[one.kind.level],
        "location": {"path": place.path, "lines": {"begin": max(place.line, 1)}},
    }


def _article(one: Problem, words: Words, excerpts: "_Excerpts", guide: str, address: str) -> str:
    place, level = one.place, words.text(LEVELS[one.kind.level])
    heading = f"{escape(place.path)}{_point(place)}"
    if address:
        heading = f'<a href="{escape(address)}">{heading}</a>'
    lines = escape("\n".join(excerpts.of(one)))
    link = escape(words.text("In the guide"))
    explained = f'<a href="{escape(_explained(one, guide))}">{link}</a>' if guide else ""
    return (
        f"<article>\n<h2>{heading}</h2>\n<p>{escape(level)} <code>{one.code}</code>: "
        f"{escape(message(one, words))}</p>\n<pre>{lines}</pre>\n<p>{escape(hint(one, words))} {explained}".rstrip()
        + "</p>\n</article>"
    )


def _point(place: Position) -> str:
    """Its line and its column, as far as they are known."""
    return "".join(f":{number}" for number in (place.line, place.column) if number)


def _explained(one: Problem, guide: str) -> str:
    """The place in the guide that explains a message; "" where the site has none."""
    return f"{guide}#{one.code}" if guide else ""


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


class _Excerpts:
    """The lines that problems are about, each file read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, list[str]] = {}

    def of(self, one: Problem) -> list[str]:
        """The line of a problem with a caret under its column."""
        place = one.place
        lines = self._lines(place.path) if place.line else []
        if not 0 < place.line <= len(lines):
            return []
        line = shown(lines[place.line - 1].replace("\t", " "))
        start = max(0, place.column - _WIDEST_EXCERPT // 2) if len(line) > _WIDEST_EXCERPT else 0
        excerpt = line[start : start + _WIDEST_EXCERPT]
        margin = f"{place.line:>6} | "
        return [f"{margin}{excerpt}", f"{' ' * (len(margin) - 2)}| {' ' * (place.column - 1 - start)}^"]

    def _beginning(self, file: Path) -> bytes:
        """What is read of a file at most; nothing of what is no file: a device, a pipe."""
        if not file.is_file():
            return b""
        with file.open("rb") as opened:
            return opened.read(_MOST_BYTES)

    def _lines(self, path: str) -> list[str]:
        if path not in self.files:
            try:
                self.files[path] = self._beginning(self.root / path).decode("utf-8-sig", errors="replace").splitlines()
            except OSError:
                self.files[path] = []
        return self.files[path]
