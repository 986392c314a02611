"""Rules about facts as plain text: they hold no comment, no HTML and no Markdown, which would be shown as written."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from generator.checks.written_texts import COMMENT, HTML, OTHER_SIGNS, blank
from generator.content.nodes import Nodes, walk
from generator.content.record import AnyRecord
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase

_BEFORE, _AFTER = r"(?<![\w/@=\\.])", r"(?![\w/@=]|\.\w)"
"""Where words begin and end, and neither an address nor the name of a file goes on."""
_WORDS_BEGIN, _WORDS_END = r"(?=[^\W_]|[*_`]*[«“\"‘(]?[^\W_])", r"(?<=[\w»”\"’).!?…*`])"
_AROUND_WORDS = "|".join(
    rf"{_BEFORE}(?P<{name}>{sign}{{1,3}}){_WORDS_BEGIN}(?P<in_{name}>[^{sign}\n]*?){_WORDS_END}(?P={name})(?!{sign}){_AFTER}"
    for name, sign in (("asterisks", r"\*"), ("underscores", "_"), ("backticks", "`"))
)
"""Words between signs of emphasis or of code: an asterisk that closes nowhere is a note or an ending."""
_TAG = r"</?(?i:su[bp]|br ?/?)>"
_LOW_OR_HIGH = r"(?<=\w)~\w{1,4}~(?!~)|(?<=[\w)])\^[+−-]?\w{1,4}\^"
_MARKUP = re.compile(
    rf"{HTML.pattern}|{_TAG}|&(?:[a-zA-Z]+|#[0-9]+);|\*\*(?=[\w«“(`_'\"])|\]\(|~~(?=\S)|{OTHER_SIGNS}|{_LOW_OR_HIGH}|\A#{{1,6}}(?=\s)"
)
_EMPHASIS = re.compile(_AROUND_WORDS)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"</?[a-zA-Z][^<>]*>|\*\*|~~|\A#{1,6}\s+")
_LOW_NUMBER = re.compile(r"(?<=\w)~([0-9]{1,4})~(?!~)")
_LOW_FIGURES = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_ADDRESS = re.compile(r"https?://\S+(?<!\))")


def facts_hold_no_comments(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No fact holds a comment for those who write: it would be published."""
    for wording in record.wordings.values():
        yield from _comments(wording.nodes)


def facts_are_plain_text(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Facts hold neither HTML nor Markdown: they would be shown as they are written."""
    for wording in record.wordings.values():
        yield from _markup(wording.nodes)


def settings_are_plain_text(settings: Nodes, vocabularies: Iterable[Nodes]) -> Iterator[Problem]:
    """Nor do the settings and the vocabularies hold any of it."""
    for nodes in (settings, *vocabularies):
        yield from _comments(nodes)
        yield from _markup(nodes)


def _comments(nodes: Nodes) -> Iterator[Problem]:
    for location, said in walk(nodes.value):
        if COMMENT.search(said):
            yield problem("html-comment", nodes.place(location), meant=_meant(said))


def _markup(nodes: Nodes) -> Iterator[Problem]:
    for location, said in walk(nodes.value):
        if sign := _sign(said):
            key = next(one for one in location[::-1] if isinstance(one, str))
            yield problem("markup-in-fact", nodes.place(location), meant=_meant(said), key=key, sign=sign)


def _sign(said: str) -> str:
    """The first sign that is not of plain text, but for what a comment holds; "" where there is none."""
    seen = _ADDRESS.sub(blank, COMMENT.sub(blank, said))
    found = [(one.start(), one[0]) for one in _MARKUP.finditer(seen)]
    found += [(one.start(), str(one[f"{one.lastgroup}"[len("in_") :]])) for one in _EMPHASIS.finditer(seen)]
    return min(found, default=(0, ""))[1]


def _meant(said: str) -> tuple[str, ...]:
    """The words alone, where nothing else is left of a value."""
    text = COMMENT.sub("", said)
    for _ in range(text.count("*") + text.count("_") + text.count("`") + 2):
        words = _without_signs(text)
        if words == text:
            break
        text = words
    text = " ".join(text.split())
    return (text,) if text and text != said and not _sign(text) else ()


def _without_signs(text: str) -> str:
    """A text without its outermost signs; addresses stay as they are."""
    text = _LOW_NUMBER.sub(lambda match: match[1].translate(_LOW_FIGURES), _LINK.sub(r"\1", text))
    parts, end = [], 0
    for address in _ADDRESS.finditer(text):
        parts += [_bare(text[end : address.start()]), address[0]]
        end = address.end()
    return "".join([*parts, _bare(text[end:])])


def _bare(text: str) -> str:
    return _EMPHASIS.sub(lambda match: match[match.lastgroup or 0], unescape(_SIGNS.sub("", text)))
