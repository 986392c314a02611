"""Who works with whom: agreements as ties between universities and their partners."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.kinds.agreement import Agreement
from generator.showcase.answers import settled
from generator.showcase.model import Showcase


@dataclass(frozen=True)
class Partnerships:
    """The agreements that a university makes with someone, each counted once a tie."""

    agreements: int
    hubs: Mapping[AnyRef, int]
    """As few universities as leave no agreement out, with their agreements, the busiest first."""
    partners: Mapping[AnyRef, Mapping[AnyRef, int]]
    """Each organisation that works with them: the agreements it has with each."""
    between: Mapping[tuple[AnyRef, AnyRef], int]
    """The agreements that two of the hubs have together."""
    unsigned: Mapping[tuple[AnyRef, AnyRef], int] = field(default_factory=dict)
    """Of a hub and a partner, or of two hubs: how many of their agreements have no record of a signature, if any."""
    all_unsigned: int = 0
    """How many of all the agreements have none."""
    only: Mapping[tuple[AnyRef, AnyRef], AnyRef] = field(default_factory=dict)
    """Of a hub and a partner, or of two hubs, with a single agreement: that one."""

    @property
    def shared(self) -> tuple[AnyRef, ...]:
        """The partners of two or more hubs: those of most hubs first, then of most agreements."""
        found = (partner for partner, ties in self.partners.items() if len(ties) > 1)
        return tuple(sorted(found, key=self.weight))

    def weight(self, partner: AnyRef) -> tuple[int, int, AnyRef]:
        """What sorts the partners: the one with most hubs, then with most agreements, comes first."""
        ties = self.partners[partner]
        return (-len(ties), -sum(ties.values()), partner)

    def have_signed(self, hub: AnyRef, partner: AnyRef) -> bool:
        """Whether there is a record of a signature of any agreement that a hub has with a partner."""
        return self.unsigned.get((hub, partner), 0) < self.partners[partner][hub]


def partnerships_of(showcase: Showcase, agreements: Iterable[AnyRef]) -> Partnerships:
    """The ties that agreements make; a part of a university counts as the university."""
    found = ((ref, _circle(showcase, ref)) for ref in agreements)
    circles = {ref: circle for ref, circle in found if len(circle) > 1 and any(circle.values())}
    hubs = _hubs([*circles.values()])
    partners: dict[AnyRef, Counter[AnyRef]] = {}
    between: Counter[tuple[AnyRef, AnyRef]] = Counter()
    together: dict[tuple[AnyRef, AnyRef], list[AnyRef]] = {}
    unsigned = {ref for ref in circles if not _is_signed(showcase, ref)}
    for ref, circle in circles.items():
        here = [hub for hub in hubs if hub in circle]
        pairs = [*combinations(here, 2)]
        between.update(pairs)
        for partner in circle:
            if partner not in hubs:
                partners.setdefault(partner, Counter()).update(here)
                pairs += ((hub, partner) for hub in here)
        for pair in pairs:
            together.setdefault(pair, []).append(ref)
    only = {pair: refs[0] for pair, refs in together.items() if len(refs) == 1}
    lacking = {pair: sum(ref in unsigned for ref in refs) for pair, refs in together.items()}
    lacking = {pair: number for pair, number in lacking.items() if number}
    return Partnerships(len(circles), hubs, partners, between, lacking, len(unsigned), only)


@dataclass(frozen=True)
class Beside:
    """Who stands beside an organisation in agreements, each with the number of those."""

    universities: Counter[AnyRef] = field(default_factory=Counter)
    others: Counter[AnyRef] = field(default_factory=Counter)
    unsigned: Counter[AnyRef] = field(default_factory=Counter)
    """Of them all: how many of these agreements have no record of a signature."""


def partners_of(showcase: Showcase, agreements: Iterable[AnyRef], ref: AnyRef) -> Beside:
    """The universities and the others beside an organisation in agreements."""
    found = Beside()
    for agreement in agreements:
        unsigned = not _is_signed(showcase, agreement)
        for one, university in _circle(showcase, agreement).items():
            if one != ref:
                (found.universities if university else found.others)[one] += 1
                found.unsigned[one] += unsigned
    return found


def _circle(showcase: Showcase, ref: AnyRef) -> dict[AnyRef, bool]:
    """Who stands together in an agreement, and whether it is a university."""
    return {ref_of(name): university for name, university in _parties(showcase, ref)}


@settled
def _parties(showcase: Showcase, ref: AnyRef) -> tuple[tuple[str, bool], ...]:
    circle: dict[AnyRef, bool] = {}
    for party in showcase.facts(ref, Agreement).parties:
        universities = showcase.universities_above(party)
        circle.update(dict.fromkeys(universities, True) if universities else {party: False})
    return tuple((str(one), university) for one, university in circle.items())


@settled
def _is_signed(showcase: Showcase, ref: AnyRef) -> bool:
    return showcase.facts(ref, Agreement).stage == "signed"


def _hubs(circles: list[dict[AnyRef, bool]]) -> dict[AnyRef, int]:
    """The busiest university, then the busiest in the agreements that are left, until none is."""
    counted = Counter(ref for circle in circles for ref, university in circle.items() if university)
    chosen: list[AnyRef] = []
    left = circles
    while left:
        waiting = Counter(ref for circle in left for ref, university in circle.items() if university)
        hub = min(waiting, key=lambda ref: (-waiting[ref], -counted[ref], ref))
        chosen.append(hub)
        left = [circle for circle in left if hub not in circle]
    return {hub: counted[hub] for hub in sorted(chosen, key=lambda ref: (-counted[ref], ref))}
