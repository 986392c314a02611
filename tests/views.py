"""Showcases of records that no file holds, and what their pages say, written down line by line."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from generator.content.record import AnyRecord, Record
from generator.fields.declare import AnyGroup
from generator.fields.values import AnyRef, Ref
from generator.kinds.base import Kind
from generator.showcase.model import Backlink, Showcase, terms
from generator.text.context import Context
from generator.urls import Urls
from generator.view.text import Piece
from generator.words import words_for
from tests.harness import SiteTest, facts_of


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
        language: dataclasses.replace(sample.wordings[language], title=id_, short_title=f"{id_[:3]}.", summary="")
        for language in in_.split()
    }
    return Record(Ref(kind.folder, id_), facts(kind, **written), sample.nodes, wordings, {})


def context(*records: AnyRecord, language: str = "it", alone: bool = False, **settings: Any) -> Context:
    """The small showcase with some more records, or with no other of their kinds."""
    base = _showcase()
    kinds = {one.ref.folder for one in records} if alone else set()
    kept = {ref: one for ref, one in base.records.items() if ref.folder not in kinds}
    every = dict(sorted({**kept, **{one.ref: one for one in records}}.items()))
    links: dict[AnyRef, list[Backlink]] = defaultdict(list)
    classified: dict[Any, list[AnyRecord]] = defaultdict(list)
    for one in every.values():
        for location, ref in one.references():
            links[ref].append(Backlink(one, location))
        for term in terms(one.facts):
            classified[term].append(one)
    highlights = tuple(ref for ref in base.settings.highlights if ref in every)
    showcase = dataclasses.replace(
        base,
        settings=dataclasses.replace(base.settings, **{"highlights": highlights, **settings}),
        records=every,
        backlinks={ref: tuple(found) for ref, found in links.items()},
        classified={term: tuple(found) for term, found in classified.items()},
    )
    return Context(showcase, Urls(showcase.settings), words_for(language))


# --- what is told ---


def told(value: Any, indent: int = 0, name: str = "") -> Iterator[str]:
    """A view, a line for each thing in it; what is empty is left out."""
    pad = "  " * indent + (f"{name}: " if name else "")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        short = {part: said for part, held in parts.items() if (said := _short(held)) is not None}
        yield pad + " | ".join((type(value).__name__, *(f"{part} {said}" for part, said in short.items() if said)))
        for part, held in parts.items():
            if part not in short:
                yield from _within(part, held, indent + 1)
    else:
        yield from _within("", value, indent)


def _within(name: str, held: Any, indent: int) -> Iterator[str]:
    if (said := _short(held)) is not None:
        yield f"{'  ' * indent}{name} {said}".rstrip()
        return
    if isinstance(held, Mapping):
        for key, one in held.items():
            yield from _within(str(key), one, indent)
        return
    if dataclasses.is_dataclass(held):
        yield from told(held, indent, name)
        return
    for one in held:
        yield from _within(name, one, indent)


def _short(value: Any) -> str | None:
    """A value that fits in its line; "" for an empty one."""
    if value is None or value is False:
        return ""
    if isinstance(value, Piece):
        more = (f"<{value.href}>" if value.href else "", f"({value.lang})" if value.lang else "")
        more = (*more, f"@{value.datetime}" if value.datetime else "")
        return f"{'?' * value.unknown}{value.text}{''.join(more)}"
    if isinstance(value, tuple | list):
        several = [_short(one) for one in value]
        if all(isinstance(one, Piece) for one in value):
            return "".join(one or "" for one in several)
        if all(one is None or isinstance(one, str | int | float) for one in value) or all(
            isinstance(one, tuple) and all(isinstance(x, int | float) for x in one) for one in value
        ):
            return repr(tuple(value)) if value else ""
        return None
    if isinstance(value, Mapping):
        return None if value else ""
    return None if dataclasses.is_dataclass(value) else str(value)
