"""The id that a record may have: of whom it is about, of the words of its title, of its year."""

from collections.abc import Collection, Iterator
from itertools import count

from generator.content.draft import Draft
from generator.content.record import AnyRecord
from generator.content.records import Records
from generator.fields.references import Reference
from generator.fields.texts import suggested_id
from generator.fields.values import Ref
from generator.kinds.base import Kind
from generator.kinds.organisation import Organisation
from generator.problems.spelling import telling_words

_MOST_WORDS = 6
_SHORT = 1  # word: a longer name does not stand for itself
_LONGEST = 70


def id_for(draft: Draft, kind: type[Kind], records: Records, taken: Collection[str]) -> str:
    """An id that is free: a name that others gave stands whole; what happened has its year, and short names before."""
    title = str(draft.values.get("title", ""))
    found = suggested_id(title)
    if kind.title_given:
        found = found[: found.rfind("-", 0, _LONGEST)] if len(found) > _LONGEST else found
    else:
        named = [names for record in _acting(draft, kind, records) if (names := _names(record))]
        said = {word for _, words in named for word in words}
        words = [word for word in telling_words(title) if word not in said][: max(_MOST_WORDS - len(named), 1)]
        found = suggested_id(" ".join(dict.fromkeys([*(short for short, _ in named), *words, _year(draft, kind)])))
    numbered = (f"{found}-{number}" for number in count(2))
    return found if found not in taken else next(one for one in numbered if one not in taken)


def _acting(draft: Draft, kind: type[Kind], records: Records) -> Iterator[AnyRecord]:
    """The records of those who act in it, as far as there are any."""
    for name, field in kind.declared.items():
        if field.role and isinstance(field.item, Reference):
            held = draft.values.get(name, ())
            refs = [Ref[object](field.item.folder, str(one)) for one in (held if isinstance(held, list) else [held])]
            yield from (records[ref] for ref in refs if ref in records)


def _names(record: AnyRecord) -> tuple[str, list[str]] | None:
    """The short name of an organisation, where it has one, and the words that say it in a title."""
    facts = record.facts
    title = telling_words(facts.title)
    short = facts.acronym if isinstance(facts, Organisation) and facts.acronym else ""
    if not short and len(title) > _SHORT:
        return None
    return suggested_id(short or facts.title), [*title, *telling_words(short)]


def _year(draft: Draft, kind: type[Kind]) -> str:
    """The year of the date that tells it best from others, where that is known."""
    days = (draft.values.get(dated.field) for dated in kind.dates)
    return next((day[:4] for day in days if isinstance(day, str)), "")
