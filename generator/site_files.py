"""Planned files → files: those that are kept from the last build, and those that are made anew."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.incremental.rebuild import Rebuild
from generator.incremental.state import File, Made
from generator.machine.memo import Memo
from generator.machine.parallel import shared_out
from generator.output.assets import Assets
from generator.output.comma_separated import comma_separated
from generator.output.data import serialise
from generator.output.icalendar import icalendar
from generator.output.links.faults import verify
from generator.output.pdf import pdf
from generator.output.rdf_files import rdf
from generator.output.scaling import scaled
from generator.output.social_cards.cards import CardPainter
from generator.output.templates import Templates
from generator.output.workbook import recalled_workbook
from generator.pages.search import BUNDLE
from generator.pages.site_map import SiteMap, outputs
from generator.planned import Output
from generator.problems.problem import Problem
from generator.showcase.answers import Settled
from generator.view.data_files import Calendar, CsvTable, Data, Workbook
from generator.view.dossiers import Pdf
from generator.view.outputs import Card, Copy, HtmlPage, Robots, SecurityContact, Sitemap, Variant
from generator.view.pictures import PicturePng
from generator.view.rdf import RdfGraph
from generator.words import SOURCE_LANGUAGE, words_for

if TYPE_CHECKING:
    from generator.output.render import Rendered, Renderer

_ENOUGH = 60
"""Fewer files than this are made sooner than a process is copied."""
_TEMPLATE = "template {}"
"""What a file asks for that a template shows: the template, and all that it may take in."""
_SIZES = "sizes {}"
"""What the file of a path asks for that tells how large others are."""
_PROGRAM = "program"
"""What a file asks for that is made of the program and the settings alone: it stays as it is from build to build."""
_SEARCH = "search {}"
"""What the files of a search index ask for: every page that is searched in its language."""


class SiteFiles:
    """The files of a site in the making, below `root`. Methods raise OutputError."""

    def __init__(self, rebuild: Rebuild, site_map: SiteMap, root: Path, templates: Templates) -> None:
        self._rebuild, self._site_map, self._root, self._templates = rebuild, site_map, root, templates
        self._made: dict[str, Made] = {}
        self.files: dict[str, bytes] = {}
        """Those made anew, by path."""
        self.pages: dict[str, int] = {}
        """How many pages of each language there are."""

    @property
    def anew(self) -> frozenset[str]:
        """The paths of the files that the next build may keep and this one could not."""
        return frozenset(path for path, file in self._made.items() if file.asked)

    @property
    def searched(self) -> dict[str, str]:
        """The paths of the pages that the search finds, each with its language and a digest of what it has of it."""
        files: dict[str, File | Made] = {**self._rebuild.kept, **self._made}
        return {path: file.searched for path, file in sorted(files.items()) if file.searched}

    def make(self, assets: Assets, memo: Memo, *, production: bool) -> None:
        """Make all that cannot be kept, but for the search index."""
        from generator.output.render import renderer_of  # a check needs no Jinja

        context = self._site_map.contexts[0]
        addresses = assets.hrefs(context.urls.href)
        renderer, draw = renderer_of(self._templates), CardPainter(memo)
        for name in self._templates:
            context.witness.tell(_TEMPLATE.format(name), self._templates.digest_of(name))
        context.witness.tell(_PROGRAM, "")
        self.files |= assets.files
        wanted, telling = [], []
        for output in outputs(self._site_map, addresses, production=production):
            if output.language:
                self.pages[output.language] = self.pages.get(output.language, 0) + 1
            if output.sizes_of:
                telling.append(output)
            elif not output.lasts or not self._rebuild.keeps(output.path):
                wanted.append(output)
        for made, settled in shared_out(partial(self._make, renderer, draw, memo), wanted, _ENOUGH):
            self._made |= made
            context.witness.settled |= settled
        for output in telling:
            self._tell_sizes(output)
        self.files |= {path: file.content for path, file in self._made.items()}

    def _make(
        self, renderer: "Renderer", draw: CardPainter, memo: Memo, outputs: Sequence[Output]
    ) -> tuple[dict[str, Made], dict[str, Settled]]:
        """Some files, and the answers that were settled for them."""
        witness = self._site_map.contexts[0].showcase.witness
        made: dict[str, Made] = {}
        variants: dict[Variant, frozenset[str]] = {}
        known = len(witness.settled)
        for output in outputs:
            with witness.watching() as seen:
                view = output.make()
                content = b"" if isinstance(view, Variant) else self._file(view, renderer, draw, memo)
            if isinstance(view, Variant):
                variants[view] = seen()
            else:
                asked = seen() or {_PROGRAM} if output.lasts else ()
                is_searched = isinstance(view, HtmlPage) and bool(view.indexing)
                made[output.path] = Made.of(output.path, content, asked, is_searched=is_searched)
        pictures = scaled(variants, self._root, memo)
        made |= {view.path: Made.of(view.path, pictures[view.path], asked) for view, asked in variants.items()}
        return made, witness.settled_since(known)

    def _tell_sizes(self, output: Output) -> None:
        """Make a file that tells how large others are, unless it can be kept and none has another size."""
        witness, name = self._site_map.contexts[0].showcase.witness, _SIZES.format(output.path)
        made, kept = self._made, self._rebuild.kept
        sizes = {path: len(made[path].content) if path in made else kept[path].size for path in output.sizes_of}
        witness.tell(name, sorted(sizes.items()))
        if self._rebuild.keeps(output.path):
            return
        with witness.watching() as seen:
            view = output.make()
            witness.sees(name)
        if isinstance(view, RdfGraph):
            self._made[output.path] = Made.of(output.path, rdf(view, sizes), seen())

    def _file(
        self,
        view: "Data | Pdf | CsvTable | Workbook | Calendar | RdfGraph | Copy | Card | PicturePng | Rendered",
        renderer: "Renderer",
        draw: CardPainter,
        memo: Memo,
    ) -> bytes:
        if isinstance(view, Copy):
            return (self._root / view.source).read_bytes()
        if isinstance(view, Card):
            return draw.png(view)
        if isinstance(view, PicturePng):
            return draw.picture(view.picture)
        if isinstance(view, Data):
            return serialise(view)
        if isinstance(view, CsvTable):
            return comma_separated(view)
        if isinstance(view, Workbook):
            return recalled_workbook(view, memo)
        if isinstance(view, Calendar):
            return icalendar(view)
        if isinstance(view, Pdf):
            return pdf(self._file(view.page, renderer, draw, memo))
        if isinstance(view, RdfGraph):
            return rdf(view, {})
        self._site_map.contexts[0].witness.sees(_TEMPLATE.format(view.template))
        if isinstance(view, Sitemap | Robots | SecurityContact):
            return renderer.render(view, words_for(SOURCE_LANGUAGE))
        return renderer.render(view, self._site_map.contexts[0].showcase.words_of(view.language))

    def index(self, out: Path, memo: Memo) -> None:
        """Make the search index of each language in which what is searched has changed; what is kept lies in `out`."""
        from generator.output.search.index import by_language, index_of  # a check needs no CBOR

        pages = by_language(self.searched)
        names = {language: _SEARCH.format(language) for language in pages}
        for language, found in pages.items():
            self._site_map.contexts[0].showcase.witness.tell(names[language], sorted(found.items()))
        changed = [language for language in pages if not self._rebuild.keeps_all((names[language],))]

        def read(path: str) -> bytes:
            return self.files.get(path) or (out / path).read_bytes()

        for language in changed:
            self._add(index_of(language, pages[language], read, memo), (names[language],))

    def _add(self, bundle: Mapping[str, bytes], asked: Collection[str]) -> None:
        """Files of the search, by their paths in its folder, unless they lie there already."""
        for name, content in bundle.items():
            path = f"{BUNDLE}{name}"
            if not self._rebuild.keeps_as(path, content, asked):
                self.files[path] = content
                self._made[path] = Made.of(path, content, asked)

    def verified(self) -> list[Problem]:
        """What is wrong with the links of all files."""
        others = {path: content for path, content in self.files.items() if path not in self._made}
        self._made |= {path: Made.of(path, content) for path, content in others.items()}
        problems = [file.malformed for file in self._made.values() if file.malformed]
        outlines = {path: file.outline for path, file in self._made.items()}
        base_url = self._site_map.contexts[0].showcase.settings.base_url
        return [*problems, *verify(*self._rebuild.outlines(outlines), base_url)]

    @property
    def personal(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Personal data in the pages made anew, by path."""
        return {path: file.personal for path, file in self._made.items() if file.personal}

    @property
    def made(self) -> Mapping[str, Made]:
        """The files made anew, as the next build needs to know them."""
        return self._made
