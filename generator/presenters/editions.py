"""The editions of a recurring initiative: a table of them all, then what is said of each and its projects."""

from collections.abc import Iterable

from generator.content.record import AnyRecord, Record
from generator.fields.dotted import is_hidden
from generator.fields.values import AnyRef
from generator.kinds.edition import Edition, Project
from generator.kinds.initiative import Initiative
from generator.text.context import Context
from generator.text.inline import joined, text_of
from generator.text.legend import legend
from generator.view.charts import EditionRow, Editions
from generator.view.parts import Facts, Folded, Part, Table
from generator.view.text import Fact, Inline, Piece

_COLUMNS, _MOST_PANES = 8, 200
_PANE, _PITCH = (9, 13), (13, 17)
_IN_THE_TABLE = ("number", "theme", "funded", "amount", "results_on")
"""Where a dash says already that they are not stated."""
_DETAILS = ("results_on", "started_on", "duration", "submitted", "funded", "amount")


def editions(context: Context, record: Record[Initiative]) -> tuple[Part, ...]:
    """The editions side by side, then one by one."""
    facts = record.facts
    if not facts.editions:
        return ()
    text = context.words.text
    head = (text("Edition"), text("Theme and projects"), text("Funded"), text("Amount"), text("Results"))
    caption = text(
        "The editions. A square is a project, filled where it was funded; dashed where a number is not known."
    )
    rows = tuple(_row(context, one) for one in facts.editions)
    if any(_has_gap(row) for row in rows):
        caption = f"{caption} {text_of(legend(context))}"
    summary = Editions(caption, head, rows)
    told = (_edition(context, record, edition) for edition in facts.editions if _says_more(edition))
    return (summary, *told)


def _says_more(edition: Edition) -> bool:
    """Whether the row of an edition does not say all that is known of it."""
    beside = (edition.sources, edition.projects, edition.started_on, edition.duration, _unstated(edition))
    return any(beside) or (edition.submitted is not None and edition.funded is None)


def _unstated(edition: Edition) -> list[str]:
    """The fields that no source states and no dash in the row tells of; of an empty row it is told what that means."""
    if _untold(edition):
        return []
    return [name for name in edition.not_stated if not is_hidden(Edition, name) and name not in _IN_THE_TABLE]


def _has_gap(row: EditionRow) -> bool:
    """Whether a dash stands in a row."""
    lines = () if row.missing else (row.number, row.theme, *(line for cell in row.cells for line in cell))
    return any(piece.unknown for line in lines for piece in line)


def _row(context: Context, edition: Edition) -> EditionRow:
    number: Inline = ()
    if edition.number is not None:
        number = (Piece(context.words.text("edition no. {number}", number=edition.number)),)
    elif "number" in edition.not_stated:
        number = context.phrase("edition no. {number}", number=context.not_stated())
    lit, dark, unknown = _panes(edition)
    places = (*lit, *dark, *unknown)
    missing = ""
    if _untold(edition):
        missing = context.words.text("We found no source on this edition.")
    return EditionRow(
        year=edition.year,
        number=() if missing else number,
        theme=_cell(context, edition, "theme"),
        names=", ".join(project.name for project in edition.projects),
        lit=lit,
        dark=dark,
        unknown=unknown,
        panes_width=max((x + _PANE[0] for x, _ in places), default=0),
        panes_height=max((y + _PANE[1] for _, y in places), default=0),
        cells=((_funded(context, edition),), _amounts(context, edition), (_cell(context, edition, "results_on"),)),
        missing=missing,
    )


def _untold(edition: Edition) -> bool:
    """Whether nothing at all is known of an edition but its year."""
    return not edition.sources and not any(
        edition.held(name) for name in ("number", "theme", "projects", "differing", *_DETAILS)
    )


Places = tuple[tuple[int, int], ...]


def _panes(edition: Edition) -> tuple[Places, Places, Places]:
    """Where the panes stand: of projects funded, of those only submitted, and a dashed one for what is not known.

    A number that is only “about” or “almost” has no panes.
    """
    known = {name: value for name in ("funded", "submitted") if (value := edition.held(name)) and not value.qualifier}
    funded = round(known["funded"].number) if "funded" in known else 0
    submitted = round(known["submitted"].number) if "submitted" in known else funded
    unstated = int(len(known) < 2)
    total = max(funded, submitted)
    if total > _MOST_PANES:
        return (), (), ()
    places = tuple((n % _COLUMNS * _PITCH[0], n // _COLUMNS * _PITCH[1]) for n in range(total + unstated))
    return places[:funded], places[funded:total], places[total:]


def _funded(context: Context, edition: Edition) -> Inline:
    if edition.funded and edition.submitted:
        funded, submitted = context.quantity(edition.funded), context.quantity(edition.submitted)
        return context.phrase("{funded} of {total}", funded=funded, total=submitted)
    return _cell(context, edition, "funded")


def _amounts(context: Context, edition: Edition) -> tuple[Inline, ...]:
    """Every sum that a source gives, each once; or what is said where there is none."""
    stated = [context.quantity(edition.amount)] if edition.amount else []
    others = [context.other_value(Edition, entry).text for entry in edition.differing if entry.field == "amount"]
    sums = list(dict.fromkeys([*stated, *others]))
    if not sums:
        return (_cell(context, edition, "amount"),)
    lines: list[Inline] = [(Piece(one),) for one in sums]
    if len(sums) > 1:
        lines.append((Piece(context.words.text("the sources disagree")),))
    return tuple(lines)


def _cell(context: Context, edition: Edition | Project, name: str) -> Inline:
    """A value; or that sources disagree, or a dash where nothing is known."""
    if said := context.value(edition, name):
        return said[0]
    if isinstance(edition, Edition) and any(entry.field == name for entry in edition.differing):
        return (Piece(context.words.text("the sources disagree")),)
    return (context.not_stated(),)


def _edition(context: Context, record: AnyRecord, edition: Edition) -> Folded:
    """What is known of an edition, what other sources say of it, and its projects."""
    rows = [row for row in (_detail(context, record, edition, name) for name in _DETAILS) if row.values]
    if unknown := context.words.listed(context.label(Edition, name).lower() for name in _unstated(edition)):
        rows.append(Fact(context.words.text("Not found"), ((Piece(unknown, unknown=True),),)))
    if edition.sources:
        rows.append(Fact(context.label(Edition, "sources"), (_cited(context, record, edition.sources),)))
    title = context.phrase("The {year} edition", year=edition.year)
    projects = (_projects(context, record, edition),) if edition.projects else ()
    return Folded(title, (Facts(tuple(rows)), *projects))


def _detail(context: Context, record: AnyRecord, edition: Edition, name: str) -> Fact:
    """A value that is stated, and what other sources say of it."""
    said = context.value(edition, name)
    others = tuple(
        context.otherwise(Edition, entry, context.cite(record, entry.source))
        for entry in edition.differing
        if entry.field == name
    )
    return Fact(context.label(Edition, name), (*said, *others))


def _cited(context: Context, record: AnyRecord, sources: Iterable[AnyRef]) -> Inline:
    return joined(" · ", ((context.cite(record, ref),) for ref in sources))


def _projects(context: Context, record: AnyRecord, edition: Edition) -> Table:
    text = context.words.text
    head = (text("Project"), text("Subject"), text("Place"), text("Sources"))
    caption = text("Projects of the {year} edition", year=edition.year)
    return Table(caption, head, tuple(_project(context, record, one) for one in edition.projects))


def _project(context: Context, record: AnyRecord, project: Project) -> tuple[Inline, ...]:
    subject, place = _cell(context, project, "subject"), _cell(context, project, "place")
    return ((Piece(project.name),), subject, place, _cited(context, record, project.sources) or (Piece("–"),))
