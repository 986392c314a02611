"""What is written → what is found as people type it; excerpts.js shows it again as it is written.

The other half is `normal` of typed.js: what is typed → what the index has.
"""

import re
from unicodedata import normalize

_ELISION = re.compile(
    r"<[^>]*>|(?<=[b-df-hj-np-tv-z])(?P<apostrophe>’|'|&#39;)(?=[aeiouàèéìòùh])",
    re.IGNORECASE,
)
_PARTING = "\u2060 "
"""What parts an elided word from the next."""
_WRITTEN = re.compile(
    r"<[^>]*>|(?P<share>\b\d+)\s*(?:‰|[x×]\s*(?:1000|mille)\b)|(?P<word>[^\s<]*[^\x00-\x7f\s<][^\s<]*)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\w")
_DASH = re.compile(r"(?<=\w)[\u2010-\u2015\u2212](?=\w)")
_AS_TYPED = "\u2061 {} \u2061 {}"
"""As something is typed, between signs where nothing belongs, and as it is written."""
_TYPED = re.compile("\u2061 [^\u2061]* \u2061 ")


def findable(html: str) -> str:
    """A page with what Pagefind would not find as it is typed.

    Words that Italian elides (l’università) are apart from the next. Before what nobody types so (CO₂, 5 x mille, 5‰, a
    word with hyphens that do not break) stands the same as it is typed.
    """
    parted = _ELISION.sub(lambda match: match[0] + _PARTING if match["apostrophe"] else match[0], html)
    return _WRITTEN.sub(_with_typed, parted)


def as_written(text: str) -> str:
    """A text of the index as it stands on its page."""
    return _TYPED.sub("", text).replace(_PARTING, "")


def _with_typed(match: re.Match[str]) -> str:
    written = match[0]
    if share := match["share"]:
        typed = f"{share}x1000"
    elif match["word"]:
        folded = normalize("NFKC", written)
        same = _LETTER.findall(folded) == _LETTER.findall(written)
        typed = _DASH.sub("-", written if same else folded)
    else:
        return written
    return written if typed == written else _AS_TYPED.format(typed, written)
