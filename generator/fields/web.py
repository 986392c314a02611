"""Addresses: of the web, of this site, of a mailbox."""

import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from generator.fields.file_names import LONGEST_NAME, unusable
from generator.fields.texts import ID, WEB_ADDRESS, LocalisedType, is_web_address
from generator.fields.types import FieldType, RefusedError, Schema, Speaker, Written, whole
from generator.personal_data.mailboxes import ROLE_WORD, is_role_mailbox, may_be_an_acronym
from generator.view.text import Piece
from generator.words import N_, Phrase, Words

_PATH = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
_MAILBOX = re.compile(r"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}")
_ATOM = r"""[^\s@.,;:\\<>()\[\]"]+"""
_RECIPIENT = re.compile(rf"\s*{_ATOM}(?:\.{_ATOM})*@(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{{2,}}|xn--[a-z0-9-]+)\s*")
_RECIPIENTS = ("to", "cc", "bcc")


_SCHEME_AND_SLASHES = re.compile(r"h?t{1,3}ps?\s*[:;/]+[\s:;/]*", re.IGNORECASE)
"""How an address begins, also with a slip."""


def is_mail_link(target: str) -> bool:
    """Whether a link is to mailboxes (`mailto:a@b.example,c@d.example?subject=x`), each of them whole."""
    if not target.startswith("mailto:"):
        return False
    named, _, query = target.removeprefix("mailto:").partition("?")
    headers = (header.partition("=") for header in query.split("&"))
    written = [named, *(value for name, _, value in headers if name.lower() in _RECIPIENTS)]
    return all(map(_RECIPIENT.fullmatch, unquote(",".join(filter(None, written))).split(",")))


class UrlType(FieldType[str]):
    """A complete web address."""

    expected = N_("a web address")
    help = N_("The whole address, from https:// on.")
    example = "https://www.example.org/"

    def read(self, written: Written) -> str:
        text = self.text(written)
        if not is_web_address(text):
            raise RefusedError("bad-url", text)
        return text

    def meant(self, written: str) -> tuple[str, ...]:
        whole_address = f"https://{_SCHEME_AND_SLASHES.sub('', written.strip()).lstrip('/')}"
        return (whole_address,) if "." in written and is_web_address(whole_address) else ()

    def schema(self, words: Words) -> Schema:
        return {"type": "string", "pattern": whole(WEB_ADDRESS.pattern)}

    def say(self, value: str, speaker: Speaker) -> Piece:
        return Piece(value, href=value)


class BaseUrlType(UrlType):
    """The address of the site: nothing follows its path, in which no slash is doubled and nothing leads upwards."""

    def read(self, written: Written) -> str:
        base = super().read(written)
        address = urlsplit(base)
        path = re.sub("/{2,}", "/", f"{address.path}/")
        if address.query or address.fragment or {".", ".."} & {*path.split("/")}:
            raise RefusedError("bad-url", written)
        return f"{address.scheme}://{address.netloc}{path}"

    def schema(self, words: Words) -> Schema:
        return {**super().schema(words), "not": {"pattern": r"[?#]|/\.\.?(?:/|$)"}}


class SitePathType(FieldType[str]):
    """An address of this site, without its host."""

    expected = N_("an address of this site")
    help = N_("An address this record had: it will lead here.")
    example = "/accordi/vecchio-nome/"

    def read(self, written: Written) -> str:
        text = self.text(written)
        if not _PATH.fullmatch(text):
            raise RefusedError("bad-path", text)
        for word in text.strip("/").split("/"):
            _check_word(word)
        return text

    def schema(self, words: Words) -> Schema:
        return {"type": "string", "pattern": whole(_PATH.pattern)}


class MailboxType(FieldType[str]):
    """The mailbox of a role or an office, never a person's. Its schema takes any that holds a capital letter, and any
    of one word, which may be the name of the host. One that may be a body's acronym is for the rules to judge, which
    know the bodies.
    """

    expected = N_("a mailbox")
    help = N_("The mailbox of an office, never of a person.")
    example = "ufficio.stampa@example.org"

    def read(self, written: Written) -> str:
        text = self.text(written).lower()
        if not _MAILBOX.fullmatch(text):
            raise self.wrong(text)
        if not is_role_mailbox(text) and not may_be_an_acronym(text):
            raise RefusedError("personal-email", text)
        return text

    def meant(self, written: str) -> tuple[str, ...]:
        """The mailbox of a link, or between angles."""
        text = written.strip().strip("<>").strip()
        mailbox = text[len("mailto:") :] if text.lower().startswith("mailto:") else text
        try:
            return (self.read(mailbox.strip()),) if mailbox != written else ()
        except RefusedError:
            return ()

    def schema(self, words: Words) -> Schema:
        names_an_office = f"[^@]*[A-Z]|(?:[^@]*[._-])?(?:{ROLE_WORD})+[._@-]|[^@._]+@"
        mailbox = r"[A-Za-z0-9._-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"
        return {"type": "string", "pattern": whole(f"(?={names_an_office}){mailbox}")}

    def say(self, value: str, speaker: Speaker) -> Piece:
        return Piece(value, href=f"mailto:{value}")


class AddressWordsType(LocalisedType):
    """The word of the address in each language."""

    expected = N_("an address for each language")
    help = N_("A word of the address in each language: lower-case letters, digits and single hyphens.")

    def __init__(self) -> None:
        self.example = {"it": "metodo", "en": "method"}

    def read(self, written: Written) -> Mapping[str, str]:
        if not isinstance(written, dict) or not all(isinstance(word, str) for word in written.values()):
            raise self.wrong(written)
        for word in written.values():
            _check_word(word)
        return dict(written)

    def schema(self, words: Words) -> Schema:
        return {**super().schema(words), "additionalProperties": ADDRESS_WORD.schema(words)}


class ListAddressType(AddressWordsType):
    """The owner's word for the address of a list; in a language without one, ours stands."""

    help = N_("For the folder of a kind, the word of its list’s address in each language.")


class AddressWordType(FieldType[str]):
    """A word of an address."""

    expected = N_("a word of an address")
    help = N_("A word of an address: lower-case letters, digits and single hyphens.")
    example = "protocolli"

    def read(self, written: Written) -> str:
        word = self.text(written)
        _check_word(word)
        return word

    def schema(self, words: Words) -> Schema:
        return {"type": ["string", "integer"], "pattern": f"^{ID.pattern}$", "maxLength": LONGEST_NAME, "minimum": 0}


def _check_word(word: str) -> None:
    """Refuse what cannot be a word of an address: a folder of the site has its name."""
    signs = None if ID.fullmatch(word) else Phrase(N_("it is not of lower-case letters, digits and single hyphens"))
    if cause := signs or unusable(word):
        raise RefusedError("bad-address-word", word, cause=cause, example="metodo")


URL = UrlType()
SITE_PATH = SitePathType()
MAILBOX = MailboxType()
ADDRESS_WORDS = AddressWordsType()
ADDRESS_WORD = AddressWordType()
LIST_ADDRESS = ListAddressType()
