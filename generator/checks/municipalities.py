"""Rules about places."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.kinds.place import Place
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.points import municipalities


def codes_are_those_of_their_municipality(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """The ISTAT code of a municipality is its own, since pictures have it where the code says."""
    place = record.of(Place)
    code = place.facts.istat if place else None
    if not code:
        return
    known = municipalities().get(code)
    if known is None:
        yield problem("istat-unknown", record.place("istat"), code=code)
    elif _spelt(record.facts.title) not in (_spelt(known.name), *map(_spelt, known.name.split("/"))):
        yield problem("istat-mismatch", record.place("istat"), code=code, name=known.name)


def _spelt(name: str) -> str:
    """A name without what writers spell in two ways."""
    return name.replace("’", "'").casefold()
