"""Records → the showcase: ids become records, references gain their back-links, what is hidden is left out."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.content.brief import Brief
from generator.content.freshness import fingerprint
from generator.content.nodes import Nodes
from generator.content.public import public
from generator.content.record import AnyRecord
from generator.content.settings import Settings
from generator.content.style import Style
from generator.content.validate import Content
from generator.fields.values import AnyRef, Ref, Term
from generator.kinds.catalogue import BY_FOLDER, WITH_PAGES, folders_called, kind_of
from generator.problems.mend import ValueMend
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean, named_so
from generator.showcase.answers import Witness
from generator.showcase.briefs import Briefs
from generator.showcase.model import MENTIONED, Referrer, Showcase
from generator.words import N_, Phrase

NOBODY_NAMES = N_("no published record names it")
"""Why a record is hidden that has no page of its own, and that nobody tells on theirs."""


def relate(content: Content, day: datetime.date, *, drafts: bool) -> tuple[Showcase, list[Problem]]:
    """Connect the records as they are on `day`; with `drafts`, those not published too. None of them is opened."""
    settings, nodes, records = content.settings, content.nodes, content.records
    briefs = {ref: note.brief for ref, note in records.notes.items()}
    held_back: dict[AnyRef, str] = {}
    for ref, brief in briefs.items():
        off = N_("its kind is switched off") if ref.folder in settings.switched_off else None
        if why := off or (None if drafts else _hidden(brief, day)):
            held_back[ref] = why
    published = {ref: brief for ref, brief in briefs.items() if ref not in held_back}
    unnamed = _unnamed(published)
    visible = {ref: brief for ref, brief in published.items() if ref not in unnamed}
    hidden = held_back | dict.fromkeys(unnamed, NOBODY_NAMES)
    backlinks: dict[AnyRef, list[Referrer]] = defaultdict(list)
    classified: dict[Term, list[AnyRef]] = defaultdict(list)
    problems = [
        *_without_records(settings, nodes, {*visible, *(records.known - briefs.keys())}),
        *_switched_off(settings, nodes, briefs),
        *(problem("named-by-none", Position(briefs[ref].path)) for ref in unnamed),
    ]
    for ref, brief in visible.items():
        for named, place in brief.references:
            problems += reference_problems(named, place, records.known, held_back, briefs)
        for location, named in brief.links:
            if named in visible:
                backlinks[named].append(Referrer(ref, location))
        for named in brief.mentions if ref.folder in WITH_PAGES else ():
            if named in visible and kind_of(named).mentions_refer:
                backlinks[named].append(Referrer(ref, MENTIONED))
        for field, wider in brief.inherits:
            theirs = visible[wider].links if wider in visible else ()
            for named in (other for way, other in theirs if way == (field,)):
                backlinks[named].append(Referrer(ref, (field,)))
        for term in () if brief.withdrawn else brief.terms:
            classified[term].append(ref)
    home = settings.home
    for number, ref in enumerate(home.figures if home else ()):
        problems += reference_problems(ref, nodes.place(("home", "figures", number)), records.known, hidden, briefs)
    for number, ref in enumerate(settings.dossiers):
        problems += reference_problems(ref, nodes.place(("dossiers", number)), records.known, hidden, briefs)
    for number, door in enumerate(home.doors if home else ()):
        problems += _entry_problems(
            door.to, nodes.place(("home", "doors", number, "to")), records.known, hidden, briefs
        )
    for number, pane in enumerate(settings.navigation):
        problems += _entry_problems(pane.to, nodes.place(("navigation", number, "to")), records.known, hidden, briefs)
    for number, entry in enumerate(settings.social_cards):
        problems += _entry_problems(entry, nodes.place(("social_cards", number)), records.known, hidden, briefs)
    witness = Witness()
    showcase = Showcase(
        settings=settings,
        on=day,
        records=_Shown(records, visible),
        briefs=Briefs(visible, witness),
        hidden=hidden,
        unpublished=_Shown(records, hidden.keys()),
        known=records.known,
        backlinks={ref: tuple(found) for ref, found in backlinks.items()},
        vocabularies=content.vocabularies,
        classified={term: tuple(found) for term, found in classified.items()},
        style=Style(content.style.terms),
        words=content.words,
        witness=witness,
    )
    return showcase, problems


class _Shown(Mapping[AnyRef, AnyRecord]):
    """Some of the records, without what is private in them; each is opened when it is asked for."""

    def __init__(self, whole: Mapping[AnyRef, AnyRecord], visible: Collection[AnyRef]) -> None:
        self._whole, self._visible = whole, visible
        self._opened: dict[AnyRef, AnyRecord] = {}

    def __getitem__(self, ref: AnyRef) -> AnyRecord:
        if ref not in self._opened:
            if ref not in self._visible:
                raise KeyError(ref)
            self._opened[ref] = public(self._whole[ref])
        return self._opened[ref]

    def __contains__(self, ref: object) -> bool:
        return ref in self._visible

    def __iter__(self) -> Iterator[AnyRef]:
        return iter(self._visible)

    def __len__(self) -> int:
        return len(self._visible)


def reference_problems(
    ref: AnyRef,
    place: Position,
    known: Iterable[AnyRef],
    hidden: Mapping[AnyRef, str],
    briefs: Mapping[AnyRef, Brief],
) -> list[Problem]:
    """What is wrong with a reference to `ref` written at `place`; `briefs` know what records are called, and were."""
    if ref.folder not in WITH_PAGES:
        return [_folder_problem(ref.folder, place)]
    if ref in hidden:
        return [problem("hidden-reference", place, id=ref.id, why=Phrase(hidden[ref]))]
    if ref in known:
        return []
    if now := now_called(ref, briefs):
        return [problem("record-moved", place, was=ref.id, now=now.id)]
    names = {one.id: () for one in known if one.folder == ref.folder} | _names(ref.folder, briefs)
    meant = did_you_mean(ref.id, names)
    return [problem("unknown-reference", place, meant=meant, id=ref.id, folder=ref.folder)]


def now_called(former: AnyRef, briefs: Mapping[AnyRef, Brief]) -> AnyRef | None:
    """The record of that kind which had this id."""
    same_kind = (ref for ref in briefs if ref.folder == former.folder)
    return next((ref for ref in same_kind if former.id in briefs[ref].former_ids), None)


def with_names_meant(problems: Iterable[Problem], showcase: Showcase) -> list[Problem]:
    """The problems, those about what is no reference with what was meant: a record or a term called by its title."""
    found = []
    for one in problems:
        example = one.values.get("example")
        where = example.values if one.code == "bad-reference" and isinstance(example, Phrase) else {}
        names: Mapping[str, Iterable[str]] = {}
        if "folder" in where:
            names = _names(str(where["folder"]), showcase.briefs)
        elif vocabulary := showcase.vocabularies.get(str(where.get("name"))):
            names = {term.id: term.label.values() for term in vocabulary.terms if term.verified}
        meant = did_you_mean(str(one.values.get("value")), names) or _with_folder(one, showcase)
        if one.code == "translation-alone":
            meant = _renamed(one, showcase)
        if isinstance(one.exact, ValueMend) and (named := named_so(str(one.values.get("value")), names)):
            one = replace(one, exact=ValueMend(one.exact.way, named))
        found.append(replace(one, suggestions=meant) if meant else one)
    return found


def _with_folder(one: Problem, showcase: Showcase) -> tuple[str, ...]:
    """A record of any kind that is called by its id or its title alone."""
    example = one.values.get("example")
    if one.code != "bad-reference" or (isinstance(example, Phrase) and {"folder", "name"} & example.values.keys()):
        return one.suggestions
    written = str(one.values.get("value"))
    return did_you_mean(written, {str(ref): (ref.id, *brief.titles) for ref, brief in showcase.briefs.items()})


def _renamed(alone: Problem, showcase: Showcase) -> tuple[str, ...]:
    """The name of a translation whose record was renamed: that has the words it was made from, or is the only one."""
    language, mark = str(alone.values["language"]), set(str(alone.values["mark"]).split()) - {"-"}
    folder = Path(alone.place.path).parent
    lacking = [
        ref
        for ref, brief in showcase.briefs.items()
        if language not in brief.languages and folder in (Path(brief.path).parent, Path(brief.path).parent.parent)
    ]
    first = showcase.settings.language_of_facts
    same = [ref for ref in lacking if mark & set(fingerprint(showcase[ref].wordings[first]).split())] or lacking
    return tuple(f"{showcase.briefs[ref].path.rpartition('.')[0]}.{language}.md" for ref in same if len(same) == 1)


def _names(folder: str, briefs: Mapping[AnyRef, Brief]) -> dict[str, tuple[str, ...]]:
    """The ids of the records of a folder, each with its titles: whoever renames a file often keeps the title."""
    return {ref.id: brief.titles for ref, brief in briefs.items() if ref.folder == folder}


def _without_records(settings: Settings, nodes: Nodes, visible: Collection[AnyRef]) -> Iterator[Problem]:
    """That what the navigation or the home page lead to has no record yet, not even one that cannot be read."""
    there = {ref.folder for ref in visible}
    doors = enumerate(settings.home.doors) if settings.home else ()
    entries = [(("navigation", number), entry) for number, entry in enumerate(settings.navigation)]
    for way, entry in (*entries, *((("home", "doors", number), door) for number, door in doors)):
        if entry.to in WITH_PAGES and entry.to not in there:
            yield problem("leads-to-none", nodes.place((*way, "to")), name=entry.to)


def _switched_off(settings: Settings, nodes: Nodes, briefs: Collection[AnyRef]) -> Iterator[Problem]:
    """How many records a kind has that is switched off: they are not shown."""
    for number, owned in enumerate(settings.kinds):
        records = sum(ref.folder == owned.kind for ref in briefs)
        if owned.off and records:
            yield problem("switched-off", nodes.place(("kinds", number, "off")), name=owned.kind, number=records)


def _entry_problems(
    entry: str, place: Position, known: Iterable[AnyRef], hidden: Mapping[AnyRef, str], briefs: Mapping[AnyRef, Brief]
) -> list[Problem]:
    """What is wrong with a setting that names a folder or a record: "agreements", "agreements/x"."""
    folder, _, id_ = entry.partition("/")
    if id_:
        return reference_problems(Ref(folder, id_), place, known, hidden, briefs)
    return [] if folder in WITH_PAGES else [_folder_problem(folder, place)]


def _folder_problem(folder: str, place: Position) -> Problem:
    """That nothing of a folder can be referred to."""
    if folder in BY_FOLDER:
        return problem("no-page", place, name=folder, known=WITH_PAGES)
    names = {name: words for name, words in folders_called().items() if name in WITH_PAGES}
    return problem("unknown-folder", place, meant=did_you_mean(folder, names), name=folder, known=WITH_PAGES)


def _unnamed(published: Mapping[AnyRef, Brief]) -> list[AnyRef]:
    """The records that are told on the page of who names them, and that no record with something to tell names."""
    telling = [brief for brief in published.values() if not brief.withdrawn]
    named = {ref for brief in telling for ref in (*(other for _, other in brief.links), *brief.mentions)}
    told_by_others = (ref for ref, brief in published.items() if kind_of(ref).own_page_from and brief.fits_a_line)
    return [ref for ref in told_by_others if ref not in named]


def _hidden(brief: Brief, day: datetime.date) -> str | None:
    if brief.draft:
        return N_("it is a draft")
    if brief.archived:
        return N_("it is archived")
    if brief.publish_on > day.isoformat():
        return N_("its day of publication has not come")
    return None
