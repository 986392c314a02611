"""A record as data: the facts as they are written, the words of every language, and what is computed."""

from collections.abc import Mapping

from generator.content.record import AnyRecord, Wording
from generator.exports.former_names import permanent_name
from generator.exports.published_files import published
from generator.fields.declare import Group, is_filled
from generator.kinds.indicator import Indicator
from generator.showcase.counts import count
from generator.showcase.status import Status
from generator.text.context import Context
from generator.text.images import address
from generator.view.data_files import Data

_WORDS = ("title", "short_title", "summary")


def record_data(contexts: tuple[Context, ...], record: AnyRecord) -> Data:
    """The record's index.json; the names of its keys are those of the content."""
    context = contexts[0]
    showcase, urls = context.showcase, context.urls
    facts = {name: value for name, value in _filled(record.facts).items() if name not in _WORDS}
    licence = showcase.settings.obligations.licence
    value: dict[str, object] = {
        "id": record.ref.id,
        "kind": record.ref.folder,
        "identifier": permanent_name(urls, record),
        "demonstration": showcase.settings.demonstration,
        "licence": {"title": licence.title, "url": licence.url},
        "words": {language: _words(wording) for language, wording in record.wordings.items()},
        "pages": {
            language: urls.absolute(urls.record(record, language)) for language in showcase.languages(record.ref)
        },
        "facts": facts,
        "computed": _computed(context, record),
    }
    return Data(urls.data(record), value)


def _words(wording: Wording) -> dict[str, object]:
    """What is said in a language: of the text `html` has what is shown, its links as written, `text` the words."""
    words: dict[str, object] = {name: getattr(wording, name) for name in _WORDS}
    words |= {"image": {"alt": wording.alt} if wording.alt else None}
    words |= {"html": wording.prose.html, "text": wording.prose.text}
    return {name: said for name, said in words.items() if said}


def _filled(group: Group) -> dict[str, object]:
    """The fields of a group that have a value."""
    return {name: _plain(held) for name in group.declared if is_filled(held := group.held(name))}


def _plain(value: object) -> object:
    """A value as JSON has it: the texts of the content, in lists and groups."""
    if isinstance(value, Group):
        return _filled(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value if isinstance(value, bool | int) else str(value)


def _computed(context: Context, record: AnyRecord) -> dict[str, object]:
    """What follows from the facts, on the day it is given for."""
    showcase = context.showcase
    computed: dict[str, object] = {
        "universities": [ref.id for ref in showcase.universities_in(record.ref)],
        "referred_to_by": sorted({str(link.ref) for link in showcase.referring(record.ref)}),
    }
    if record.facts.status:
        computed = {"on": showcase.day.isoformat(), **computed, **_status(showcase.status(record))}
    if isinstance(record.facts, Indicator):
        computed |= _latest(context, record.facts)
    stored = {media.stored: name for name, media in record.attachments.items()}
    if files := {stored[file.source.rpartition("/")[2]] for file in published(context.urls, record)}:
        computed["files"] = {file: context.urls.absolute(address(context.urls, record, file)) for file in sorted(files)}
        computed["sha256"] = {file: record.attachments[file].sha256 for file in sorted(files)}
    return computed


def _latest(context: Context, facts: Indicator) -> dict[str, object]:
    """The value that an indicator's page shows first, with the period it is about or the day for which it holds."""
    if facts.computed:
        return {"on": context.showcase.day.isoformat(), "value": count(context.showcase, facts.computed)}
    if not facts.series:
        return {}
    last = facts.series[-1]
    told = {"value": last.value, "period": last.period, "as_of": None if last.period else last.as_of}
    return {name: str(value) for name, value in told.items() if value}


def _status(status: Status) -> dict[str, object]:
    told: dict[str, object] = {
        "status": status.name,
        "part_of_status": status.part or None,
        "days_to_start": status.days_to_start,
        "days_left": status.days_left,
    }
    if status.end:
        first, last = status.end.first.isoformat(), status.end.last.isoformat()
        told |= {"ends_on": last if status.end.exact else None, "ends_between": [first, last]}
        told |= {"end_estimated": status.end.estimated, "end_known_from": status.end.basis}
    return {name: value for name, value in told.items() if value is not None}
