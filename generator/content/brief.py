"""What a showcase needs to know of a record before anybody opens it: to connect it, to list it, to leave it out."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self

from generator.content.nodes import Location
from generator.content.public import public
from generator.content.record import AnyRecord, Wording
from generator.content.settings import Settings
from generator.fields.texts import ID, is_web_address
from generator.fields.values import AnyRef, Ref, Term
from generator.fields.walk import leaves
from generator.kinds.base import Kind
from generator.machine.web_origin import web_host
from generator.problems.problem import Position

PlainBrief = list[Any]
"""As JSON has it."""


class Brief(NamedTuple):
    """What may be known of a record without opening it: of its facts only what is public, but for `references`."""

    path: str
    """The file of its facts."""
    languages: tuple[str, ...]
    """Those in which it has a page, in the order of the site."""
    titles: tuple[str, ...]
    """Its title in each of them; where it has no words in one, that of the first."""
    draft: bool
    archived: bool
    publish_on: str
    """The last day that its day of publication can be, as ISO 8601 writes it; "" without one."""
    withdrawn: bool
    updated: str
    """The first day that its last change can be of, as ISO 8601 writes it; "" where none is known."""
    references: tuple[tuple[AnyRef, Position], ...]
    """The records that are named in its facts, and where."""
    links: tuple[tuple[Location, AnyRef], ...]
    """The same, but for what is private, with the way to each."""
    mentions: tuple[AnyRef, ...]
    """The records that its texts link, each once."""
    terms: tuple[Term, ...]
    """Those that classify it."""
    inherits: tuple[tuple[str, AnyRef], ...]
    """The fields that it leaves to another record, each with that record."""
    own_addresses: tuple[tuple[str, Position], ...]
    """The whole addresses of the site itself that its page links, and where they are written."""
    fits_a_line: bool
    """Whether a line on another record's page tells all that it says."""
    former: tuple[str, ...]
    """The paths at which its page stood before."""

    @classmethod
    def of(cls, whole: AnyRecord, settings: Settings) -> Self:
        """What may be known of a record."""
        record = public(whole)
        facts = record.facts
        languages = languages_of(record, settings)
        first = record.wordings[settings.language_of_facts]
        return cls(
            path=record.path,
            languages=languages,
            titles=tuple(record.wordings.get(language, first).title for language in languages),
            draft=facts.draft,
            archived=facts.archived,
            publish_on=facts.publish_on.last.isoformat() if facts.publish_on else "",
            withdrawn=facts.withdrawn is not None,
            updated=facts.updated.first.isoformat() if facts.updated else "",
            references=tuple((ref, whole.place(*location)) for location, ref in whole.references()),
            links=record.references(),
            mentions=tuple(dict.fromkeys(_mentions(record))),
            terms=terms(facts),
            inherits=facts.inherits,
            own_addresses=own_addresses(_web_addresses(record), settings),
            fits_a_line=facts.fits_a_line and not any(map(_says_more, record.wordings.values())),
            former=facts.redirect_from,
        )

    @property
    def former_ids(self) -> tuple[str, ...]:
        """The ids that it had, as far as the paths say: their last words."""
        words = (path.rstrip("/").rpartition("/")[2] for path in self.former)
        return tuple(word for word in words if ID.fullmatch(word))

    def plain(self) -> PlainBrief:
        """The same as JSON has it."""
        return [
            *self[:8],
            [(str(ref), *_written(place)) for ref, place in self.references],
            [(location, str(ref)) for location, ref in self.links],
            [str(ref) for ref in self.mentions],
            [(term.vocabulary, term.id) for term in self.terms],
            [(name, str(ref)) for name, ref in self.inherits],
            [(address, *_written(place)) for address, place in self.own_addresses],
            self.fits_a_line,
            self.former,
        ]

    @classmethod
    def read(cls, plain: PlainBrief) -> Self:
        """What `plain` gave."""
        path, languages, titles, draft, archived, publish_on, withdrawn, updated = plain[:8]
        references, links, mentions, classified, inherits, own, fits_a_line, former = plain[8:]
        return cls(
            path, tuple(languages), tuple(titles), draft, archived, publish_on, withdrawn, updated,
            tuple((ref_of(name), Position(*place)) for name, *place in references),
            tuple((tuple(location), ref_of(name)) for location, name in links),
            tuple(map(ref_of, mentions)),
            tuple(Term(*one) for one in classified),
            tuple((field, ref_of(name)) for field, name in inherits),
            tuple((address, Position(*place)) for address, *place in own),
            fits_a_line, tuple(former),
        )  # fmt: skip


def languages_of(record: AnyRecord, settings: Settings) -> tuple[str, ...]:
    """The languages in which a record has a page, in the order of the site."""
    return tuple(one for one in settings.languages if record.facts.every_language or one in record.wordings)


def terms(facts: Kind) -> tuple[Term, ...]:
    """Every term that classifies a record, each once."""
    return tuple(dict.fromkeys(value for _, _, value in leaves(facts) if isinstance(value, Term)))


def ref_of(name: str) -> AnyRef:
    """The record of a name, "agreements/x"."""
    folder, _, id_ = name.partition("/")
    return Ref(folder, id_)


def _says_more(wording: Wording) -> bool:
    """Whether a record has more words than its title."""
    return bool(wording.summary or wording.body.strip())


def _mentions(record: AnyRecord) -> Iterator[AnyRef]:
    """The records that the texts of a record link."""
    for wording in record.wordings.values():
        for link in wording.prose.links:
            if link.target.startswith("ref:"):
                yield ref_of(link.target.removeprefix("ref:").partition("#")[0])


def own_addresses(written: Iterable[tuple[str, Position]], settings: Settings) -> tuple[tuple[str, Position], ...]:
    """Those of the texts that are whole web addresses of the site itself, by http too, and where they are written."""
    own = web_host(settings.base_url)
    return tuple((text, place) for text, place in written if is_web_address(text) and web_host(text) == own)


def _web_addresses(record: AnyRecord) -> Iterator[tuple[str, Position]]:
    """Everything that a record's page may link: in its texts and its facts."""
    for wording in record.wordings.values():
        yield from ((link.target, wording.place(link.line, link.column)) for link in wording.prose.links)
    yield from ((value, record.place(*way)) for way, _, value in leaves(record.facts) if isinstance(value, str))


def _written(place: Position) -> tuple[str, int, int]:
    return place.path, place.line, place.column
