"""What Hugo is told of dossiers: each is a term of its records, which it gathers, groups, sorts, counts and lists."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.hugo.records import classified
from benchmarks.hugo.values import Values
from generator.content.record import AnyRecord
from generator.exports.calendars import calendar_of
from generator.fields.values import AnyRef
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.organisation import Organisation
from generator.kinds.place import FORMS, WHERE, Place
from generator.kinds.source import Source
from generator.pages.dossier_selection import selection_data
from generator.planned import Planned
from generator.presenters.dossier_figures import DossierFigure, figures_of
from generator.presenters.dossier_page import Dossier, acting_in, dossier, dossier_row
from generator.presenters.gaps import gaps
from generator.presenters.places import form_of, happening
from generator.showcase.selection import Questions, about, selected
from generator.text.context import Context
from generator.text.listed import placed_on, short_title
from generator.text.when import happened, statuses_on
from generator.view.dossiers import DossierBody

DOSSIERS = "dossiers"
"""The taxonomy."""
_SPANS = 8
"""Where the days of a record begin, in the file from which a script composes dossiers; after them stands who acts."""
_LATEST = 9_999_999
"""More than the number of any day."""


class DossierTerms:
    """The dossiers of a language, and how each record stands in them."""

    def __init__(self, context: Context, values: Values, planned: Mapping[str, Planned]) -> None:
        self._context, self._values, self._planned = context, values, planned
        self._stands: dict[AnyRef, dict[str, Any]] = defaultdict(dict)
        self._told = {ref: dossier(context, asked) for ref in self._refs() if (asked := about(ref))}
        self._at: dict[AnyRef, list[str]] = defaultdict(list)
        """The places whose rows tell a record."""
        for ref in context.showcase.names(Place):
            for one in happening(context, ref):
                self._at[one].append(str(ref))
        for ref, told in self._told.items():
            self._note(_term(ref), told)
        self._answering = selected(context.showcase, Questions()).refs
        """All that a dossier may be composed of."""
        rows: Any = selection_data(context).value["records"]
        self._spans = {ref: row[_SPANS:-1] for ref, row in zip(self._answering, rows, strict=True)}

    def _refs(self) -> Iterator[AnyRef]:
        context = self._context
        for kind in (Organisation, Place):
            yield from (ref for ref in context.showcase.names(kind) if context.has_page(context.showcase[ref]))

    def _note(self, term: str, told: Dossier) -> None:
        """How each record stands in a dossier: as one that answers, with its figures alone, or by naming."""
        figured = (one.ref for one in told.figures)
        for way, refs in (("done", told.found.refs), ("figured", figured), ("mentions", told.named)):
            for ref in dict.fromkeys(refs):
                self._stands[ref].setdefault(way, []).append(term)
        for row in told.rows:
            if row.role:
                self._stands[row.ref].setdefault("roles", {})[term] = self._values.plain(row.role)

    def pages(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """The name of each dossier among Hugo's terms, its address, and what its page is told."""
        context = self._context
        for ref, told in self._told.items():
            url = context.urls.dossier(context.showcase[ref], context.language)
            body = self._planned[url].content().body
            assert isinstance(body, DossierBody)
            outputs = ["html"]
            params: dict[str, Any] = {"title": body.title, "here": context.words.text("Dossier"), "layout": "dossier"}
            params |= {"folder": ref.folder, "of": str(ref), "term": _term(ref), "noindex": True}
            params |= {"asked": body.asked[0].label, "ways": self._values.plain(body.ways)}
            if told.asked.partners:
                params["partner"] = str(ref)
                outputs += ["follow", "dates"] if told.rows else []
            if not told.rows:  # what its own page says, in words of its own
                stated = (one for one in body.blocks if one.anchor in ("stated", "named-in"))
                params["blocks"] = [
                    {"anchor": one.anchor, "title": one.title, "parts": self._values.parts(one.parts)} for one in stated
                ]
            yield _term(ref), url, {**params, "outputs": outputs}

    def of(self, ref: AnyRef) -> dict[str, Any]:
        """What a record's own page is told for the dossiers in which it stands, and what they say of it."""
        told = self._of_kind(self._context.showcase[ref]) | self._dated(ref)
        if ref in self._spans:
            told |= self._row(ref) | {"spans": self._spans[ref]}
        stands = self._stands.get(ref)
        if stands is None:
            return told
        terms = dict.fromkeys(term for way in ("done", "figured", "mentions") for term in stands.get(way, ()))
        told |= {DOSSIERS: list(terms), **stands}
        return told | {"figures": [self._figure(one) for one in figures_of(self._context, (ref,))]}

    def elsewhere(self) -> Iterator[tuple[AnyRef, dict[str, Any]]]:
        """The records in dossiers, or that one may be composed of, that have a page in another language alone."""
        for ref in dict.fromkeys((*self._stands, *self._answering)):
            record = self._context.showcase[ref]
            if not self._context.has_page(record):
                yield ref, {"classified": classified(record), **self.of(ref)}

    def _of_kind(self, record: AnyRecord) -> dict[str, Any]:
        context, plain = self._context, self._values.plain
        if record.of(Source):
            return {"dated": plain(context.dated_source(record.ref, None))}
        if place := record.of(Place):
            form, facts = form_of(context, record.ref), place.facts
            rank = list(FORMS.options).index(form) + 1 if form else 0
            around = [plain(context.link(facts.part_of))] if facts.part_of else []
            heading = FORMS.heading(form, context.words) if form else ""
            return {"form": f"{rank:02}", "formed": heading, "around": [*filter(None, (facts.address,)), *around]}
        return {}

    def _row(self, ref: AnyRef) -> dict[str, Any]:
        context, plain, record = self._context, self._values.plain, self._context.showcase[ref]
        row, placed = dossier_row(context, ref), context.showcase.placed_in_time(record)
        when = [[] if any(one.unknown for one in cell) else plain(cell) for cell in (row.since, row.until, row.status)]
        where = (str(other) for way, other in record.references() if not {*WHERE}.isdisjoint(way))
        short = short_title(context, ref)
        return {
            "at": f"{KINDS.index(kind_of(ref)):02} {ref.id}",
            "universities": [str(one) for one in context.showcase.universities_in(ref)],
            "who": [str(one) for one in acting_in(context, ref)],
            "when": when,
            "by_day": bool(statuses_on(context, ref)),
            "where": list(dict.fromkeys(where)),
            "told_at": self._at.get(ref, []),
            "placed": f"{KINDS.index(kind_of(ref)):02}{_LATEST - placed_on(context, ref)}{ref.id}",
            "placed_said": plain(happened(context, placed)) if placed else [],
            "short": short if short != context.title(record).text else "",
            "unstated": plain(gaps(context, record)),
        }

    def _dated(self, ref: AnyRef) -> dict[str, Any]:
        """What a calendar has of a record, but for its address and what its page says anyway."""
        context = self._context
        days = calendar_of(context, "", "", (ref,)).days
        if not days:
            return {}
        one, record = days[0], context.showcase[ref]
        told = {"what": one.identifier.rpartition("#")[2], "stamp": one.stamp, "day": one.day, "starts": one.starts}
        told |= {"zone": one.zone, "until": one.until, "place": one.place, "status": one.status}
        told |= {"title": one.title if one.title != context.title(record).text else ""}
        told |= {"text": one.text if one.text != context.summary(record) else ""}
        return {"calendar": {name: value for name, value in told.items() if value}}

    def _figure(self, one: DossierFigure) -> dict[str, Any]:
        """A figure; a source that is dated by itself Hugo finds."""
        plain, as_of = self._values.plain, one.as_of
        said = [plain(self._context.dated_source(source, as_of)) if as_of else str(source) for source in one.sources]
        told = {"what": one.what, "value": one.value, "note": one.note, "period": one.period, "sources": said}
        return {name: value for name, value in told.items() if value}


def _term(ref: AnyRef) -> str:
    """The name of a dossier among Hugo's terms, the same in every language."""
    return f"{ref.folder}--{ref.id}"
