"""A planned page → a page: its content, and all that surrounds it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.exports.json_ld import json_ld
from generator.pages.frame import switch
from generator.pages.navigation import marked
from generator.pages.social_cards import Cards
from generator.planned import Planned
from generator.showcase.answers import DAY_SAID, OF_DAY, texts_of
from generator.text.context import Context
from generator.urls import output_path
from generator.view.outputs import Frame, HtmlPage, Link

FRAME = "frame "
"""What the witness sees of the frame of a language, which every page asks for."""


@dataclass(frozen=True)
class Surroundings:
    """What pages have around them: the frame and the cards of each language."""

    contexts: tuple[Context, ...]
    frames: Mapping[str, Frame]
    cards: Mapping[str, Cards]


def made(planned: Planned, surroundings: Surroundings) -> HtmlPage:
    """Make a page. It says for which day only where something on it depends on that."""
    context, urls, path = planned.context, planned.context.urls, planned.path
    record = context.showcase[planned.ref] if planned.ref else None
    if record:
        context.witness.sees(record.name, texts_of(record))
    context.witness.sees(FRAME + context.language)
    with context.witness.watching() as seen:
        content = planned.content()
    site = context.showcase.settings.title
    home = Link(context.words.text("Home"), urls.href(urls.home(context.language)))
    lang = context.title(record).lang if record else ""
    here = Link(content.here or content.title, urls.href(path), current="page", lang=lang)
    at_home = path == urls.home(context.language)
    crumbs = () if at_home else (home, *content.crumbs, here)
    return HtmlPage(
        path=output_path(path),
        href=urls.href(path),
        language=context.language,
        body=content.body,
        frame=marked(surroundings.frames[context.language], planned, content.crumbs),
        title=site if content.title == site else f"{content.title} – {site}",
        description=content.description,
        canonical=planned.canonical,
        alternates=planned.alternates,
        crumbs=crumbs,
        switch=switch(surroundings.contexts, context, dict(planned.paths), planned.section),
        card=surroundings.cards[context.language].card(planned.section, planned.ref),
        built=built_if_of_day(context, seen()),
        says_day=DAY_SAID in seen(),
        indexing=content.indexing,
        noindex=planned.noindex,
        data=urls.href(urls.data(record)) if record and not record.facts.withdrawn else "",
        structured=json_ld(context, record, () if planned.noindex else crumbs, content.structured),
        feed=content.feed,
    )


def built_for(context: Context) -> str:
    """For which day the site was built."""
    return context.sentence("Pages up to date {as_of}.", as_of=context.dated("as of", context.showcase.on))


def built_if_of_day(context: Context, seen: Collection[str]) -> str:
    """The same, where the witness saw that what a page shows depends on the day; else ""."""
    return built_for(context) if OF_DAY in seen else ""
