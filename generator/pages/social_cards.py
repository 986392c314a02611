"""Which picture stands for a page where its address is shared: its own, its list's, or the site's."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.fields.values import AnyRef
from generator.kinds.catalogue import BY_FOLDER, section_of
from generator.pages.navigation import pane_of, panes
from generator.showcase.answers import settled
from generator.showcase.model import Showcase
from generator.text.context import Context
from generator.text.listed import kinds_listed
from generator.view.outputs import Card


@dataclass(frozen=True)
class Cards:
    """The cards of one language."""

    context: Context
    home: Card
    lists: Mapping[str, Card]
    """The card of each list, by the folder of its kind."""

    def card(self, section: str, ref: AnyRef | None = None) -> Card:
        """The card of a page of a section ("" for none), or of a record's."""
        shared = self.lists.get(section_of(BY_FOLDER[section]).folder, self.home) if section else self.home
        if ref is None or not has_own_card(self.context.showcase, ref):
            return shared
        path, title = _own_card(self.context, ref)
        return replace(
            shared,
            path=path,
            href=self.context.urls.absolute(path),
            kicker="" if shared is self.home else shared.title,
            title=title,
            lit=_lit(self.context, section, ref),
        )


def cards_of(context: Context, notice: str) -> Cards:
    """The cards of the site and of its lists: a window with the panes of the navigation; `notice` is on them all."""
    settings, urls, language = context.showcase.settings, context.urls, context.language
    names = tuple(pane.text for pane in panes(context))
    home = Card(
        path=urls.card(language),
        href=urls.absolute(urls.card(language)),
        site_title=settings.title,
        kicker="",
        title=context.localised(settings.description).text,
        notice=notice,
        accent=settings.accent.light if settings.accent else "",
        panes=names,
        lit=tuple(range(len(names))),
    )
    lists = {}
    for kind in kinds_listed(context):
        path = urls.card(language, kind.folder)
        title = context.words.text(kind.plural)
        lists[kind.folder] = replace(
            home, path=path, href=urls.absolute(path), title=title, lit=_lit(context, kind.folder)
        )
    return Cards(context, home, lists)


@settled
def _own_card(context: Context, ref: AnyRef) -> tuple[str, str]:
    """Where the card of a record stands, and what it is titled."""
    record = context.showcase[ref]
    return context.urls.own_card(record, context.language), context.title(record).text


def _lit(context: Context, section: str, ref: AnyRef | None = None) -> tuple[int, ...]:
    pane = pane_of(context, section, ref)
    return () if pane is None else (pane,)


def has_own_card(showcase: Showcase, ref: AnyRef) -> bool:
    """Whether the owner asks for a card of this record; one that was withdrawn has none."""
    asked = showcase.settings.social_cards
    return (ref.folder in asked or str(ref) in asked) and not showcase.briefs[ref].withdrawn
