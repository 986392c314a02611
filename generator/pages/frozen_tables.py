"""The tables frozen as they were: a line each on the page of the data, and their files as they are."""

import datetime
from collections.abc import Iterable, Iterator

from generator.content.snapshots import Reissue, Snapshot
from generator.text.context import Context
from generator.text.inline import joined
from generator.urls import Urls
from generator.view.bodies import DataSection
from generator.view.outputs import Copy
from generator.view.text import Inline, Piece
from generator.words import N_

FROZEN = "frozen tables"
"""What the witness sees of them."""


def snapshot_files(urls: Urls, frozen: Iterable[Snapshot]) -> Iterator[Copy]:
    """The tables and what tells of them, byte for byte: whoever has one can try its digest."""
    for one in frozen:
        yield Copy(urls.frozen(one.period, "csv"), one.table)
        yield Copy(urls.frozen(one.period, "json"), one.description)


def frozen_sections(context: Context, frozen: Iterable[Snapshot]) -> tuple[DataSection, ...]:
    """A line a table, the latest first."""
    context.witness.sees(FROZEN)
    return tuple(section_of(context, one) for one in frozen)


def section_of(context: Context, snapshot: Snapshot) -> DataSection:
    """What the page of the data says of a table, and its files."""
    words, urls, period = context.words, context.urls, snapshot.half_year
    names = (N_("{year}, January to June"), N_("{year}, July to December"))
    frozen_on = context.dated("on", datetime.date.fromisoformat(snapshot.frozen_on))
    said: list[Inline] = [
        context.phrase("frozen {on_day}", on_day=frozen_on),
        (Piece(words.count("{number} agreement", "{number} agreements", snapshot.rows)),),
        (Piece(words.text("columns, version {version}", version=snapshot.columns_version)),),
        (Piece(f"SHA-256 {snapshot.sha256}"),),
    ]
    forms = (("csv", words.text("Table (CSV)")), ("json", "JSON"))
    return DataSection(
        f"register-{snapshot.period}",
        words.text(names[period.half - 1], year=str(period.year)),
        joined(" · ", said),
        tuple(Piece(label, href=urls.href(urls.frozen(snapshot.period, form))) for form, label in forms),
        quality=joined(" ", [_reissue(context, one) for one in snapshot.reissues]) if snapshot.reissues else (),
    )


def _reissue(context: Context, reissue: Reissue) -> Inline:
    """That a record was taken out, and why."""
    on_day = context.dated("on", datetime.date.fromisoformat(reissue.on))
    because = reissue.because.get(context.language) or next(iter(reissue.because.values()), "")
    return context.phrase(
        "Issued again {on_day} without a withdrawn record, with a new digest: {because}", on_day=on_day, because=because
    )
