"""Rules about what records rest on: something that was not withdrawn still shows what they say."""

from collections.abc import Iterable, Iterator, Sequence

from generator.content.nodes import Location
from generator.content.record import AnyRecord
from generator.fields.declare import Field
from generator.fields.references import Reference
from generator.fields.values import AnyRef, Ref
from generator.fields.walk import groups
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.evidence import Support
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.words import N_, Phrase

_SOURCES = "sources"
_WHOLE = Phrase(N_("the whole record"))
_TEXT = Phrase(N_("the text"))


def what_is_said_rests_on_what_is_published(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A record, a field, a figure, a claim or a text has evidence left when some of it is withdrawn."""
    if record.facts.withdrawn:
        return
    for number, ref, said in _without_source(showcase, record.facts.sources):
        yield _told(record, (_SOURCES, number, "source"), (ref,), said)
    for location, group in groups(record.facts):
        for name, field in group.plain:
            refs = group.refs_of(name) if location[:1] != (_SOURCES,) and _is_evidence(field) else ()
            if refs and _all_withdrawn(showcase, refs):
                yield _told(record, (*location, name), refs, ((*location, name)[0],))
    for wording in record.wordings.values():
        linked = [(link, named) for link in wording.prose.links if (named := _evidence_linked(link.target))]
        if linked and _all_withdrawn(showcase, (named for _, named in linked)):
            link, _ = linked[0]
            ids = dict.fromkeys(str(named) for _, named in linked)
            yield problem("withdrawn-evidence", wording.place(link.line, link.column), ids=[*ids], fields=[_TEXT])


def _without_source(
    showcase: Showcase, supports: Sequence[Support]
) -> Iterator[tuple[int, AnyRef, tuple[str | Phrase, ...]]]:
    """The sources that were withdrawn, each by its number, with the fields for which there is no other."""
    gone = {number for number, one in enumerate(supports) if _all_withdrawn(showcase, (one.source,))}
    left = [one for number, one in enumerate(supports) if number not in gone]
    held = {name for one in left for name in one.fields}
    if all(one.fields for one in left):
        for number in sorted(gone):
            fields = supports[number].fields
            if said := tuple(name for name in fields if name not in held) if fields else (_WHOLE,):
                yield number, supports[number].source, said


def _evidence_linked(target: str) -> AnyRef | None:
    """The source that a link in a text leads to."""
    folder, _, id_ = target.removeprefix("ref:").partition("#")[0].partition("/")
    leads = target.startswith("ref:") and folder in BY_FOLDER and BY_FOLDER[folder].is_evidence
    return Ref(folder, id_) if leads else None


def _told(record: AnyRecord, location: Location, refs: Iterable[AnyRef], said: Iterable[object]) -> Problem:
    return problem("withdrawn-evidence", record.place(*location), ids=list(map(str, refs)), fields=list(said))


def _is_evidence(field: Field) -> bool:
    """Whether a reference is to what shows what stands beside it."""
    return field.shows or (isinstance(field.item, Reference) and BY_FOLDER[field.item.folder].is_evidence)


def _all_withdrawn(showcase: Showcase, refs: Iterable[AnyRef]) -> bool:
    return all(ref in showcase and showcase[ref].facts.withdrawn for ref in refs)
