"""Markup or a fact → the text that is seen or followed: signs resolved, what nobody sees gone, targets decoded."""

import re
from html import unescape
from unicodedata import digit, normalize
from urllib.parse import unquote

_UNSHOWN = re.compile(r"<(script|style)\b|</(script|style)\s*>", re.IGNORECASE)
"""Where what stands in markup and is not shown begins, and where it ends."""
_TARGET = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\s(?:alt|aria-label|label|placeholder|title)\s*=\s*(?:"([^"]*)(?:"|\Z)|'([^']*)(?:'|\Z)|([^\s"'>]+))""",
    re.IGNORECASE,
)
"""What is said in place of something, or about it."""
_INLINE = re.compile(r"</?(?:b|bdi|code|em|i|mark|span|strong|wbr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SOFT_BREAK = re.compile(r"(?:(?<=[^\s<>])|(?<=</a>)|(?<=<br>))[^\S\n]*\n[^\S\n]*(?=[^\s<>]|</?a\b)", re.IGNORECASE)
"""The end of a line in a paragraph, where a reader sees a space; beside other tags blocks and cells end."""
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
"""Signs without width, and those that put a sign into a frame."""
_DRESSED = re.compile(
    "[²³¹\u1369-\u1371⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒\U00010e60-\U00010e68\U00011052-\U0001105a\U0001f100-\U0001f10a]"
)
"""Signs that have the value of a digit and are none to a program: raised, lowered, in circles."""
_EMPHASIS = re.compile(r"[*`\\]")
"""Its signs, but the underscore, which parts words as well."""
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TOLD_BY_ADDRESS = re.compile(
    r"(?<![^\W_])(?:[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]|[A-Z]{2}\d\d[A-Z\d]{11,30})"
    r"(?![^\W_])|(?<=[^\W\d_]_)3\d\d(?:[_-]?\d){7}(?![^\W_])|(?<!//)(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    re.IGNORECASE,
)
"""What no address needs to have: a tax code, an account, a mobile number joined to a word, a mailbox."""
_CALLS = re.compile(
    r"(?:https?://)?(?:wa\.me/|call\.whatsapp\.com/|(?:api|web|www)\.whatsapp\.com/send/?\?(?:\S{0,300}&)?phone=|signal\.me/#p/|t\.me/(?=\+)"
    r"|viber://\w{1,30}\?(?:[^\s?]{0,300}&)?number=)(?:%2B)?(\+?\d+)|"
    r"(?:tel|sms|callto|whatsapp):(\S+)",
    re.IGNORECASE,
)


def without_unshown(html: str) -> str:
    """HTML without its scripts and style sheets; one that does not end is text. However many begin, it is read once."""
    bounds = [*_UNSHOWN.finditer(html)]
    last = {match[2].lower(): match.start() for match in bounds if match[2]}
    seen: list[str] = []
    start, inside = 0, ""
    for match in bounds:
        begins, ends = (match[1] or "").lower(), (match[2] or "").lower()
        if begins and not inside and match.start() < last.get(begins, 0):
            seen.append(html[start : match.start()])
            inside = begins
        elif ends and inside == ends:
            start, inside = match.end(), ""
    return "".join((*seen, html[start:]))


def shown_by_markup(html: str) -> str:
    """What HTML shows, and, each on a line of its own, what its links call or write to and what its attributes say."""
    return shown_by_lines(flowing(_INLINE.sub("", html)))


def shown_by_lines(html: str) -> str:
    """The same of markup in which the end of a line is that of a block or of a cell."""
    targets = [_followed(unquote(value)) for value in _values(_TARGET, html)]
    text = _TAG.sub(" ", _INLINE.sub("", without_unshown(html)))
    return "\n".join([_plain("\n".join([unescape(text), *targets])), shown_by_attributes(html)])


def flowing(text: str) -> str:
    """A text or markup with a space for each line end that parts nothing."""
    return _SOFT_BREAK.sub(" ", text) if "\n" in text else text


def shown_by_attributes(html: str) -> str:
    """What the attributes of HTML say to whoever hears a picture or points at a word, each on a line of its own."""
    return _plain("\n".join(_values(_ATTRIBUTE, html)))


def shown_by_address(address: str) -> str:
    """What an address, or the path of a file, says of a person: its other numbers are those of pages."""
    return " ; ".join(_TOLD_BY_ADDRESS.findall(unquote(address)))


def with_plain_digits(text: str) -> str:
    """A text of the same length with figures for digits in other dress."""
    return text if text.isascii() else _DRESSED.sub(lambda match: str(digit(match[0])), text)


def _values(attribute: re.Pattern[str], html: str) -> list[str]:
    return [unescape(next(filter(None, found), "")) for found in attribute.findall(html)]


def shown_by_fact(text: str) -> str:
    """What a text of the facts shows, be there signs of emphasis and entities in it or none."""
    return _plain(_EMPHASIS.sub("", unescape(text)))


def _plain(text: str) -> str:
    """Letters and digits as keyboards have them; without signs of no width and web addresses but for whom they call."""
    seen = text if text.isascii() else _UNSEEN.sub("", normalize("NFKC", with_plain_digits(text)))
    if ":" in seen or "/" in seen:  # as every call has, which are slow to look for
        seen = _CALLS.sub(lambda match: f" tel. {match[1] or match[2]} ", seen)
    if "//" in seen or "www." in seen.lower():
        seen = _WEB.sub(lambda match: f" {shown_by_address(match[0])} ", seen)
    return seen


def _followed(target: str) -> str:
    """A target of a link as far as it names a person's number or mailbox."""
    scheme, colon, rest = target.partition(":")
    return re.sub(r"[?&,;=<>\s]+", " ", rest) if colon and scheme.lower() == "mailto" else target
