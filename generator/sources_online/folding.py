"""A text → the form in which two are compared, so that they differ only where something else is said.

White space, quotes, kinds of dashes, accents, marks of notes, the case of letters, words broken at the end of a line
and the points in a large number say nothing.
"""

import re
from unicodedata import combining, normalize

from babel.dates import get_month_names

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad][ \t]*\r?\n[ \t]*(?=[a-zß-öø-ÿ])")
"""The end of a line in a word."""
_BULLET = re.compile(r"^[ \t]*[-‒–—•▪][ \t]+", re.MULTILINE)
"""A dash before an entry of a list: it makes neither a minus nor a range."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES = re.compile("[\"'`´‘’‚‛“”„‟‹›«»′″]")
_DASHES = re.compile("[‐‑‒–—―−]")
_ORDINALS = str.maketrans("º˚", "°°")
_NOTE_MARK = re.compile(rf"(?:(?<=[^\W\d_]{{3}})|(?<=\d{{4}}))[{RAISED}]{{1,3}}(?!\w)|\[\d{{1,3}}\]|[*†‡]")
"""A mark of a note, after a word or a year: of a unit, as in m², the raised number is a part."""
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})*(?!\.?\d)")
"""A number with its thousands apart, on one line; a year and a number after it are two."""
_THOUSANDS = re.compile(r"(?<![\d.,])([1-9]\d{0,2}) ?mila\b")
_FIRST = re.compile(rf"\b1° ?(?=(?:{'|'.join(get_month_names(locale='it').values())})\b)")
"""The first of a month, which some write as a number like the others."""
_LOOSE = re.compile(
    r" (?=[,.;:!?)\]])|(?<=[(\[:]) |(?<=\d) (?=[%‰°€])|(?<=\d) (?=(?:k?m[2q]?|m3|cm|mm|ha|kg|[kmg]wh?)\b)|(?<=€) (?=\d)"
    r"| (?=- )|(?<=-) "
)
"""White space that some leave out, at punctuation, signs, units and dashes; before a dash alone it makes a minus."""
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
_ABBREVIATED = re.compile(r"\b([a-z]{1,4}\.) (?=\d)")
"""White space before the number of an act, which some leave out: “n. 123”."""
_INNER_HYPHEN = re.compile(r"(?<=[^\W\d_])\\-(?=[^\W\d_])")


def folded(text: str) -> str:
    """A text in the form in which two are compared."""
    whole = _UNSEEN.sub("", _BULLET.sub("", _BROKEN.sub("", text.translate(_ORDINALS))))
    plain = normalize("NFKD", _NOTE_MARK.sub("", _QUOTES.sub("", whole)))
    letters = "".join(one for one in plain if not combining(one))
    numbers = _GROUPED.sub(lambda found: found[0].replace(found[1], ""), letters)
    spaced = _LOOSE.sub("", " ".join(_DASHES.sub("-", numbers).casefold().split()))
    return _FIRST.sub("1 ", _THOUSANDS.sub(r"\g<1>000", spaced))


def _even(text: str) -> str:
    """A folded text without what parts a label from its value, a line in one place and a table in another."""
    return " ".join(_ABBREVIATED.sub(r"\1", _COLON.sub(" ", text)).split())


def holds(text: str, words: str) -> bool:
    """Whether a folded text has some words: whole ones, and of a number, a range or a negative number no part."""
    text, sought = _even(text), _even(folded(words))
    if not sought:
        return False
    before = r"(?<!\w)" + ("" if sought[0].isalpha() else r"(?<!\d[.,/-])(?<![ (]-)(?<!^-)")
    after = r"(?!\w)" + ("" if sought[-1].isalpha() else r"(?![.,/-]\d)")
    # a word with a hyphen may stand without, where it was at the end of a line
    return bool(re.search(before + _INNER_HYPHEN.sub("-?", re.escape(sought)) + after, text))
