"""Showcases of records that no file holds."""

import dataclasses
from collections import defaultdict
from functools import cache
from typing import Any

from generator.content.brief import Brief
from generator.content.entrances import NavigationEntry
from generator.content.prose import Prose
from generator.content.record import AnyRecord, Record
from generator.fields.declare import AnyGroup
from generator.fields.values import AnyRef, Ref
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.initiative import Initiative
from generator.showcase.answers import Witness
from generator.showcase.briefs import Briefs
from generator.showcase.model import Referrer, Showcase
from generator.text.context import Context, contexts_of
from tests.harness import SiteTest, facts_of

PAGE, PRESS = "pagina-citta-aperta", "articolo-mobilita"
PARTIES = ["unicollefiorito", "comune-di-valdombra"]


@cache
def _showcase() -> Showcase:
    found: Showcase = SiteTest("showcase").check().showcase
    return found


def facts(kind: type[AnyGroup], **written: Any) -> AnyGroup:
    """The facts of a record; what is empty is not written."""
    return facts_of(kind, **{name: value for name, value in written.items() if value not in ([], "")})


def record(kind: type[Kind], id_: str, *, in_: str = "it en", **written: Any) -> AnyRecord:
    """A record of these facts, called by its id; `in_` are the languages it has words in."""
    sample = _showcase().records[Ref("initiatives", "premio-lanterna")]
    wordings = {
        language: dataclasses.replace(
            sample.wordings[language], title=id_, short_title=f"{id_[:3]}.", summary="", prose=Prose()
        )
        for language in in_.split()
    }
    return Record(Ref(kind.folder, id_), facts(kind, **written), sample.nodes, wordings, {})


def context(*records: AnyRecord, language: str = "it", alone: bool = False, **settings: Any) -> Context:
    """The small showcase with some more records, or with no other of their kinds."""
    base = _showcase()
    kinds = {one.ref.folder for one in records} if alone else set()
    kept = {ref: one for ref, one in base.records.items() if ref.folder not in kinds}
    every = dict(sorted({**kept, **{one.ref: one for one in records}}.items()))
    assert base.settings.home
    figures = tuple(ref for ref in base.settings.home.figures if ref in every)
    home = dataclasses.replace(base.settings.home, figures=figures)
    here = dataclasses.replace(base.settings, **{"home": home, **settings})
    briefs = {ref: Brief.of(one, here) for ref, one in every.items()}
    links: dict[AnyRef, list[Referrer]] = defaultdict(list)
    classified: dict[Any, list[AnyRef]] = defaultdict(list)
    for other, brief in briefs.items():
        for location, ref in brief.links:
            links[ref].append(Referrer(other, location))
        for term in brief.terms:
            classified[term].append(other)
    witness = Witness()
    showcase = dataclasses.replace(
        base,
        settings=here,
        records=every,
        briefs=Briefs(briefs, witness),
        witness=witness,
        backlinks={ref: tuple(found) for ref, found in links.items()},
        classified={term: tuple(found) for term, found in classified.items()},
    )
    return next(one for one in contexts_of(showcase) if one.language == language)


def panes(named: str) -> tuple[NavigationEntry, ...]:
    """Entries of the navigation, by what they lead to."""
    return tuple(NavigationEntry(to=one) for one in named.split())


def total(measure: str, value: str, source: str = PAGE, **more: Any) -> dict[str, Any]:
    return {"measure": measure, "value": value, "source": source, **more}


def counted(submitted: str, funded: str, source: str = PAGE) -> list[dict[str, Any]]:
    return [total("submitted", submitted, source), total("funded", funded, source)]


def agreement(id_: str, **written: Any) -> AnyRecord:
    return record(Agreement, id_, **{"form": "memorandum", "stage": "signed", "parties": PARTIES, **written})


def prize(**written: Any) -> Record[Initiative]:
    """The made-up prize with other facts."""
    here = context().showcase.records[Ref("initiatives", "premio-lanterna")].of(Initiative)
    assert here
    read = facts(Initiative, **written)
    other = {"editions": (), "totals": (), "differing": (), **{name: read.held(name) for name in written}}
    return dataclasses.replace(here, facts=dataclasses.replace(here.facts, **other))
