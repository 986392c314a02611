"""What the owner says of how many agreements were signed, against those that are here."""

from collections.abc import Iterator

from generator.content.nodes import Nodes
from generator.problems.problem import Problem, problem
from generator.showcase.model import Showcase
from generator.showcase.signed_here import signed_here


def register_has_no_more_than_was_signed(showcase: Showcase, nodes: Nodes) -> Iterator[Problem]:
    """No more agreements are here, dated up to the day, than the owner says were signed by then."""
    said = showcase.settings.coverage
    if said and said.signed and not said.signed.qualifier:
        number = signed_here(showcase, said.as_of).number
        if number > said.signed.number:
            place = nodes.place(("coverage", "signed"))
            yield problem("more-than-signed", place, number=number, signed=said.signed.number, day=said.as_of)
