"""The corpus for templates that write what Vetrina writes.

Hugo is spared whatever follows from facts alone: statuses, labels, sentences and the order of lists stand in the front
matter. It does what makes pages of them: Markdown, back-links, related records, lists, facets, paging, pictures, JSON.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.hugo.counted_pages import COUNTED, counted_pages
from benchmarks.hugo.dossier_terms import DOSSIERS, DossierTerms
from benchmarks.hugo.folder import Folder, Params
from benchmarks.hugo.former import former_addresses
from benchmarks.hugo.records import classified, data, names, near
from benchmarks.hugo.tables import TABLES, table_files
from benchmarks.hugo.values import ALIKE, TEMPLATES, Values, records_shown, wording
from benchmarks.hugo.words import counted, words
from generator.charts.enough import FEWEST
from generator.charts.time_axis import finding
from generator.content.record import AnyRecord
from generator.exports.calendars import calendar
from generator.exports.feeds import feed_link
from generator.exports.json_ld import structured
from generator.fields.declare import Backlink
from generator.fields.texts import suggested_id
from generator.fields.values import AnyRef, Ref
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.intro import Intro
from generator.kinds.plan import Area
from generator.pages.deadlines import deadlines_body
from generator.pages.dossiers import dossiers
from generator.pages.frame import frame
from generator.pages.home import home_body
from generator.pages.lists.completeness import coverage
from generator.pages.lists.filters import choice_form, facets
from generator.pages.lists.listing import list_body
from generator.pages.lists.orders import ORDERS, in_order, numbers_in_order, orders
from generator.pages.lists.others import others_of
from generator.pages.lists.own_register import own_register
from generator.pages.lists.selections import Selection, path_of, selections
from generator.pages.lists.terms import used_terms
from generator.pages.lists.tools import sortable, tools
from generator.pages.navigation import marked
from generator.pages.search import indexing, search_body
from generator.pages.site_map import SiteMap
from generator.presenters.backlinks import long_groups, referring
from generator.presenters.list_item import item_note, list_item
from generator.presenters.record_page import record_body
from generator.showcase.life import life_of
from generator.text.context import GAP, Context
from generator.text.inline import sentence_case
from generator.text.listed import kinds_listed, names_listed
from generator.view.bodies import ListGroup, Pictured
from generator.view.lists import FigureItem, Name
from generator.view.parts import Block, Links, OwnFront
from generator.view.register import Register, RegisterBody, RegisterRow
from generator.view.text import ListItem


def write_alike(site_map: SiteMap, assets: Mapping[str, str], folder: Path) -> None:
    """Write the site of Hugo's that has the pages which Vetrina makes; `assets` gives their addresses by name."""
    into = Folder(folder)
    into.copy(ALIKE)
    for context in site_map.contexts:
        _Language(context, site_map, into).write(assets)
    into.finish()


class _Language:
    def __init__(self, context: Context, site_map: SiteMap, into: Folder) -> None:
        self.context, self.contexts, self.into, self.values = context, site_map.contexts, into, Values(context)
        self.planned = {page.path: page for page in site_map.pages if page.context is context}
        self.text, self.urls, self.language = context.words.text, context.urls, context.language
        self.records = records_shown(context)
        self.former = former_addresses(site_map)
        self.listed: dict[str, dict[str, Any]] = defaultdict(dict)
        """What a list knows of each record: its group, its place, and its row in the register."""
        self.places = 0
        self.refers: dict[str, list[str]] = defaultdict(list)
        """For each record, the records it refers to and in which of their groups it stands there."""

    def write(self, assets: Mapping[str, str]) -> None:
        self.frame = frame(self.context, assets, noindex=False)
        self._data("frame", self.values.plain(self.frame))
        self._data("words", words(self.context) | {"computed": self.values.plain(self.context.computed_on())})
        self._data(
            "kinds",
            {
                kind.folder: {
                    "at": at,
                    "plural": self.text(kind.plural),
                    "counted": counted(self.context, kind),
                }
                for at, kind in enumerate(KINDS)
            },
        )
        self.refined = {kind.folder: self._facets(kind) for kind in kinds_listed(self.context)}
        self._data("facets", self.refined)
        for kind in kinds_listed(self.context):
            self._section(kind)
        for name in (
            "areas",
            "audiences",
            "choices",
            COUNTED,
            "dates",
            "elsewhere",
            "names",
            "orders",
            "parts",
            TABLES,
            "told",
        ):
            self._page(f"{name}/_index", f"{name}/", {"build": {"render": "never"}})
        self._fixed()
        self._terms()
        self._tables()
        self._relations()
        self.dossiers = DossierTerms(self.context, self.values, self.planned)
        self._dossiers()
        self._dates()
        for page in counted_pages(self.context, self.values, self.planned):
            self._page(f"{COUNTED}/{page.name}", page.url, page.params)
        for record in self.records:
            self._record(record)
        for record in self.context.showcase.records.values():
            if self.context.showcase.told_in(record.ref):
                self._told(record)

    def _data(self, name: str, value: Any) -> None:
        self.into.data(f"data/{self.language}/{name}.json", value)

    def _page(self, path: str, url: str, params: Mapping[str, Any], text: str = "") -> None:
        home = self.urls.home(self.language)
        olds = [f"/{old.removeprefix(home)}" for old in self.former.get(self.urls.href(url), ())] if url else []
        pane = self._pane(url)
        told = {**({"url": f"/{url}"} if url else {}), **params}
        told |= {**({"aliases": olds} if olds else {}), **({"pane": pane} if pane else {})}
        self.into.page(f"content/{self.language}/{path}.md", told, text)

    def _pane(self, url: str) -> str:
        """The address of the pane of the navigation in which a page stands."""
        links = marked(self.frame, self.planned[url], ()).navigation if url in self.planned else ()
        return next((link.href for link in links if link.current), "")

    # --- lists ---

    def _section(self, kind: type[Kind]) -> None:
        refs = names_listed(self.context, kind)
        body = sortable(self.context, list_body(self.context, kind, refs), len(refs))
        groups: dict[str, Any] = {}
        listed: tuple[ListGroup | Register, ...] = body.groups
        for at, group in enumerate(listed):
            if isinstance(group, Register):
                told = {"anchor": group.anchor, "heading": group.heading, "note": group.note, "state": group.state}
            else:
                told = {"anchor": group.anchor, "heading": self.values.plain(group.heading)}
            groups[_sorted(at)] = told
            for row in group.rows:
                self._row(at, row)
        feed = feed_link(self.context, kind)
        params: dict[str, Any] = {"title": body.title, "folder": kind.folder, "groups": groups}
        params |= {"indexed": not kind.noindex, "noindex": kind.noindex}
        params |= {
            "built": kind.status is not None and not isinstance(body, RegisterBody),
            "layout": "register" if isinstance(body, RegisterBody) else "list",
            "list_as": kind.list_as,
            "dated": kind.items_dated,
        }
        chosen = selections(self.context, kind)
        outputs = ["html", *(["atom"] if feed else []), *(["choices"] if chosen else [])]
        params |= {"feed": self.values.plain(feed), "outputs": outputs}
        params["note"] = self.values.plain(body.note)
        params["tiled"] = self._is_tiled(kind, chosen)
        if isinstance(body, RegisterBody):
            params |= {"head": self.values.plain(body.head), "caption": body.caption, "lead": body.lead}
            params |= {"sorting": self.values.plain(body.sorting), "finding": body.finding}
        introduction = self.context.showcase.get(Ref[object](Intro.folder, kind.folder))
        words = introduction.wordings.get(self.language) if introduction else None
        whole = {"introduction": words.title if words else "", "refined": bool(chosen)}
        whole["coverage"] = self.values.plain(coverage(self.context)) if isinstance(body, RegisterBody) else []
        url = self.urls.section(kind.folder, self.language)
        self._page(f"{kind.folder}/_index", url, params | whole, words.body if words else "")
        shared = {name: one for name, one in params.items() if name not in ("feed", "outputs", "indexed", "title")}
        shared |= {"noindex": True, "list": body.title}
        for one in chosen:
            self._choice(kind, one, chosen, shared)
        for order in ORDERS if kind is Agreement and len(refs) >= FEWEST else ():
            lives = {ref: life_of(self.context.showcase, ref) for ref in refs}
            self._ordered(kind, order, in_order(self.context, order, lives), shared)
        for facet in (facet for facet in self.refined[kind.folder]["list"] if "whole" in facet):
            title = self.text("{list}: {value}", list=self.text(kind.plural), value=facet["label"])
            told = {"title": title, "here": facet["label"], "folder": kind.folder, "word": facet["word"]}
            url = facet["whole"]["h"].removeprefix(self.urls.href(""))
            self._page(
                f"names/{kind.folder}--{facet['word']}/_index", url, {**told, "layout": "names", "noindex": True}
            )

    def _choice(self, kind: type[Kind], one: Selection, chosen: tuple[Selection, ...], shared: Params) -> None:
        """The page of a choice: Hugo knows the rows, and counts them."""
        term = _term(kind, one.facet.id, one.answer.key)
        url = self.urls.choice(kind.folder, one.facet, one.answer.word, self.language)
        told = {"title": one.answer.label.text, "facet": self.text(one.facet.label), "term": term}
        if kind is Agreement:
            told["finding"] = finding(self.context, (life_of(self.context.showcase, ref) for ref in one.refs))
        few = {"sorting": None} if len(one.refs) < FEWEST else {}
        tiled = {"tiled": self._is_tiled(kind, chosen, one)}
        self._page(f"choices/{term}/_index", url, {**shared, **told, **few, **tiled})

    def _ordered(self, kind: type[Kind], order: str, rows: Sequence[AnyRef], shared: Params) -> None:
        """The page of all rows in one order, whatever their group."""
        for place, ref in enumerate(rows):
            self.listed[str(ref)][f"by_{order}"] = place
        said = next(one.label.text for one in orders(self.context, kind.folder, order) if one.current)
        told = {"title": self.text("{list}: {value}", list=shared["list"], value=said), "here": sentence_case(said)}
        groups = {kind.folder: {"anchor": kind.folder, "heading": "", "note": "", "state": ""}}
        url = self.urls.order(kind.folder, order, self.language)
        self._page(f"orders/{kind.folder}--{order}/_index", url, {**shared, **told, "groups": groups, "order": order})

    def _is_tiled(self, kind: type[Kind], found: tuple[Selection, ...], chosen: Selection | None = None) -> bool:
        refined = facets(self.context, kind, found, chosen)
        return refined is not None and refined.tiles is not None

    def _row(self, group: int, row: RegisterRow | ListItem | Pictured | Name | FigureItem) -> None:
        if isinstance(row, RegisterRow):
            title = row.cells[0].value[0]
        else:
            title = row.entry.title if isinstance(row, Pictured) else row.title
        told = self.listed[self.values.ref(title.href)]
        self.places += 1
        told |= {"weight": self.places, "group": _sorted(group)}
        if isinstance(row, RegisterRow):
            told["cells"] = self.values.plain(row.cells)
            told["gap"] = any(piece.unknown and piece.text == GAP for cell in row.cells for piece in cell.value)
        elif isinstance(row, Name | FigureItem):
            told["shown"] = self.values.plain(row)

    def _facets(self, kind: type[Kind]) -> dict[str, Any]:
        """What refines a list, as it shows it: the facets with their choices, the tiles, the orders, the files."""
        found = selections(self.context, kind)
        refined = tools(self.context, kind, facets(self.context, kind, found))
        if refined is None:
            return {"list": []}
        listed: dict[str, Any] = {}
        wholes = {one.word: self.values.plain(one.whole) for one in (*refined.facets, *refined.more) if one.whole}
        for one in found:
            word, term = one.facet.segment(self.language), _term(kind, one.facet.id, one.answer.key)
            facet = listed.setdefault(word, {"word": word, "label": self.text(one.facet.label), "choices": []})
            facet |= {"tiled": one.facet.as_tiles, **({"whole": wholes[word]} if word in wholes else {})}
            href = self.urls.href(path_of(self.context, kind, one))
            told = {"term": term, "word": one.answer.word, "href": href, "group": one.answer.key}
            facet["choices"].append({**told, "label": self.values.plain(one.answer.label)})
            for ref in one.refs:
                self.listed[str(ref)].setdefault("choices", []).append(term)
        named = [[one.facet.segment(self.language), one.answer.word, one.answer.label.text] for one in found]
        more = {
            "named": named,
            "forms": {one.segment(self.language): choice_form(self.context, one) for one in kind.facets},
            "orders": self.values.plain(refined.orders),
            "placed": numbers_in_order(self.context, kind),
            "downloads": self.values.plain(refined.downloads),
        }
        return {**more, "list": list(listed.values()), "tiles": self.values.plain(refined.tiles)}

    def _terms(self) -> None:
        topics = self.urls.fixed("topics", self.language)
        vocabularies = self.context.showcase.vocabularies
        groups = [{"name": name, "title": self.context.localised(one.title).text} for name, one in vocabularies.items()]
        params = {"title": self.text("Topics"), "lead": self.text("What the records are about, and for whom.")}
        self._page("topics/_index", topics, {**params, "layout": "terms", "vocabularies": groups, "indexed": True})
        for term in used_terms(self.context):
            label = {"title": self.context.term_label(term).text, "layout": "term", "indexed": True}
            self._page(f"{term.vocabulary}/{term.id}/_index", self.urls.term(term, self.language), label)

    def _tables(self) -> None:
        for file in table_files(self.context):
            build = {"list": "never"}
            self._page(f"{TABLES}/{file.name}", file.url, {**file.params, "title": file.data, "build": build})
            if file.holds:
                self._data(f"{TABLES}/{file.name}", file.holds)

    def _dates(self) -> None:
        """The calendars beside lists: Hugo knows the days."""
        for kind in kinds_listed(self.context):
            if "ics" in kind.downloads:
                params = {"title": calendar(self.context, kind).title, "folder": kind.folder, "layout": "dates"}
                url = self.urls.download(kind.folder, "ics", self.language)
                self._page(f"dates/{kind.folder}", url, {**params, "outputs": ["dates"], "build": {"list": "never"}})

    def _dossiers(self) -> None:
        body = dossiers(self.context)
        params = {"title": body.title, "layout": "dossiers", "indexed": True, "lead": body.lead, "index": body.index}
        params |= {
            "outputs": ["html", "selection"],
            "choices": body.choices,
            "days": body.days,
            "terms": body.terms,
            "data": self.values.plain(body.data),
        }
        self._page(f"{DOSSIERS}/_index", self.urls.fixed("dossier", self.language), params)
        for term, url, params in self.dossiers.pages():
            self._page(f"{DOSSIERS}/{term}/_index", url, params)
        for ref, told in self.dossiers.elsewhere():
            params = {"title": self.context.title(self.context.showcase[ref]).text, "folder": ref.folder}
            params |= {"ref": str(ref), "kindorder": _sorted(KINDS.index(kind_of(ref))), "build": {"render": "link"}}
            params |= {name: value for name, value in told.items() if value}
            self._page(f"elsewhere/{ref.folder}--{ref.id}", "", params)

    def _fixed(self) -> None:
        pages = {"deadlines": deadlines_body(self.context), "search": search_body(self.context)}
        for name, body in pages.items():
            url = self.urls.fixed(name, self.language)
            self._page(name, url, {**self.values.plain(body), "layout": name, "indexed": True})
        home = self.values.plain(home_body(self.context)) | {"indexed": True, "outputs": ["html", "atom"]}
        home.pop("web", None)
        if self.language == self.context.showcase.settings.first_language:
            home["outputs"] += ["map", "robots"]
            self._page("404", "404.html", {"layout": "missing", "title": self.text("This page does not exist")})
        self._page("_index", self.urls.home(self.language), home)

    # --- records ---

    def _relations(self) -> None:
        """Who refers to whom, in which group of the other's page; and the lists of the groups that are long."""
        headings: dict[str, str] = {}
        for record in self.records:
            long = long_groups(self.context, record)
            for links in referring(self.context, record):
                name = suggested_id(links.heading)
                headings[name] = links.heading
                whole = next((one for one in long if self.text(one.heading) == links.heading), None)
                rows = long[whole] if whole else ()
                shown = [str(one) for one in rows] or [
                    self.values.ref(one.title.href) for one in (*links.items, *links.more)
                ]
                for ref in shown:
                    self.refers[ref].append(f"{record.ref}|{name}")
                if whole:
                    self._part(record, whole, rows, name)
        self._data("groups", headings)
        self.values.found.update(headings.values())

    def _part(self, record: AnyRecord, backlink: Backlink, refs: Sequence[AnyRef], name: str) -> None:
        title = self.context.title(record, short=True).text
        heading = self.text(backlink.heading)
        params: dict[str, Any] = {
            "title": self.text("{record}: {heading}", record=title, heading=heading),
            "layout": "part",
        }
        params |= {"of": str(record.ref), "group": name}
        params |= {"noindex": True, "here": heading, "folder": record.ref.folder}
        path = f"parts/{record.ref.folder}--{record.ref.id}--{suggested_id(backlink.segments['en'])}/_index"
        self._page(path, self.urls.part(record, backlink, self.language), params)

    def _record(self, record: AnyRecord) -> None:
        context, name = self.context, str(record.ref)
        body, facts = record_body(context, record, others_of(context, record)), record.facts
        title = context.title(record)
        params: dict[str, Any] = {"title": title.text, "folder": record.ref.folder, "ref": name, "layout": "record"}
        params |= {"translationKey": name, "lang_of_title": title.lang, "description": context.summary(record)}
        params |= {"kicker": body.kicker, "opening": body.lead, "notice": self.values.plain(body.notice)}
        params |= {"actions": self.values.plain(body.actions), "aside": self.values.aside(record, body.aside)}
        params["window"] = self.values.window(body.window)
        params |= {"story": self.values.parts(body.story), "tail": self.values.tail(body.tail)}
        params["drawn"] = [part.template for part in body.drawn if part.template in TEMPLATES]
        params["finding"] = next((part.front.finding for part in body.drawn if isinstance(part, OwnFront)), "")
        params["blocks"] = [
            {"anchor": one.anchor, "title": one.title, "parts": self.values.parts(one.parts)} for one in body.sections
        ]
        params["apart"] = self._apart(record, body.sections)
        if table := own_register(context, record):
            params["register"] = {"heading": table.heading, "whole": self.values.plain(table.whole)}
        row = self.values.plain(list_item(context, record.ref))
        params["entry"] = {key: value for key, value in row.items() if key not in ("title", "summary")}
        params["entry"] |= {"brief": row.get("note", ""), "note": self.values.plain(item_note(context, record.ref))}
        params["names"] = names(record)
        params |= {"refers": self.refers[name], **self.listed[name], **classified(record)}
        params |= {"modified": str(facts.verified_on), **near(context, record)}
        params |= {
            "search": self.values.plain(indexing(context, record)),
            "indexed": not facts.noindex,
            "fed": facts.in_feeds,
        }
        params |= self.dossiers.of(record.ref)
        params["thing"] = self.values.thing(structured(context, record))
        params["plan"] = str(facts.plan) if isinstance(facts, Area) else ""
        params["built"] = bool(body.drawn) and facts.status is None and "register" not in params
        params["kindorder"] = _sorted(KINDS.index(type(facts)))
        if agreement := record.of(Agreement):
            params["life"] = self.values.life(agreement)
        if self.language == context.showcase.settings.first_language:
            params |= {"outputs": ["html", "json"], "json": data(self.contexts, record)}
        stated = {key: value for key, value in params.items() if value}
        path = f"{record.ref.folder}/{record.ref.id}"
        self._page(path, self.urls.record(record, self.language), stated, wording(record, self.language))

    def _apart(self, record: AnyRecord, blocks: tuple[Block, ...]) -> list[str]:
        """The groups of those who refer to a record that its page tells in another way."""
        shown = {part.heading for block in blocks for part in block.parts if isinstance(part, Links)}
        groups = (links.heading for links in referring(self.context, record))
        return [suggested_id(heading) for heading in groups if heading not in shown]

    def _told(self, record: AnyRecord) -> None:
        """A record without a page, which another's tells: its data and, for those, its words."""
        if self.language not in record.wordings:
            return
        is_first = self.language == self.context.showcase.settings.first_language
        build = {"list": "local", "render": "always" if is_first else "never"}
        params: dict[str, Any] = {"title": self.context.title(record).text, "folder": record.ref.folder, "told": True}
        params |= {"ref": str(record.ref), "translationKey": str(record.ref), "names": names(record)}
        params |= {"description": self.context.summary(record), "layout": "record", "outputs": ["json"], "build": build}
        if is_first:
            params["json"] = data(self.contexts, record)
        url = self.urls.record(record, self.language)
        path = f"told/{record.ref.folder}--{record.ref.id}"
        self._page(path, url, {key: value for key, value in params.items() if value}, wording(record, self.language))


def _sorted(at: int) -> str:
    """A place among groups, by which Hugo sorts them: it does so by texts."""
    return f"{at:02}"


def _term(kind: type[Kind], facet: str, key: str) -> str:
    """The name of a choice among Hugo's terms, the same in every language."""
    return f"{kind.folder}--{facet}--{suggested_id(key)}"
