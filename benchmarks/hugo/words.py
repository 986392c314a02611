"""The words of Vetrina's templates, for Hugo's."""

from dataclasses import replace

from generator.charts.time_axis import Scale, axis, key, state_of
from generator.fields.texts import suggested_id
from generator.kinds.agreement_statuses import STATUSES
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.organisation import NATURES
from generator.pages.surroundings import built_for
from generator.presenters.dossier_page import DOSSIER_HEAD
from generator.presenters.dossier_roles import ROLE
from generator.presenters.dossier_table import COUNTED_HERE, FIGURES_HEAD
from generator.text.context import GAP, Context
from generator.text.inline import sentence_case, text_of
from generator.text.legend import legend
from generator.view.bars import Bar

_MESSAGES = {
    "skip": "Skip to the content",
    "language": "Language",
    "main": "Main",
    "here": "You are here",
    "close": "Close",
    "menu": "Menu",
    "short": "In short",
    "today": "today",
    "address": "Link to this page",
    "copy_link": "Copy the link",
    "share": "Share",
    "copy": "Copy",
    "copied": "Copied",
    "cite": "Cite this page",
    "home": "Home",
    "filters": "Filters",
    "more": "More",
    "remove": "Remove the filter",
    "skip_filters": "Skip the filters, go to the list",
    "sort": "Sort",
    "download": "Download",
    "show": "Show",
    "signs": "What the signs mean",
    "pages": "Pages",
    "page": "Page",
    "previous": "Previous",
    "next": "Next",
    "waiting": "The whole list is being loaded.",
    "glance": "At a glance",
    "near": "Related",
    "agreements": "Its agreements over the years",
    "each": "Each row is an agreement, oldest first.",
    "open": "Open the register",
    "ending": "Ending soon",
    "example": "For example:",
    "universities": "Universities",
    "begin": "Start here",
    "coming": "About to begin",
    "later": "Later",
    "noscript": "Searching here needs JavaScript; the lists below hold every page.",
    "browse": "Browse the lists",
    "figures": "In figures",
    "missing": "This page does not exist",
    "missing_lead": (
        "It may have moved, or the address may be mistyped. Search the site or begin from one of these pages."
    ),
    "moved": "What you are looking for is on this page",
}
_GAPS = ("list", "page", "pages", "first", "last", "total", "facet", "value", "title", "address", "on_day")
_MANY = 1234
"""A number that is in no sentence."""


def counted(context: Context, kind: type[Kind]) -> dict[str, str]:
    """How many records of a kind there are: of one, of more."""
    several = context.words.count(*kind.counted, _MANY).replace(context.words.number(_MANY), "{number}")
    return {"one": context.words.count(*kind.counted, 1), "other": several}


def words(context: Context) -> dict[str, object]:
    """Each message in one language; gaps stay as they are, in braces."""
    text, count = context.words.text, context.words.count
    gaps = {name: f"{{{name}}}" for name in _GAPS}
    number = "{number}"
    told: dict[str, object] = {name: text(message) for name, message in _MESSAGES.items()}
    told["marks"] = _marks(context)
    entries = "{number} entry, with the number of its pages.", "{number} entries, each with the number of its pages."
    told["choices"] = count(*entries, _MANY).replace(context.words.number(_MANY), number)
    told["counted"] = text("Shown: {number} of {total}", number=number, total="{total}")
    told["choice"] = text("{label}: {value}", label="{label}", value="{value}")
    told["chosen"] = text("{things} of {total}.", things="{things}", total="{total}")
    told["further"] = text("{list}, page {number} of {pages}", list="{list}", number=number, pages="{pages}")
    told["between"] = text("{first} to {last} of {total}.", **_only(gaps, "first", "last", "total"))
    told["validity"] = text("Term, on a scale from {first} to {last}", **_only(gaps, "first", "last"))
    told["natures"] = {nature: _inner(NATURES.heading(nature, context.words)) for nature in NATURES.options}
    told["because"] = {
        "within": text_of(context.phrase("In common: {names}", names="{names}")),
        "parties": text_of(
            context.phrase("{thing} between the same parties: {names}", thing="{thing}", names="{names}")
        ),
        "nature": text_of(
            context.phrase(
                "In common: {university} and the kind of partner ({partners})",
                university="{university}",
                partners="{partners}",
            )
        ),
    }
    told["things"] = {kind.folder: sentence_case(text(kind.singular)) for kind in KINDS}
    told["cited"] = text(
        "{title}, {site}, {address} (checked {on_day}).",
        site=context.showcase.settings.title,
        **_only(gaps, "title", "address", "on_day"),
    )
    told["langid"] = {"it": "italian", "en": "english"}[context.language]
    told["and"] = context.words.listed(("", ""))
    told["way"] = text(
        "{heading} ({number})", heading=text("{list}: {value}", list="{list}", value="{value}"), number=number
    )
    told["all_records"] = text("All {number} pages", number=number)
    told["folded"] = count("{number} more", "{number} more", _MANY).replace(context.words.number(_MANY), number)
    told["alternative"] = text(
        "{number} agreements on a scale from {first} to {last}, one per row. The register has the same as a table.",
        number=number,
        **_only(gaps, "first", "last"),
    )
    for name, where in (("to_section", "its section"), ("to_home", "the home page")):
        message = f"{{language}}: this page does not exist, the link leads to {where}"
        told[name] = text(message, language="{language}")
    day = context.showcase.on
    told["day"] = {"at": day.timetuple().tm_yday, "year": day.year}
    told["built"] = built_for(context)
    told["legend"] = text_of(legend(context))
    told["counts"] = {
        "one": count("{number} page", "{number} pages", 1),
        "other": count("{number} page", "{number} pages", _MANY).replace(context.words.number(_MANY), number),
    }
    told["dash"] = GAP
    told["dossier"] = _dossiers(context)
    told["counted_pages"] = {
        "kinds": text("The files of each kind"),
        "hold": text("What they hold"),
        "files": text("Files"),
        "lists": text("A table for each list (CSV)"),
        "columns": text("Columns"),
        "take": text("Take it away"),
        "yours": text("On a page of yours"),
        "copy_this": text("Copy this: no script, no cookie, always the numbers of the last build."),
        "way": text("{title}: the data and the sources", title="{title}"),
    }
    told["party"] = suggested_id(text("Agreements it appears in"))
    settings = context.showcase.settings
    told["subtitle"] = context.localised(settings.description).text
    told["author"] = context.localised(settings.owner.name).text
    return told


def _dossiers(context: Context) -> dict[str, object]:
    """What dossiers say, besides what their records do."""
    text, count = context.words.text, context.words.count
    number, several = context.words.number(_MANY), count("and {number} more", "and {number} more", _MANY)
    return {
        "head": list(map(text, DOSSIER_HEAD)),
        "role": text(ROLE),
        "besides": text(
            "{things}; with another role or through a part of it, {others} besides.",
            things="{things}",
            others="{others}",
        ),
        "nothing": text("Nothing on this site answers to this."),
        "little": text("No activity told here answers to this; what is known stands below."),
        "figures_head": list(map(text, FIGURES_HEAD)),
        "figures": text("The figures"),
        "figures_told": text("The figures, each with its period and its source"),
        "all_figures": text("All {number} figures, each with its period and its source", number="{number}"),
        "counted_here": text(COUNTED_HERE),
        "where": text("Where it is"),
        "and_more": {
            "one": count("and {number} more", "and {number} more", 1),
            "other": several.replace(number, "{number}"),
        },
        "not_known": text("What we do not know yet"),
        "named": text("Named in the sources of, without being said to take part: {records}.", records="{records}"),
        "own_site": text("For your own site"),
        "copy_this": text(
            "Copy this HTML: it runs nothing, sets no cookie and asks nothing of this site"
            " until somebody follows the link."
        ),
        "knows": text("{name}: what {site} knows", name="{name}", site=context.showcase.settings.title),
        "as_of": context.sentence("Up to date {as_of}.", as_of=context.dated("as of", context.showcase.day_said)),
        "compose": text("Compose a dossier of your own"),
        "composing": text(
            "Composing takes JavaScript. Those below are ready without it, and the data are free to use:"
        ),
        "any": text("Any"),
        "anew": text("Begin anew"),
        "print": text("Print"),
        "table": text("Download the table (CSV)"),
        "dash_means": text_of(legend(context)),
        "ends": text("{list}: {value}", list="{list}", value=text("dates of end")),
    }


def _marks(context: Context) -> list[dict[str, str]]:
    """Every mark of the pictures of time and what it means, in the order of the key."""
    scale = Scale(2000, 2001)
    blank = Bar(state="", start=0, origin="", sure=0, end=0, thread=None, tail=False, before=False, after=False)
    bars = [replace(blank, state=state_of(name)) for name in STATUSES.options]
    bars.append(replace(blank, state=bars[0].state, origin="ring", thread=(0, 0), tail=True, before=True))
    bars.append(replace(blank, state=bars[0].state, start=None, thread=(0, 0)))
    return [{"mark": one.mark, "label": one.label} for one in key(context, axis(context, scale), bars)]


def _inner(heading: str) -> str:
    """A heading in the midst of a sentence."""
    return heading[:1].lower() + heading[1:]


def _only(gaps: dict[str, str], *names: str) -> dict[str, str]:
    return {name: gaps[name] for name in names}
