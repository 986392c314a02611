"""The pages and data of a site that is not built: each is made when a test looks at it, by the same plan."""

from functools import cached_property

from generator.machine.memo import Memo
from generator.options import Options, template_folders
from generator.output.data import serialise
from generator.output.render import Renderer, renderer_of
from generator.output.scaling import scaled
from generator.output.templates import Templates
from generator.pages.site_map import SiteMap, outputs
from generator.pipeline import assets_of
from generator.planned import Output
from generator.view.data_files import Data
from generator.view.outputs import Copy, HtmlPage, Variant


class LookedAt:
    """What a checked site would have at each path."""

    def __init__(self, site_map: SiteMap, options: Options) -> None:
        self._site_map, self._options = site_map, options
        self._made: dict[str, str] = {}

    def text(self, path: str) -> str | None:
        """What stands at a path; None where there is neither a page nor data."""
        if path not in self._made and path in self._outputs:
            view = self._outputs[path].make()
            if isinstance(view, HtmlPage):
                words = self._site_map.contexts[0].showcase.words_of(view.language)
                self._made[path] = self._renderer.render(view, words).decode()
            elif isinstance(view, Data):
                self._made[path] = serialise(view).decode()
        return self._made.get(path)

    def files(self, folder: str) -> dict[str, bytes]:
        """The pages, the data, and the files of an owner that a folder would hold, by their paths."""
        found: dict[str, bytes] = {}
        variants: list[Variant] = []
        for path, output in self._outputs.items():
            if path.startswith(folder) and (text := self.text(path)) is not None:
                found[path] = text.encode()
            elif path.startswith(folder) and isinstance(view := output.make(), Copy):
                found[path] = (self._options.root / view.source).read_bytes()
            elif path.startswith(folder) and isinstance(view, Variant):
                variants.append(view)
        return found | scaled(variants, self._options.root, Memo(self._options.store))

    @cached_property
    def _outputs(self) -> dict[str, Output]:
        first, memo = self._site_map.contexts[0], Memo(self._options.store)
        assets = assets_of(self._options, first.showcase.settings, memo)
        planned = outputs(self._site_map, assets.hrefs(first.urls.href), production=self._options.production)
        return {output.path: output for output in planned}

    @cached_property
    def _renderer(self) -> Renderer:
        templates = Templates(template_folders(self._options.root))
        return renderer_of(templates.folders, templates.key)
