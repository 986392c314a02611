"""The pages of dossiers: of every organisation and every place, one click from its own.

That of an organisation is its own page of what the universities do with it: to print, to follow, to show elsewhere.
"""

from collections.abc import Iterator
from html import escape

from generator.content.record import AnyRecord
from generator.exports.calendars import stands_in_calendars
from generator.exports.datasets import has_spreadsheets
from generator.exports.dossier_workbook import dossier_workbook
from generator.exports.last_known import checked_on
from generator.fields.dates import DAY
from generator.fields.values import AnyRef
from generator.machine.typesetting import can_write_pdf
from generator.pages.frame import banner
from generator.planned import FileRole, PageContent, Planned
from generator.presenters.dossier_page import Dossier, dossier, dossier_body
from generator.presenters.dossier_roles import how_much
from generator.presenters.proposing import can_propose, propose
from generator.presenters.reporting import report
from generator.showcase.answers import OF_SYSTEM, settled
from generator.showcase.selection import Questions, about, acts, selected
from generator.text.context import Context
from generator.text.inline import text_of
from generator.view.data_files import Workbook
from generator.view.dossiers import DossierBody, PaperPage, Pdf
from generator.view.outputs import Link
from generator.view.text import Inline, Piece


def dossier_pages(context: Context, record: AnyRecord, crumbs: tuple[Link, ...]) -> Iterator[Planned]:
    """The page of a record's dossier, of an organisation or a place; `crumbs` lead to the record."""
    asked = about(record.ref)
    if asked is None or record.facts.withdrawn:
        return

    def content() -> PageContent:
        body = _body(context, record, asked)
        return PageContent(body, body.title, body.lead, crumbs, context.words.text("Dossier"))

    languages = context.showcase.languages(record.ref)
    paths = {language: context.urls.dossier(record, language) for language in languages}
    yield Planned(context, paths, content, record.ref.folder, noindex=True)


def _body(context: Context, record: AnyRecord, asked: Questions) -> DossierBody:
    told, title = dossier(context, asked), dossier_title(context, asked)
    needs: tuple[Inline, ...] = tuple((one,) for one in propose(context))
    ways = (*_ways(context, record), *needs, report(context, record, correct=True))
    snippet = _snippet(context, record, told) if asked.partners and told.rows else ""
    return dossier_body(context, title, told, tuple(filter(None, ways)), snippet)


def dossier_forms(context: Context, ref: AnyRef) -> dict[str, FileRole]:
    """The files beside the page of a dossier: how each ends, and what it is."""
    showcase, asked, found = context.showcase, about(ref), dict[str, FileRole]()
    if asked and ref in showcase.settings.dossiers:
        showcase.witness.sees(OF_SYSTEM)
        found |= {"xlsx": "workbook"} if has_spreadsheets() else {}
        found |= {"pdf": "pdf"} if can_write_pdf() else {}
    if asked and asked.partners and acts(showcase, ref):
        found["xml"] = "feed"
        found |= {"ics": "calendar"} if _has_days(context, ref) else {}
    return found


@settled
def _has_days(context: Context, ref: AnyRef) -> bool:
    """Whether a calendar of a dossier has any day."""
    asked = about(ref)
    return asked is not None and any(
        stands_in_calendars(context, one) for one in selected(context.showcase, asked).refs
    )


def dossier_paper(context: Context, record: AnyRecord, path: str, is_a: FileRole) -> Workbook | Pdf:
    """A dossier as a spreadsheet, or as a PDF."""
    asked = about(record.ref) or Questions()
    told, title = dossier(context, asked), dossier_title(context, asked)
    return (
        dossier_workbook(context, path, title, told)
        if is_a == "workbook"
        else Pdf(path, paper(context, path, title, told))
    )


def _ways(context: Context, record: AnyRecord) -> Iterator[Inline]:
    """The same as files, what is new as a feed, and the ends as a calendar; other dossiers."""
    text, urls = context.words.text, context.urls
    said: dict[FileRole, str] = {
        "workbook": text("Spreadsheet (XLSX)"),
        "pdf": "PDF",
        "feed": text("Feed of updates"),
        "calendar": text("Dates of end (calendar)"),
    }
    for form, role in dossier_forms(context, record.ref).items():
        yield (Piece(said[role], href=urls.href(urls.dossier_file(record, form, context.language))),)
    if can_propose(context.showcase):
        yield (Piece(text("Other dossiers"), href=urls.href(urls.fixed("dossier", context.language))),)


def _snippet(context: Context, record: AnyRecord, told: Dossier) -> str:
    """HTML for a page of the organisation itself: what there is, when it was last checked, and the way to it.

    It asks for nothing, and nothing in it is of the day of the build: it would be another each night.
    """
    href = context.urls.absolute(context.urls.dossier(record, context.language))
    heading = context.words.text("{name}: what {site} knows", site=_site(context), name=context.title(record).text)
    newest = max((checked_on(context, ref) for ref in told.found.refs), default="")
    said = how_much(context, told.found.refs, told.asked)
    if newest:
        said += " " + context.sentence("Last checked {on_day}.", on_day=context.dated("on", DAY.read(newest)))
    return (
        f'<section lang="{context.language}">\n<h2><a href="{escape(href)}">{escape(heading)}</a></h2>\n'
        f"<p>{escape(said)}</p>\n</section>"
    )


def _site(context: Context) -> str:
    return context.showcase.settings.title


def dossier_title(context: Context, asked: Questions) -> str:
    """What a dossier is called: by whom, where and what it is about."""
    records = (*asked.partners, *asked.universities, *asked.places)
    names = [context.title(context.showcase[ref]).text for ref in records]
    names += [context.term_label(term).text for term in (*asked.topics, *asked.audiences)]
    names += [context.words.text(kind.plural) for kind in asked.kinds]
    if not names:
        return context.words.text("Dossier")
    return context.words.text("Dossier: {names}", names=", ".join(names))


def paper(context: Context, path: str, title: str, told: Dossier) -> PaperPage:
    """A dossier as a page by itself."""
    settings = context.showcase.settings
    return PaperPage(
        path=path,
        language=context.language,
        base=context.urls.absolute(""),
        made_on=context.showcase.day.isoformat(),
        publisher=text_of((context.localised(settings.owner.name),)),
        banner=" ".join(banner(context)),
        body=dossier_body(context, title, told),
    )
