"""Rules about how records are classified."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.values import Term
from generator.fields.walk import leaves
from generator.kinds.plan import Area, Plan
from generator.problems.problem import Problem, problem
from generator.problems.spelling import did_you_mean
from generator.showcase.model import Showcase


def terms_are_entries_of_their_vocabulary(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A record is classified by entries of our vocabularies that are verified at their source."""
    for location, _, value in leaves(record.facts):
        if not isinstance(value, Term):
            continue
        vocabulary = showcase.vocabularies.get(value.vocabulary)
        entry = vocabulary.entry(value.id) if vocabulary else None
        place = record.place(*location)
        if vocabulary is None:
            yield problem("missing-vocabulary", place, id=value.id, vocabulary=value.vocabulary)
        elif entry is None:
            terms = [one for one in vocabulary.terms if one.verified]
            meant = did_you_mean(value.id, {one.id: one.label.values() for one in terms})
            language = showcase.settings.language_of_facts
            known = [f"{one.id} ({one.label[language]})" if language in one.label else one.id for one in terms]
            yield problem("unknown-term", place, meant=meant, id=value.id, vocabulary=value.vocabulary, known=known)
        elif not entry.verified:
            yield problem("unverified-term", place, id=value.id)


def areas_stand_in_their_plan(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """An area belongs to one of the macro-areas of its plan; of what is withdrawn nothing is told."""
    area = record.facts
    if isinstance(area, Area) and area.plan in showcase and not (area.withdrawn or showcase[area.plan].facts.withdrawn):
        known = [macro.id for macro in showcase.facts(area.plan, Plan).macro_areas]
        if area.macro_area not in known:
            place, meant = record.place("macro_area"), did_you_mean(area.macro_area, known)
            yield problem("unknown-macro-area", place, meant=meant, id=area.macro_area, plan=area.plan.id, known=known)


def plans_govern_their_own_body(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A record is set beside the areas of a plan only where the plan's body acts in it."""
    for number, ref in enumerate(record.facts.plan_areas):
        if ref in showcase:
            plan = showcase.facts(ref, Area).plan
            body = showcase.facts(plan, Plan).body if plan in showcase else None
            if body and body not in showcase.universities_in(record.ref):
                yield problem("plan-of-another", record.place("plan_areas", number), body=body.id)
