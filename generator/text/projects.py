"""The projects of an initiative, one by one: in which edition each stands, what it is called, where a link finds it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.record import Record
from generator.fields.values import Quantity
from generator.kinds.edition import Edition, Project
from generator.kinds.initiative import Initiative
from generator.text.context import Context
from generator.urls import slug


@dataclass(frozen=True)
class AnchoredProject:
    """A project, its edition where a source says which, and its anchor on the page of all projects.

    The anchor is made of its name and the year of its edition, never of a translation: it lasts as long as they do.
    """

    project: Project
    edition: Edition | None
    anchor: str


def edition_anchor(initiative: Initiative, edition: Edition) -> str:
    """The anchor of an edition, on the page of the initiative and on that of its projects."""
    same = [one for one in initiative.editions if slug(one.year) == slug(edition.year)]
    number = next(at for at, one in enumerate(same, start=1) if one is edition)
    return f"edition-{slug(edition.year)}" + (f"-{number}" if number > 1 else "")


def projects_of(initiative: Initiative) -> tuple[AnchoredProject, ...]:
    """Every project: the editions as they are written, then those of which no source says the edition."""
    seen: Counter[str] = Counter()
    placed = []
    for edition, number, project in _all(initiative):
        word, year = slug(project.name or ""), slug(edition.year) if edition else ""
        anchor = f"{word}-{year}" if word and year else "-".join(filter(None, ("project", year, word or str(number))))
        seen[anchor] += 1
        placed.append(AnchoredProject(project, edition, anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}"))
    return tuple(placed)


def _all(initiative: Initiative) -> Iterator[tuple[Edition | None, int, Project]]:
    for edition in initiative.editions:
        yield from ((edition, number, one) for number, one in enumerate(edition.projects, start=1))
    yield from ((None, number, one) for number, one in enumerate(initiative.projects, start=1))


def hrefs(context: Context, record: Record[Initiative]) -> Mapping[int, str]:
    """The address of each project, by the identity of what holds it."""
    page = context.urls.href(context.urls.projects(record, context.language))
    return {id(one.project): f"{page}#{one.anchor}" for one in projects_of(record.facts)}


def funded_exactly(edition: Edition) -> int | None:
    """How many projects an edition funded, where a source says just how many."""
    funded: Quantity | None = edition.funded
    return round(funded.number) if funded and not funded.qualifier else None
