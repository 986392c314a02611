"""The page of all dossiers: those that are ready, by name, and a form that composes another where scripts run."""

from collections.abc import Iterator

from generator.fields.values import AnyRef
from generator.kinds.organisation import Organisation
from generator.kinds.place import Place
from generator.pages.dossier_selection import CHOICES
from generator.presenters.dossier_apart import PERHAPS
from generator.presenters.dossier_page import DOSSIER_HEAD
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.text.inline import Plain, joined
from generator.text.legend import legend
from generator.view.dossiers import DossiersBody, ReadyDossiers
from generator.view.lists import Name
from generator.view.text import Piece
from generator.words import N_

DOSSIERS_SOUGHT = N_("dossier, report, compose, all about a partner, all about a town, print, table, selection")


def dossiers(context: Context) -> DossiersBody:
    """The page."""
    text, urls, language = context.words.text, context.urls, context.language
    labels = {
        "partner": text("Partner"),
        "place": text("Place"),
        "topic": text("Topic"),
        "kind": text("Kind"),
        "university": text("University"),
        "audience": text("Who it is for"),
    }
    return DossiersBody(
        title=text("Dossiers"),
        lead=text(
            "All that is done with a partner or in a place, on one page, to be printed or taken along as a table."
        ),
        index=urls.href(urls.dossier_index(language)),
        choices=tuple((name, labels[name]) for name in CHOICES),
        days=(("since", text("From")), ("until", text("To")), ("in_force_on", text("In force on"))),
        head=tuple(map(text, DOSSIER_HEAD)),
        terms=_terms(context),
        lists=tuple(_lists(context)),
        data=Piece(text("Data"), href=urls.href(urls.data_page(language))),
        note=joined(" ", (context.computed_on(), legend(context))),
    )


def _terms(context: Context) -> dict[str, str]:
    """What dossiers.js says."""
    text = context.words.text
    return {
        "one": context.words.count("{number} record answers.", "{number} records answer.", 1),
        "other": context.words.count("{number} record answers.", "{number} records answer.", 2, number="{number}"),
        "none": text("Nothing on this site answers to this."),
        "ask": text("Choose at least one thing: the records that answer appear here."),
        "failed": text("The data could not be fetched. Try again, or use the dossiers below."),
        "order": text("The first day is after the last."),
        **{name: text(said, records="{records}") for name, said in PERHAPS.items()},
        "kind": text("Kind"),
        "link": text("Page"),
    }


def _lists(context: Context) -> Iterator[ReadyDossiers]:
    for kind in (Organisation, Place):
        found = (_ready(context, ref) for ref in context.showcase.names(kind))
        pieces = sorted((Piece(*one) for one in found if one), key=lambda one: (one.text.casefold(), one.href))
        if pieces:
            heading = context.words.text(kind.plural)
            yield ReadyDossiers(kind.folder, heading, tuple(Name(piece) for piece in pieces))


@settled
def _ready(context: Context, ref: AnyRef) -> Plain:
    """Whose dossier it is, and the way to it; nothing where it has no page in this language."""
    if context.language not in context.showcase.languages(ref):
        return ()
    record = context.showcase[ref]
    title = context.title(record)
    return title.text, context.urls.href(context.urls.dossier(record, context.language)), title.lang
