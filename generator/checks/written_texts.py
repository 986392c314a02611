"""The texts of a record as they were written, what is shown as it is written left blank."""

import re
from collections.abc import Iterator

from generator.content.record import AnyRecord, Wording

SHOWN_AS_WRITTEN = re.compile(
    r"^(```|~~~).*?^\1|(`+)(?:(?!\2).)+?\2|(?<=\]\()[^)\s]*|<https?:[^>\s]*>", re.MULTILINE | re.DOTALL
)
"""What is shown as it is written, and the targets of links."""
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
HTML = re.compile(r"</?(?!(?i:su[bp]|br ?/?)>)([a-zA-Z](?:[\w:.-]*\w)?)(?:\s[^<>]*|/)?>|<(?:\?\w|![\[a-zA-Z])[^<>]*>")
"""Tags that are not read, those of word processors and programs too; and what a document or a program begins with."""
OTHER_SIGNS = (
    r"\{\{(?=[^{}]*\}\})|\{%(?=[^{}]*%\})"
    r"|\$\$(?=[^$]*\$\$)(?=[^$]*[\^_\\=])|\$(?=\S)(?=[^$\n]*(?<=\S)\$(?!\d))[^$\n]*?[\^_\\]"
)
"""Signs of templates and of formulas, which no text here can have."""


def texts_with(record: AnyRecord, sign: str) -> Iterator[tuple[Wording, str]]:
    """The texts of a record that hold a sign, what is shown as written left blank."""
    for wording in record.wordings.values():
        if wording.body and sign in wording.body:
            yield wording, SHOWN_AS_WRITTEN.sub(blank, wording.body)


def blank(match: re.Match[str]) -> str:
    """As many blanks, and the same lines: places stay where they are."""
    return re.sub(r"[^\n]", " ", match[0])
