"""Rules about what a text still holds that no visitor is to read."""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from generator.checks.written_texts import COMMENT, HTML, OTHER_SIGNS, SHOWN_AS_WRITTEN, blank, texts_with
from generator.content.catalogues import CatalogueTexts, said_by_us
from generator.content.nodes import Nodes, walk
from generator.content.record import AnyRecord, Wording
from generator.problems.problem import Position, Problem, problem
from generator.showcase.model import Showcase

_MENDS = {
    **dict.fromkeys(("b", "strong"), "**…**"),
    **dict.fromkeys(("i", "em"), "*…*"),
    **dict.fromkeys(("a",), "[…](https://…)"),
    **dict.fromkeys(("p", "div"), "…"),
    **dict.fromkeys(("li", "ul", "ol"), "- …"),
    **dict.fromkeys(("h1", "h2"), "## …"),
    **dict.fromkeys(("h3", "h4", "h5", "h6"), "### …"),
    **dict.fromkeys(("img",), '![…](foto.jpg "…")'),
    **dict.fromkeys(("blockquote", "q"), "> …"),
}
"""How Markdown writes what a tag of HTML means."""
_TO_DO = (
    r"da (?:completare|verificare|definire|scrivere|tradurre|aggiornare|inserire|controllare|confermare|rivedere|fare)"
    r"|(?:testo|data|foto|link) da (?:scrivere|inserire|aggiungere|completare|definire|verificare)"
    r"|testo provvisorio"
    r"|(?:inserire|inserisci|scrivere|scrivi) qui\b[^\n.]{0,40}|(?:insert|write|add) [^\n.]{0,40} here"
    r"|to be (?:completed|verified|defined|written|translated|updated|added|checked|confirmed|done|decided)"
    r"|(?:noch )?zu (?:ergänzen|prüfen|klären|übersetzen)|à (?:compléter|vérifier|définir|écrire|traduire|confirmer)"
)
_ALONE = (
    r"(?:\A\s*|(?<=\n\n)|(?<=\n)(?=[ \t]*[-*+#][ \t]))[ \t]*(?:[-*+>#]+[ \t]+)?[*_([]*"
    rf"(?i:(?:[^\W\d_][\w ’']{{0,30}}: )?(?:{_TO_DO}|XXX))[*_)\].…:!]*[ \t]*(?=\n[ \t]*(?:\n|[-*+>#])|\s*\Z)"
)
"""All that a paragraph or an entry of a list says; within a sentence the same words may be prose."""
_MARKS = " \t\n-+>#*_"
"""What stands around words and is not said of them."""
_UNFINISHED = re.compile(
    r"\b(?:TODO|(?i:FIXME|TBD)|X{4,}|(?<!\w)x{3,4}(?!\w)|(?i:lorem\s+ipsum)|"
    r"DA (?:COMPLETARE|VERIFICARE|DEFINIRE|SCRIVERE|TRADURRE|AGGIORNARE|INSERIRE|CONTROLLARE|"
    r"CONFERMARE|RIVEDERE|FARE))\b|(?i:\[(?:inserire|insert|da completare|todo|tbd)\b[^\]]*\](?!\())"
    r"|(?i:\[(?:commento|comment|kommentar)\b[^\]\n:]{0,60}:[^\]\n]*\](?!\())"
    rf"|(?i:[(\[](?:{_TO_DO})[)\]])(?!\()"
    r"|(?<![\w,]\s)(?<![\w-])(?:todo\b|[Tt]o[ -]?do(?=\s*:))"
    r"|\bXXX(?=\s+(?:qui|da|va|manca|inserire|mettere|scrivere|here|add|insert|write|missing|euro|EUR|€)(?!\w))"
    r"|\bXXX(?=\s*[?=])|^[ \t]*XXX(?=:)"
    rf"|{_ALONE}"
    r"|(?<![\w?])(?!^\?{3}\+? [a-z]+(?:$| \"))\?{3,}",
    re.MULTILINE,
)
"""Notes of those who write. In small letters they begin what they say: Todo modo is a novel."""
_PASTED = re.compile(
    r"data:[a-z]+/[a-z0-9.+-]+;base64,|[A-Za-z0-9+/]{400}|(?:^[ \t]*[A-Za-z0-9+/]{60,}\n){4}", re.MULTILINE
)
_BULLETS = re.compile(r"(?<=\s)[•●▪◦‣⁃∙■□➢](?=\s)")
_RAW = re.compile(
    r"\*\*|__(?=\w)|\[\^[^\]\s]*\]|~~|^#{1,6}(?=\s)|^#{2,6}(?=[^\s#])|```|^[^\S\n]*(?:\|\s*)?:?-{3,}:?\s*\|"
    r"|\] ?\((?=https?:|www\.|ref:|#|[\w/-]+\.[a-z])|^\[[ xX]\](?=\s)|\[\[|^:::|\^\[|==(?=\w)|^={2,6}(?=[ \t])|`"
    r"|\)\[(?=https?:|www\.|ref:)|(?<=[\w)])\^[^\s^]{1,20}\^|(?<=\w)~[^\s~]{1,20}~"
    r"|\{[.#:][\w-]+|\{:\s*[.#]?\w[^{}\n]*\}|^\[!\w+\](?!\()|^(?:!!!|\?\?\?\+?) [a-z]+(?=$| \")"
    r"|<https?://|(?<![\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\w:])|(?<![\w~])~[^\s~](?:[^~\n]{0,40}[^\s~])?~(?![\w~])"
    r"|(?<![\w*])\*\w[^*\n]{0,80}\s\*(?![\w*])|(?<![\w_])_\s[^_\n]{0,80}\w_(?![\w_])"
    rf"|\[(?=[^\[\]]*[^\W\d_])[^\[\]]*(?P<target>\]\[(?:(?=[^\[\]\n]*\w)[^\[\]\n]+)?\])|{OTHER_SIGNS}",
    re.MULTILINE,
)
"""Signs of Markdown that mean nothing where they stand, since they are still there when it has been read.

Of a link that leads nowhere it is what it refers to.
"""


def texts_hold_no_comments(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A comment is for those who write: the site shows none, and hides none either."""
    for wording, text in texts_with(record, "<!--"):
        for match in COMMENT.finditer(text):
            yield problem("html-comment", _place(wording, text, match.start()))


def texts_hold_no_html(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Texts are Markdown: a tag of HTML would be shown as it is written, but for <sub>, <sup> and <br>."""
    for wording, text in texts_with(record, "<"):
        seen = set()
        for match in HTML.finditer(COMMENT.sub(blank, text)):
            tag = f"<{match[1].lower()}>" if match[1] else f"{match[0].split()[0].rstrip('>')} …>"
            if tag not in seen:
                seen.add(tag)
                mend = _MENDS.get(tag[1:-1], "…")
                yield problem("raw-html", _place(wording, text, match.start()), tag=tag, mend=mend)


def texts_are_finished(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """What is published holds no note of what is still to be written."""
    for wording in record.wordings.values():
        yield from _unfinished_values(wording.nodes)
    for wording, text in texts_with(record, ""):
        for match in _UNFINISHED.finditer(COMMENT.sub(blank, text)):
            start = match.end() - len(match[0].lstrip(_MARKS))
            yield problem("unfinished", _place(wording, text, start), words=match[0].strip(_MARKS))


def settings_are_finished(
    settings: Nodes, vocabularies: Iterable[Nodes], catalogues: Iterable[CatalogueTexts]
) -> Iterator[Problem]:
    """Nor do the settings, the vocabularies and the owner's catalogues, but where we speak of what is unfinished."""
    for nodes in (settings, *vocabularies):
        yield from _unfinished_values(nodes)
    for catalogue in catalogues:
        for said in catalogue.texts:
            if (match := _UNFINISHED.search(said.text)) and not any(map(_UNFINISHED.search, said_by_us(said))):
                yield problem("unfinished", Position(catalogue.path, said.line, 1), words=match[0].strip(_MARKS))


def _unfinished_values(nodes: Nodes) -> Iterator[Problem]:
    for location, said in walk(nodes.value):
        if match := _UNFINISHED.search(COMMENT.sub(blank, said)):
            yield problem("unfinished", nodes.place(location), words=match[0].strip(_MARKS))


def pictures_are_files(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A picture lies beside its record; it is not pasted into the text as letters."""
    for wording in record.wordings.values():
        if match := _PASTED.search(wording.body):
            yield problem("pasted-file", _place(wording, wording.body, match.start()))
        else:
            for one in wording.prose.pasted:
                yield problem("pasted-file", wording.place(one.line, one.column))


def bullets_begin_their_line(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """Entries of a list stand on lines of their own."""
    for wording, text in texts_with(record, ""):
        for number, line in enumerate(text.split("\n"), start=1):
            if match := _BULLETS.search(line.lstrip()):
                column = len(line) - len(line.lstrip()) + match.start() + 1
                yield problem("bullet-in-line", wording.place(number, column), sign=match[0])


def texts_show_no_signs_of_markdown(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """No sign of Markdown is left over where a text has been read."""
    for wording in record.wordings.values():
        shown = unescape(_TAG.sub(_line_or_nothing, _SHOWN_CODE.sub("", wording.prose.html)))
        signs = dict.fromkeys((match["target"] or match[0]).strip() for match in _RAW.finditer(shown))
        signs |= dict.fromkeys("#" for _ in _EMPTY_HEADING.finditer(wording.prose.html))
        text = _ESCAPED.sub("  ", SHOWN_AS_WRITTEN.sub(blank, wording.body)) if signs else ""
        for sign in (one for one in signs if one in text):
            yield problem("raw-markdown", _place(wording, text, text.index(sign)), sign=sign)


def notes_are_called(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A note is called in its text: else nothing says what it is said of, and the way back from it leads nowhere."""
    for wording, text in texts_with(record, "[^"):
        html = wording.prose.html
        for match in _NOTE.finditer(text):
            name = escape(match[1])
            if f'<li id="fn-{name}">' in html and f'<sup id="fnref-{name}">' not in html:
                yield problem("uncalled-note", _place(wording, text, match.start()), sign=f"[^{match[1]}]")


_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)
_EMPTY_HEADING = re.compile(r"<(h[1-6])[^>]*></\1>")
_ESCAPED = re.compile(r"\\[^\w\s]")
_SHOWN_CODE = re.compile(r"<code>.*?</code>", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")


def _line_or_nothing(match: re.Match[str]) -> str:
    """A link and an emphasis stand within a line, other tags begin one."""
    return "" if match[2] in ("a", "em", "strong", "span", "abbr") else "\n"


def _place(wording: Wording, text: str, at: int) -> Position:
    return wording.place(text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)
