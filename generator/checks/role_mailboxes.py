"""The mailboxes that are a body's own: its acronym, or what it does, at its host. Only content names either."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from generator.checks.exceptions import bare, explained_anywhere
from generator.content.nodes import walk
from generator.content.record import AnyRecord
from generator.kinds.organisation import Organisation
from generator.kinds.person import Person
from generator.personal_data.mailboxes import as_a_mailbox, may_be_an_acronym
from generator.showcase.answers import settled
from generator.showcase.model import Showcase

_STRUCTURE = (
    r"(?:[Dd]ipartiment[oi]|[Cc]entr[oi]|[Ll]aboratori[oa]?|[Ss]cuol[ae]|[Ii]stitut[oi]|[Uu]ffici[oa]?|[Ss]ervizi[oa]?"
    r"|[Aa]rea|[Dd]irezione|[Dd]epartment|[Cc]entre|[Ll]aboratory|[Ss]chool|[Ii]nstitute|[Oo]ffice|[Uu]nit)"
)
_NAMED = re.compile(rf"\b(?P<name>{_STRUCTURE}\b[^()\n.;:]{{3,120}}?)\s*\((?P<acronym>[A-Z][A-Za-z]{{2,9}})\)")
"""A structure, and its acronym after it."""
_FEWEST = 3


def is_of_a_body(value: str, record: AnyRecord, showcase: Showcase) -> bool:
    """Whether a mailbox that a record shows is that of a body or of a structure that content names."""
    name = bare(value)
    is_own = name in _of_bodies(showcase) or name in _of_structures(record, showcase)
    return is_own or _is_of_what_is_done(name, showcase) or name in _of_all_structures(showcase)


def harmless_anywhere(showcase: Showcase) -> Callable[[str], bool]:
    """Whether a value is none of a person's: explained, or a mailbox of a body."""
    known = explained_anywhere(showcase).union(_of_bodies(showcase), _of_all_structures(showcase))
    return lambda value: bare(value) in known or _is_of_what_is_done(bare(value), showcase)


def _is_of_what_is_done(mailbox: str, showcase: Showcase) -> bool:
    """Whether a mailbox is called as a programme or another record is, at the host of an organisation."""
    name, at, host = mailbox.partition("@")
    return bool(at) and host in map(bare, _hosts(showcase)) and name in _titles(showcase)


@settled
def _titles(showcase: Showcase) -> tuple[str, ...]:
    """What the mailboxes of all records are called but those of persons."""
    persons = set(showcase.names(Person))
    named = (showcase.briefs[ref].titles for ref in showcase.names() if ref not in persons)
    return tuple(sorted({one for titles in named for one in map(as_a_mailbox, titles) if one}))


def _of_structures(record: AnyRecord, showcase: Showcase) -> frozenset[str]:
    """Those of the structures that the words of a record name with their acronyms, at the host of any organisation."""
    texts = [text for wording in record.wordings.values() for text in _texts(wording.nodes.value, wording.body)]
    acronyms = {match["acronym"] for text in texts for match in _NAMED.finditer(text) if _is_of(match)}
    return frozenset(_mailbox(one, host) for one in acronyms for host in _hosts(showcase))


@settled
def _of_all_structures(showcase: Showcase) -> tuple[str, ...]:
    """Those of the structures that any record names so."""
    return tuple(sorted({one for name in showcase.names() for one in _of_structures(showcase[name], showcase)}))


def _texts(facts: object, body: str) -> Iterator[str]:
    yield body
    yield from (said for _, said in walk(facts))


def _is_of(match: re.Match[str]) -> bool:
    """Whether the capitals of an acronym are the first letters of words of the name, the structure's own at first."""
    capitals = [sign for sign in match["acronym"] if sign.isupper()]
    first, *others = [word[0].upper() for word in re.findall(r"\w+", match["name"])]
    initials = iter(others)
    return capitals[0] == first and len(capitals) >= _FEWEST and all(one in initials for one in capitals[1:])


@settled
def _of_bodies(showcase: Showcase) -> tuple[str, ...]:
    """Those of the organisations that have an acronym, at their own host or that of what they are part of."""
    found = set[str]()
    for record in showcase.of(Organisation):
        acronym, host = record.facts.acronym or "", _host_of(record, showcase)
        if host and may_be_an_acronym(f"{acronym.lower()}@{host}"):
            found.add(_mailbox(acronym, host))
    return tuple(sorted(found))


@settled
def _hosts(showcase: Showcase) -> tuple[str, ...]:
    """The hosts of the organisations, and that of the owner's mailbox."""
    own = showcase.settings.owner.contact.rpartition("@")[2]
    sites = [_host(record.facts.website or "") for record in showcase.of(Organisation)]
    return tuple(sorted({own, *filter(None, sites)}))


def _host_of(record: AnyRecord, showcase: Showcase) -> str:
    """The host of an organisation, or of the nearest that it is part of and that has one."""
    seen = set[str]()
    while record.name not in seen:
        seen.add(record.name)
        facts = record.facts
        if host := _host(facts.website or ""):
            return host
        if isinstance(facts, Organisation) and facts.part_of and facts.part_of in showcase.records:
            record = showcase[facts.part_of]
    return ""


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _mailbox(acronym: str, host: str) -> str:
    return bare(f"{acronym}@{host}")
