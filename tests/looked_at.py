"""The files of a site that is not built: each is made when a test looks at it, by the same plan."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from generator.incremental.build_key import inputs_of
from generator.machine.memo import Memo
from generator.options import Options, template_folders
from generator.output.assets import Assets
from generator.output.comma_separated import comma_separated
from generator.output.data import serialise
from generator.output.icalendar import icalendar
from generator.output.render import Renderer, renderer_of
from generator.output.scaling import scaled
from generator.output.site_folder import publish
from generator.output.templates import Templates
from generator.pages.site_map import SiteMap, outputs
from generator.pipeline import assets_of
from generator.planned import Output
from generator.view.data_files import Calendar, CsvTable, Data
from generator.view.outputs import Copy, Feed, HtmlPage, Redirect, Robots, SecurityContact, Sitemap, Variant
from generator.view.pictures import EmbedPage, PictureSvg
from generator.words import SOURCE_LANGUAGE, words_for


class LookedAt:
    """What a checked site would have at each path."""

    def __init__(self, site_map: SiteMap, options: Options) -> None:
        self._site_map, self._options = site_map, options
        self._made: dict[str, bytes] = {}

    @property
    def paths(self) -> list[str]:
        """Where the site has files, but for the manifest of its publication."""
        return [*self._outputs, *self._assets.files]

    def content(self, path: str) -> bytes | None:
        """What stands at a path; None where there is nothing, or what is not made alone, as pictures are."""
        if path in self._made or path not in self._outputs:
            return self._made.get(path) or self._assets.files.get(path)
        if content := self._file(self._outputs[path]):
            self._made[path] = content
        return content

    def beside(self, folder: str) -> dict[str, bytes]:
        """The files that a folder would hold, its pictures too, by their paths."""
        paths = [path for path in self._outputs if path.startswith(folder)]
        variants = [view for path in paths if isinstance(view := self._outputs[path].make(), Variant)]
        found = {path: content for path in paths if (content := self.content(path)) is not None}
        return found | scaled(variants, self._options.root, Memo(self._options.store))

    def publish(self, out: Path, is_wanted: Callable[[str], bool]) -> None:
        """Publish the site with the files that are wanted; all others are there and empty."""
        files = {path: (self.content(path) or b"") if is_wanted(path) else b"" for path in self.paths}
        base_url = self._site_map.contexts[0].showcase.settings.base_url
        publish(files, out, inputs=inputs_of(self._options, base_url, search=False))

    def _file(self, output: Output) -> bytes | None:
        view = output.make()
        if isinstance(view, HtmlPage | Feed | Redirect | EmbedPage | PictureSvg):
            return self._renderer.render(view, self._site_map.contexts[0].showcase.words_of(view.language))
        if isinstance(view, Sitemap | Robots | SecurityContact):
            return self._renderer.render(view, words_for(SOURCE_LANGUAGE))
        if isinstance(view, Data):
            return serialise(view)
        if isinstance(view, CsvTable):
            return comma_separated(view)
        if isinstance(view, Calendar):
            return icalendar(view)
        return (self._options.root / view.source).read_bytes() if isinstance(view, Copy) else None

    @cached_property
    def _assets(self) -> Assets:
        return assets_of(self._options, self._site_map.contexts[0].showcase.settings, Memo(self._options.store))

    @cached_property
    def _outputs(self) -> dict[str, Output]:
        addresses = self._assets.hrefs(self._site_map.contexts[0].urls.href)
        planned = outputs(self._site_map, addresses, production=self._options.production)
        return {output.path: output for output in planned}

    @cached_property
    def _renderer(self) -> Renderer:
        return renderer_of(Templates(template_folders(self._options.root)))
