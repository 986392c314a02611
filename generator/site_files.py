"""Planned files → files: those that are kept from the last build, and those that are made anew."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator.incremental import Rebuild
from generator.memo import Memo
from generator.output.assets import Assets
from generator.output.data import serialise
from generator.output.links.extract import Outline
from generator.output.links.verify import outlines_of, verify
from generator.output.scaling import scaled
from generator.output.social_cards.cards import Cards
from generator.pages.search import BUNDLE
from generator.pages.site_map import SiteMap, outputs
from generator.problems.problem import Problem
from generator.state import Made
from generator.view.outputs import Card, Copy, Data, Page, Variant, View
from generator.words import words_for

if TYPE_CHECKING:
    from generator.output.render import Renderer

_SEARCH = "search"
"""What the files of the search index ask for: every page that is searched."""


class SiteFiles:
    """The files of a site in the making, below `root`; its templates stand in `folders`. Methods raise OutputError."""

    def __init__(self, rebuild: Rebuild, site_map: SiteMap, root: Path, folders: Sequence[Path]) -> None:
        self._rebuild, self._site_map, self._root, self._folders = rebuild, site_map, root, folders
        self._asked: dict[str, frozenset[str]] = {}
        self._searched: set[str] = set()
        self._outlines: dict[str, Outline] = {}
        self.files: dict[str, bytes] = {}
        """Those made anew, by path."""
        self.pages: dict[str, int] = {}
        """How many pages of each language there are."""

    @property
    def anew(self) -> frozenset[str]:
        """The paths of the files that the next build may keep and this one could not."""
        return frozenset(self._asked)

    @property
    def searched(self) -> tuple[str, ...]:
        """The paths of the pages that the search finds."""
        return tuple(
            sorted([*self._searched, *(path for path, file in self._rebuild.kept.items() if file.is_searched)])
        )

    def make(self, assets: Assets, memo: Memo, *, production: bool) -> None:
        """Make all that cannot be kept, but for the search index."""
        from generator.output.render import Renderer  # a check needs no Jinja

        context = self._site_map.contexts[0]
        addresses = {name: context.urls.href(path) for name, path in assets.addresses.items()}
        renderer, draw = Renderer(self._folders), Cards(memo)
        self.files |= assets.files
        variants = []
        for output in outputs(self._site_map, addresses, production=production):
            if output.language:
                self.pages[output.language] = self.pages.get(output.language, 0) + 1
            if output.asked is not None and self._rebuild.keeps(output.path):
                continue
            with context.witness.watching() as seen:
                view = output.make()
            if output.asked is not None:
                self._asked[output.path] = output.asked | seen()
            if isinstance(view, Page) and view.indexing:
                self._searched.add(output.path)
            if isinstance(view, Variant):
                variants.append(view)
            else:
                self.files[view.path] = self._file(view, renderer, draw)
        self.files |= scaled(variants, self._root, memo)

    def _file(self, view: View, renderer: "Renderer", draw: Cards) -> bytes:
        if isinstance(view, Copy):
            return (self._root / view.source).read_bytes()
        if isinstance(view, Data):
            return serialise(view)
        if isinstance(view, Card):
            return draw.png(view)
        assert not isinstance(view, Variant)
        return renderer.render(view, words_for(getattr(view, "language", "en")))

    def index(self, out: Path) -> None:
        """Make the search index, unless no page that is searched has changed; those that are kept lie in `out`."""
        kept = {path: file.digest for path, file in self._rebuild.kept.items() if file.is_searched}
        made = {path: sha256(self.files[path]).hexdigest() for path in self._searched}
        self._rebuild.found(_SEARCH, repr(sorted((kept | made).items())))
        if self._rebuild.keeps_all(_SEARCH):
            return
        bundle = search_index({path: self.files.get(path) or (out / path).read_bytes() for path in self.searched})
        self.files |= bundle
        self._asked |= dict.fromkeys(bundle, frozenset((_SEARCH,)))

    def verified(self) -> list[Problem]:
        """What is wrong with the links of all files."""
        self._outlines, problems = outlines_of(self.files)
        base_url = self._site_map.contexts[0].showcase.settings.base_url
        return [*problems, *verify(*self._rebuild.outlines(self._outlines), base_url)]

    def made(self) -> dict[str, Made]:
        """The files made anew, as the next build needs to know them."""
        return {
            path: Made(content, self._asked.get(path, frozenset()), path in self._searched, self._outlines[path])
            for path, content in self.files.items()
        }


def search_index(pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """The index of some pages, by their paths."""
    from generator.output.search.index import build_index  # a check needs no CBOR

    return build_index(pages, BUNDLE)
