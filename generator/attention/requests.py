"""A request to an office, ready to be sent: in each language of the site, of all that it could answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.attention.matters import Matter
from generator.attention.offices import Office, office
from generator.fields.values import AnyRef
from generator.text.articles import in_sentence
from generator.text.context import Context


@dataclass(frozen=True)
class Letter:
    """What is written in one language."""

    language: str
    subject: str
    text: str


@dataclass(frozen=True)
class Request:
    """What an office is asked."""

    office: Office
    letters: tuple[Letter, ...]


def requests(contexts: Mapping[str, Context], found: Mapping[str, Iterable[Matter]]) -> list[Request]:
    """A request to each office that could answer, those that are asked most first.

    `found` are the matters in each language of the site.
    """
    asked: dict[AnyRef, int] = {}
    for one in next(iter(found.values()), ()):
        for other in one.offices:
            asked[other.ref] = asked.get(other.ref, 0) + 1
    order = sorted(asked, key=lambda ref: (-asked[ref], str(ref)))
    return [_request(contexts, found, ref) for ref in order]


def _request(contexts: Mapping[str, Context], found: Mapping[str, Iterable[Matter]], ref: AnyRef) -> Request:
    letters = (_letter(contexts[language], found[language], ref) for language in contexts)
    return Request(office(next(iter(contexts.values())), ref), tuple(letters))


def _letter(context: Context, found: Iterable[Matter], ref: AnyRef) -> Letter:
    """What an office is asked in one language: a line a record, then nothing but thanks."""
    text, settings = context.words.text, context.showcase.settings
    asked: dict[AnyRef, list[str]] = {}
    for one in found:
        if any(other.ref == ref for other in one.offices):
            asked.setdefault(one.ref, []).append(one.asks)
    lines = [f"- {_named(context, record)}: {'; '.join(parts)}." for record, parts in asked.items()]
    whose = in_sentence(context, context.title(context.showcase[ref])).text
    values = {"site": settings.title, "address": settings.base_url, "office": whose}
    paragraphs = (
        text("Good morning,"),
        text("The site “{site}” ({address}) has pages that concern {office}.", **values),
        text("In the sources that we have read we did not find the following:"),
        "\n".join(lines),
        text("If it is public, could you tell us where it can be read? If it is not, it is enough to tell us so."),
        text("Thank you for your time."),
        context.localised(settings.owner.name).text,
    )
    subject = text("{site}: a question about pages that concern you", **values)
    return Letter(context.language, subject, "\n\n".join(paragraphs))


def _named(context: Context, ref: AnyRef) -> str:
    """A record by its title and the address of its page."""
    record = context.showcase[ref]
    title = context.title(record).text
    if not context.has_page(record):
        return title
    return f"{title} ({context.urls.absolute(context.urls.record(record, context.language))})"
