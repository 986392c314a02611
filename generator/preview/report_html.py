"""What the preview tells in the browser: a report of problems over a page, and pages of its own where there is none."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import quote

from generator.problems.as_text import articles, ordered
from generator.problems.problem import Problem
from generator.problems.setup import SetupError
from generator.words import N_, Phrase, Words

OURS = "_preview/"
"""Where the preview's own files stand: no address of a site begins so."""
_MOST = 50
"""Problems that are shown at once: who mends these sees the others."""
_LEVELS = ("error", "warning", "notice")


def report(problems: Iterable[Problem], heading: str, words: Words, root: Path, guide: str, *, opens: bool) -> str:
    """The problems below a heading, those that stop the build first, unfolded where one does; "" without any.

    Each links its place in `guide`. With `opens`, each names its file by a link that opens it.
    """
    found = sorted(ordered(problems), key=lambda one: _LEVELS.index(one.kind.level))
    if not found:
        return ""
    links = (lambda one: address_in_editor(one, root)) if opens else (lambda one: "")
    shown = articles(found[:_MOST], words, root, guide, links)
    rest = len(found) - _MOST
    more = words.count(
        "{number} more problem is told on the terminal.", "{number} more are told on the terminal.", rest
    )
    return _folded(heading, shown + (f"\n<p>{escape(more)}</p>" if rest > 0 else ""), unfolded=found[0].is_error)


def unable(error: SetupError, words: Words) -> str:
    """Why nothing can be built, and what to do."""
    return _folded(words.say(error.message), f"<p>{escape(words.say(error.hint))}</p>", unfolded=True)


def to_begin_with(guide: str, words: Words) -> str:
    """What to do where there is no record yet; `guide` is the address of its page of messages, "" without a guide."""
    text = words.text
    way = f'<p><a href="{escape(guide)}../">{escape(text("In the guide"))}</a></p>' if guide else ""
    return _folded(
        text("The site has no records yet."),
        paragraphs(text("Write the first one with “vetrina new agreement” in another terminal, or as a file.")) + way,
        unfolded=True,
    )


def said(heading: str) -> str:
    """A report of a single sentence."""
    return _folded(heading, "", unfolded=True)


def address_in_editor(one: Problem, root: Path) -> str:
    """What opens a problem's file at its line: browsers follow no file://, but hand vscode:// over to the editor."""
    file = (root / one.place.path).absolute().as_posix().lstrip("/")
    line = f":{one.place.line}:{max(one.place.column, 1)}" if one.place.line else ""
    return f"vscode://file/{quote(file, safe='/:')}{line}"


def page(title: str, body: str, words: Words) -> str:
    """A page of the preview's own."""
    return (
        f'<!doctype html>\n<html lang="{words.language}" class="preview">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" '
        f'content="light dark">\n<title>{escape(title)}</title>\n<link rel="stylesheet" href="/{OURS}preview.css">\n'
        f"</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs; of nothing, none."""
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts if text)


def page_of_report(reported: str, words: Words) -> str:
    """A report where there is no page to lay it over."""
    return page(words.text("The preview cannot show the site yet"), reported, words)


def unreadable(error: OSError, words: Words) -> str:
    """That a file cannot be read."""
    cause = {"file": str(error.filename), "cause": error.strerror or str(error)}
    return words.say(Phrase(N_("{file} cannot be read: {cause}."), cause))


def _folded(heading: str, body: str, *, unfolded: bool) -> str:
    opened = " open" if unfolded else ""
    return (
        f'<details{opened}><summary><span role="alert">{escape(heading)}</span></summary>\n<div>\n{body}\n</div>\n'
        "</details>"
    )
