"""What is to be seen to, by what kinds declare: dates and statuses, gaps, what a check says of languages."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.attention.offices import Office, offices
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef, Day
from generator.kinds.measures_of_kinds import CHECKED_LATELY
from generator.presenters.gaps import closing, field_name, missing_fields
from generator.problems.as_text import message
from generator.problems.problem import Problem
from generator.showcase.course import may_be_over
from generator.showcase.measured import is_counted
from generator.showcase.status import EXPIRING_DAYS
from generator.text.context import Context
from generator.text.endings import course, days_left
from generator.text.inline import joined, sentence_case, text_of
from generator.words import N_

SORTS = {
    "ends": N_("Ends soon"),
    "may_be_over": N_("Ends within twelve months at the latest"),
    "unclear": N_("Not clear where it stands"),
    "review": N_("To be reviewed"),
    "translation": N_("To be translated"),
    "verification": N_("To be verified"),
    "gaps": N_("Not known"),
}
"""What there is to see to, the most pressing first, each with its English heading."""
_TRANSLATION = (
    "stale-translation",
    "unmarked-translation",
    "unreadable-mark",
    "text-untranslated",
    "missing-translation",
    "untranslated",
)
"""The codes of what is to be translated, the most misleading first."""
_REVIEW_DAYS = 60


@dataclass(frozen=True)
class Matter:
    """Something to see to in a record. `asks` is what an office could answer, as a part of a sentence."""

    sort: str
    ref: AnyRef
    title: str
    says: str
    weight: tuple[int, ...]
    """Smaller comes first among those of its sort."""
    day: datetime.date | None = None
    asks: str = ""
    offices: tuple[Office, ...] = ()
    answered_by: tuple[str, ...] = ()
    """The fields that the answer would fill."""


def matters(context: Context, problems: Iterable[Problem]) -> list[Matter]:
    """All that is to be seen to, the most pressing first; `problems` are those of a check."""
    records = [context.showcase[ref] for ref in context.showcase.names()]
    found = [one for record in records for one in _of_record(context, record)]
    found += _of_languages(context, problems)
    order = list(SORTS)
    return sorted(found, key=lambda one: (order.index(one.sort), one.weight, one.title.casefold(), str(one.ref)))


def _of_record(context: Context, record: AnyRecord) -> Iterator[Matter]:
    questions = (*_ending(context, record), *_unclear(context, record))
    yield from questions
    yield from _review(context, record)
    yield from _verification(context, record)
    yield from _gaps(context, record, frozenset(name for one in questions for name in one.answered_by))


def _ending(context: Context, record: AnyRecord) -> Iterator[Matter]:
    """What ends within a year, or by then at the latest, and whether it can go on."""
    status, facts, text = context.showcase.status(record), record.facts, context.words.text
    left = status.days_left
    if left is None or left > EXPIRING_DAYS or status.end is None:
        return
    when = sentence_case(text_of(course(context, status)))
    is_over = may_be_over(context.showcase, status)
    says = [f"{when} ({days_left(context, status)})." if left and not is_over else f"{when}."]
    asks = ""
    if facts.goes_on:
        says.append(_goes_on(context, record, facts.goes_on))
        asks = text("whether it is to be renewed")
    sort = "may_be_over" if is_over else "ends"
    yield _matter(context, record, sort, " ".join(says), (left,), status.end.last, asks, (facts.goes_on,))


def _goes_on(context: Context, record: AnyRecord, name: str) -> str:
    """Whether what ends can go on: all that is said of it; where nothing is, the closing line of its page."""
    facts, text = record.facts, context.words.text
    if not facts.values_of(name) and not facts.told_instead(name):
        return text(closing(context, facts), fields=field_name(context, type(facts), name))
    said = (value for one in (name, *facts.notes_of(name)) for value in context.fact(record, one).values)
    return text("{label}: {value}.", label=context.label(type(facts), name), value=text_of(joined("; ", said)))


def _unclear(context: Context, record: AnyRecord) -> Iterator[Matter]:
    """What stands so that its kind says what is to be asked."""
    name, choices = context.showcase.status(record).name, record.facts.status
    if choices and name and (asks := context.words.text(choices.options[name].asks)):
        period = record.facts.period
        fields = choices.options[name].answered_by or ((period.start, period.end) if period else ())
        says = context.words.text(
            "{status}: ask {question}.", status=sentence_case(context.status(record)), question=asks
        )
        yield _matter(context, record, "unclear", says, _standing(context, record), asks=asks, answered_by=fields)


def _review(context: Context, record: AnyRecord) -> Iterator[Matter]:
    """What was to be reviewed by now, or soon is."""
    due = record.facts.review_by
    if due is None or (left := (due.last - context.showcase.day).days) > _REVIEW_DAYS:
        return
    message = N_("Was to be reviewed by {day}.") if left < 0 else N_("To be reviewed by {day}.")
    says = context.words.text(message, day=_day(context, due))
    yield _matter(context, record, "review", says, (left,), due.last)


def _verification(context: Context, record: AnyRecord) -> Iterator[Matter]:
    """What was last checked against its sources more than a year ago, or nobody says when."""
    facts, text = record.facts, context.words.text
    checked = facts.verified_on
    if checked is None and not facts.in_feeds:
        return
    if checked and not is_counted(context.showcase, record, CHECKED_LATELY):
        old = (context.showcase.day - checked.last).days
        says = text("Last checked against its sources on {day}.", day=_day(context, checked))
        yield _matter(context, record, "verification", says, (0, -old))
    elif not checked and facts.needs_source:
        says = text("It does not say when it was checked against its sources.")
        yield _matter(context, record, "verification", says, (1, *_standing(context, record)))


def _gaps(context: Context, record: AnyRecord, asked: frozenset[str]) -> Iterator[Matter]:
    """What no source states, or was not found in what was read; of that, what is `asked` is not asked again."""
    if names := missing_fields(context, record):
        says = context.words.text(closing(context, record.facts), fields=context.words.listed(names))
        asks = context.words.listed(missing_fields(context, record, asked))
        weight = (*_standing(context, record), -len(names))
        yield _matter(context, record, "gaps", says, weight, asks=asks)


def _of_languages(context: Context, problems: Iterable[Problem]) -> Iterator[Matter]:
    """What a check says of translations."""
    stems = {_stem(brief.path): ref for ref, brief in context.showcase.briefs.items()}
    for one in problems:
        ref = stems.get(_stem(one.place.path))
        if one.code in _TRANSLATION and ref and not context.showcase.briefs[ref].withdrawn:
            record = context.showcase[ref]
            weight = (_TRANSLATION.index(one.code), *_standing(context, record))
            says = f"{message(one, context.words)} ({one.place.path})"
            title = context.title(record).text
            yield Matter("translation", ref, title, says, weight)


def _matter(
    context: Context,
    record: AnyRecord,
    sort: str,
    says: str,
    weight: tuple[int, ...],
    day: datetime.date | None = None,
    asks: str = "",
    answered_by: tuple[str, ...] = (),
) -> Matter:
    who = offices(context, record) if asks else ()
    return Matter(sort, record.ref, context.title(record).text, says, weight, day, asks, who, answered_by)


def _standing(context: Context, record: AnyRecord) -> tuple[int, int]:
    """What is done comes first, and what most other records rest on."""
    return record.facts.search_rank, -len({link.ref for link in context.showcase.referring(record.ref)})


def _day(context: Context, day: Day) -> str:
    return context.day(day).text


def _stem(path: str) -> str:
    """A path without what tells languages and forms of a record's files apart."""
    file = PurePosixPath(path)
    return str(file.with_name(file.name.partition(".")[0]))
