"""Records → the showcase: ids become records, references gain their back-links, what is hidden is left out."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.content.record import AnyRecord
from generator.content.validate import Content
from generator.fields.values import AnyRef, Ref, Term
from generator.kinds.catalogue import BY_FOLDER
from generator.problems.problem import Place, Problem, did_you_mean, problem
from generator.showcase.model import Backlink, Showcase, inherited_promoter, terms
from generator.showcase.public import public
from generator.words import N_, Phrase


def relate(content: Content, day: datetime.date, *, drafts: bool) -> tuple[Showcase, list[Problem]]:
    """Connect the records as they are on `day`; with `drafts`, those not published too."""
    settings, nodes, known = content.settings, content.nodes, content.known
    everything = {record.ref: record for record in sorted(content.records, key=lambda record: record.ref)}
    hidden: dict[AnyRef, str] = {}
    if not drafts:
        hidden = {ref: why for ref, record in everything.items() if (why := _hidden(record, day))}
    visible: dict[AnyRef, AnyRecord] = {ref: public(record) for ref, record in everything.items() if ref not in hidden}
    backlinks: dict[AnyRef, list[Backlink]] = defaultdict(list)
    problems: list[Problem] = []
    for record in visible.values():
        for location, ref in everything[record.ref].references():
            problems += reference_problems(ref, record.place(*location), known, hidden)
        for location, ref in record.references():
            if ref in visible:
                backlinks[ref].append(Backlink(record, location))
        if promoter := inherited_promoter(record, visible.get):
            backlinks[promoter].append(Backlink(record, ("promoter",)))
    for number, ref in enumerate(settings.highlights):
        problems += reference_problems(ref, nodes.place(("highlights", number)), known, hidden)
    for name, entries in (("navigation", settings.navigation), ("social_cards", settings.social_cards)):
        for number, entry in enumerate(entries):
            problems += _entry_problems(entry, nodes.place((name, number)), known, hidden)
    classified: dict[Term, list[AnyRecord]] = defaultdict(list)
    for record in visible.values():
        for term in terms(record.facts) if not record.facts.withdrawn else ():
            classified[term].append(record)
    links = {ref: tuple(found) for ref, found in backlinks.items()}
    by_term = {term: tuple(found) for term, found in classified.items()}
    return Showcase(settings, day, visible, hidden, known, links, content.vocabularies, by_term), problems


def reference_problems(
    ref: AnyRef, place: Place, known: Iterable[AnyRef], hidden: Mapping[AnyRef, str]
) -> list[Problem]:
    """What is wrong with a reference to `ref` written at `place`."""
    if ref in hidden:
        return [problem("hidden-reference", place, id=ref.id, why=Phrase(hidden[ref]))]
    if ref in known:
        return []
    if ref.folder not in BY_FOLDER:
        meant = did_you_mean(ref.folder, BY_FOLDER)
        return [problem("unknown-folder", place, meant=meant, name=ref.folder, known=list(BY_FOLDER))]
    meant = did_you_mean(ref.id, (one.id for one in known if one.folder == ref.folder))
    return [problem("unknown-reference", place, meant=meant, id=ref.id, folder=ref.folder)]


def _entry_problems(entry: str, place: Place, known: Iterable[AnyRef], hidden: Mapping[AnyRef, str]) -> list[Problem]:
    """What is wrong with a setting that names a folder or a record: "agreements", "agreements/x"."""
    folder, _, id_ = entry.partition("/")
    if id_:
        return reference_problems(Ref(folder, id_), place, known, hidden)
    if folder in BY_FOLDER:
        return []
    meant = did_you_mean(folder, BY_FOLDER)
    return [problem("unknown-folder", place, meant=meant, name=folder, known=list(BY_FOLDER))]


def _hidden(record: AnyRecord, day: datetime.date) -> str | None:
    facts = record.facts
    if facts.draft:
        return N_("it is a draft")
    if facts.archived:
        return N_("it is archived")
    if facts.publish_on and facts.publish_on.last > day:
        return N_("its day of publication has not come")
    return None
