"""What surrounds every page of one language: navigation, banner, obligations, language switch."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.content.settings_types import PLACEHOLDER
from generator.kinds.catalogue import BY_FOLDER
from generator.pages.board.board_pages import has_board
from generator.pages.lists.terms import used_terms
from generator.pages.navigation import other_lists, panes
from generator.pages.search import search_form
from generator.presenters.proposing import can_propose, propose
from generator.presenters.purposes import page_for
from generator.text.context import Context
from generator.text.listed import has_list
from generator.view.outputs import Frame, LanguageLink, Link, Obligation
from generator.words import N_


def frame(context: Context, assets: Mapping[str, str], *, noindex: bool) -> Frame:
    """The frame of a language; `assets` gives the address of each asset by its name."""
    settings = context.showcase.settings
    scripts = {name: address for name, address in assets.items() if name.endswith(".js")}
    return Frame(
        site_title=settings.title,
        home=context.urls.href(context.urls.home(context.language)),
        navigation=tuple(Link(pane.text, pane.href, lang=pane.lang) for pane in panes(context)),
        demonstration=banner(context),
        obligations=_obligations(context),
        service=_service(context),
        feed=Link(context.words.text("Feed of updates"), context.urls.href(context.urls.feed(context.language))),
        search=search_form(context),
        styles={name: address for name, address in assets.items() if name.endswith(".css")},
        icon=assets["icon.svg"],
        fonts=tuple(address for name, address in assets.items() if PurePosixPath(name).match("fonts/*.woff2")),
        scripts=scripts,
        noindex=noindex,
    )


def banner(context: Context) -> tuple[str, ...]:
    """What every page of a demonstration says at its head: the first of the sentences suffices."""
    if not context.showcase.settings.demonstration:
        return ()
    text = context.words.text
    return (
        text("Demonstration: not an official channel."),
        text("It is built from public documents and does not speak for the organisations it names."),
    )


def _obligations(context: Context) -> tuple[Obligation, ...]:
    owed, text = context.showcase.settings.obligations, context.words.text
    found = [
        _owed(context, text("Accessibility statement"), owed.accessibility_url, "accessibility", "accessibility-link"),
        _owed(context, text("Privacy notice"), owed.privacy_url, "privacy", "privacy-policy-link"),
        _owed(context, text("Data protection contact"), _mailto(owed.data_protection_contact), "privacy", ""),
        Obligation(text("Contents: {licence}", licence=owed.licence.title), owed.licence.url),
    ]
    return tuple(one for one in found if one.href)


def _owed(context: Context, text: str, value: str, purpose: str, element: str) -> Obligation:
    """A link of the owner's; while it is a placeholder it leads to our own page on the matter."""
    if value != PLACEHOLDER:
        return Obligation(text, value, element)
    page = page_for(context, purpose)
    href = context.href(page) if page else context.urls.href(context.urls.home(context.language))
    return Obligation(text, href, element, placeholder=True)


def _mailto(mailbox: str) -> str:
    return mailbox if mailbox == PLACEHOLDER else f"mailto:{mailbox}"


def _service(context: Context) -> tuple[Link, ...]:
    pages = (page_for(context, purpose) for purpose in ("about", "method", "report", "legal"))
    ways = [Link(one.text, one.href) for one in other_lists(context)]
    ways.append(Link(context.words.text("Dates ahead"), _fixed(context, "deadlines")))
    if has_board(context):
        ways.append(Link(context.words.text("In numbers"), _fixed(context, "board")))
    ways.append(Link(context.words.text("Data"), context.urls.href(context.urls.data_page(context.language))))
    ways.extend(Link(one.text, one.href) for one in propose(context))
    if can_propose(context.showcase):
        ways.append(Link(context.words.text("Dossiers"), _fixed(context, "dossier")))
    if used_terms(context):
        ways.append(Link(context.words.text("Topics"), _fixed(context, "topics")))
    return (*ways, *(Link(context.title(page).text, context.href(page)) for page in pages if page))


def _fixed(context: Context, name: str) -> str:
    return context.urls.href(context.urls.fixed(name, context.language))


def switch(
    contexts: tuple[Context, ...], current: Context, paths: dict[str, str], section: str
) -> tuple[LanguageLink, ...]:
    """The same page in each language; where it has none, its section there, or the home page, and it says so.

    `paths` are the page's by language; `section` is the folder of its kind, "" for none.
    """
    links = []
    for context in contexts:
        language = context.language
        name = context.words.language_name(language).capitalize()
        path, instead = paths.get(language), ""
        if path is None and _has_section(context, section):
            path = context.urls.section(section, language)
            instead = N_("{language}: this page does not exist, the link leads to its section")
        elif path is None:
            path = context.urls.home(language)
            instead = N_("{language}: this page does not exist, the link leads to the home page")
        said = current.words.text(instead, language=name) if instead else ""
        links.append(LanguageLink(language, name, context.urls.href(path), said, language == current.language))
    return tuple(links)


def _has_section(context: Context, section: str) -> bool:
    kind = BY_FOLDER.get(section)
    return kind is not None and has_list(context, kind)
