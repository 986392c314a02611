"""The order of the stages, which nothing else knows: content → records → showcase → views → files → search → site.

`check` is the first half of `build`. Each stage takes a finished value and gives a finished value and problems.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import generator
from generator.checks.owner import accent_is_legible, nothing_is_a_placeholder
from generator.checks.policy import check as apply_rules
from generator.content.read import read
from generator.content.settings import Settings
from generator.content.validate import validate
from generator.memo import Memo
from generator.output.assets import ACCENT, Assets, accent_stylesheet, bundle, our_fonts
from generator.output.data import serialise
from generator.output.errors import OutputError
from generator.output.links.verify import verify
from generator.output.publish import Published, publish
from generator.output.scaling import scaled
from generator.output.social_cards.cards import Cards
from generator.pages.addresses import address_problems
from generator.pages.search import BUNDLE
from generator.pages.site_map import SiteMap, plan, views
from generator.problems.problem import Problem, stops
from generator.showcase.model import Showcase
from generator.showcase.relate import relate
from generator.view.outputs import Card, Copy, Data, Page, Variant, View
from generator.words import N_, words_for

Progress = Callable[[str], None]
"""Told the English name of each long step as it begins."""


@dataclass(frozen=True)
class Options:
    """What a run is asked for: the folder, the day, and how the site differs from what its settings say."""

    root: Path
    day: datetime.date
    base_url: str = ""
    drafts: bool = False
    production: bool = False
    strict: bool = False
    store: Path | None = None
    """Where results are remembered between runs; None remembers nothing."""


@dataclass(frozen=True)
class Checked:
    """What is known before anything is rendered. Without a showcase there are errors that hide the rest."""

    problems: tuple[Problem, ...]
    showcase: Showcase | None = None
    site_map: SiteMap | None = None
    assets: Assets = field(default_factory=lambda: Assets({}, {}))


@dataclass(frozen=True)
class Built:
    """The outcome of a build; `published` is None when problems kept the site as it was."""

    problems: tuple[Problem, ...]
    published: Published | None = None
    pages: Mapping[str, int] = field(default_factory=dict)
    """How many pages of each language."""
    searched: tuple[str, ...] = ()
    """The paths of the pages that the search finds."""


def check(options: Options) -> Checked:
    """Read, validate, relate, check and plan. Raises SetupError where there is no showcase or no templates."""
    return _checked(options, Memo(options.store))


def _checked(options: Options, memo: Memo) -> Checked:
    contents, problems = read(options.root, memo)
    content, told = validate(contents)
    problems += told
    if content is None:
        return Checked(tuple(problems))
    settings = content.settings
    if options.base_url:
        settings = replace(settings, base_url=options.base_url)
    problems += accent_is_legible(settings, content.nodes)
    if options.production:
        problems += nothing_is_a_placeholder(settings, content.nodes)
    showcase, told = relate(replace(content, settings=settings), options.day, drafts=options.drafts)
    problems += told
    problems += apply_rules(showcase)
    if stops(problems, strict=False):
        return Checked(tuple(problems), showcase)
    try:
        assets = bundle(template_folders(options.root), _given(settings))
    except OutputError as error:
        return Checked((*problems, *error.problems), showcase)
    site_map = plan(showcase)
    return Checked((*problems, *address_problems(site_map, content.nodes)), showcase, site_map, assets)


def build(options: Options, out: Path, *, search: bool = True, progress: Progress = lambda step: None) -> Built:
    """Check, then render, index, verify and publish into `out`, unless problems stop it: then `out` stays as it was.

    Raises SetupError where the surroundings do not allow it.
    """
    memo = Memo(options.store)
    progress(N_("Reading the content"))
    checked = _checked(options, memo)
    site_map, assets = checked.site_map, checked.assets
    if site_map is None or stops(checked.problems, strict=options.strict):
        return Built(checked.problems)
    urls = site_map.contexts[0].urls
    addresses = {name: urls.href(path) for name, path in assets.addresses.items()}
    try:
        progress(N_("Making the pages"))
        made = views(site_map, addresses, production=options.production)
        files = {**assets.files, **_files(made, options.root, memo)}
        searched = _searchable(made, files)
        if search:
            progress(N_("Indexing for the search"))
            files |= _index(searched)
        progress(N_("Verifying the links"))
        problems = (*checked.problems, *verify(files, urls.settings.base_url))
    except OutputError as error:
        return Built((*checked.problems, *error.problems))
    if stops(problems, strict=options.strict):
        return Built(problems)
    progress(N_("Writing the site"))
    published = publish(files, out)
    memo.forget()
    return Built(problems, published, _pages(made), tuple(searched))


def index_search(pages: Mapping[str, bytes], out: Path) -> tuple[Problem, ...]:
    """Index pages of a site that was built without its search, as `Built.searched` names them, into a folder apart.

    With problems, `out` stays as it was. Raises SetupError where the surroundings do not allow it.
    """
    try:
        publish(_index(pages), out)
    except OutputError as error:
        return error.problems
    return ()


def template_folders(root: Path) -> tuple[Path, ...]:
    """Where templates are looked for: the owner's first, then Vetrina's own."""
    package = Path(generator.__file__).parent
    shipped = package / "_templates"
    ours = shipped if shipped.is_dir() else package.parent / "templates"
    owners = root / "templates"
    return (owners, ours) if owners.is_dir() and owners.resolve() != ours.resolve() else (ours,)


def _given(settings: Settings) -> dict[str, bytes]:
    """The assets that come from no folder of templates; an owner's file of the same name takes their place."""
    accent = settings.accent
    return our_fonts() | ({ACCENT: accent_stylesheet(accent.light, accent.dark)} if accent else {})


def _files(made: Iterable[View], root: Path, memo: Memo) -> dict[str, bytes]:
    from generator.output.render import Renderer  # a check needs no Jinja

    renderer, draw = Renderer(template_folders(root)), Cards(memo)
    files = scaled((view for view in made if isinstance(view, Variant)), root, memo)
    for view in made:
        if isinstance(view, Copy):
            files[view.path] = (root / view.source).read_bytes()
        elif isinstance(view, Data):
            files[view.path] = serialise(view)
        elif isinstance(view, Card):
            files[view.path] = draw.png(view)
        elif not isinstance(view, Variant):
            files[view.path] = renderer.render(view, words_for(getattr(view, "language", "en")))
    return files


def _index(pages: Mapping[str, bytes]) -> dict[str, bytes]:
    from generator.output.search.index import build_index  # a check needs no CBOR

    return build_index(pages, BUNDLE)


def _searchable(views: Iterable[View], files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {view.path: files[view.path] for view in views if isinstance(view, Page) and view.indexing}


def _pages(views: Iterable[View]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for view in views:
        if isinstance(view, Page):
            counted[view.language] = counted.get(view.language, 0) + 1
    return counted
