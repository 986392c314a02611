"""The order of the stages, which nothing else knows: content → records → showcase → views → files → search → site.

`check` is the first half of `build`. Each stage takes a finished value and gives a finished value and problems.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from generator.checks.frozen_words import (
    rows_of_frozen_tables_are_of_records_that_are_there,
    withdrawn_records_are_in_no_frozen_table,
)
from generator.checks.owner import accent_is_legible, nothing_is_a_placeholder
from generator.checks.owners_files import catalogues_hold_no_personal_data, files_hold_no_personal_data
from generator.checks.plain_facts import settings_are_plain_text
from generator.checks.policy import check as apply_rules
from generator.checks.privacy import published_personal_data, settings_hold_no_personal_data
from generator.checks.refused_words import settings_are_in_words_that_the_owner_does_not_refuse
from generator.checks.register_coverage import register_has_no_more_than_was_signed
from generator.checks.unfinished import settings_are_finished
from generator.content.as_it_is import as_it_is
from generator.content.catalogues import owners_texts
from generator.content.read import Contents
from generator.content.settings import Settings
from generator.content.snapshots import frozen_tables
from generator.content.validate import Content, validate
from generator.incremental.build_key import inputs_of, key_of
from generator.incremental.rebuild import Rebuild
from generator.incremental.state import State
from generator.incremental.states import States
from generator.machine.memo import Memo
from generator.options import PUBLIC, Options, template_folders
from generator.output.assets import ACCENT, ASSETS_FOLDER, Assets, accent_stylesheet, bundle, our_fonts
from generator.output.compressed import compressed, is_packed
from generator.output.errors import OutputError
from generator.output.overrides import faults_of_owners
from generator.output.paths import clashes, folded
from generator.output.site_folder import Published, publish
from generator.output.templates import Templates
from generator.pages.addresses import address_problems, files_of_the_site, parts_by_path
from generator.pages.search import BUNDLE
from generator.pages.site_map import SiteMap, plan
from generator.problems.problem import Position, Problem, problem, stops
from generator.problems.setup import SetupError
from generator.showcase.model import Showcase
from generator.showcase.relate import relate, with_names_meant
from generator.site_files import SiteFiles
from generator.text.context import Context, contexts_of
from generator.words import N_, Phrase

Progress = Callable[[str], None]
"""Told the English name of each long step as it begins."""


@dataclass(frozen=True)
class Checked:
    """What is known before anything is rendered. Without a showcase there are errors that hide the rest."""

    problems: tuple[Problem, ...]
    showcase: Showcase | None = None
    site_map: SiteMap | None = None
    rebuild: Rebuild | None = None
    """What is as the last build left it."""
    content: Content | None = None
    """What was read, whatever of it is published."""


@dataclass(frozen=True)
class Built:
    """The outcome of a build; `published` is None when problems kept the site as it was."""

    problems: tuple[Problem, ...]
    published: Published | None = None
    pages: Mapping[str, int] = field(default_factory=dict)
    """How many pages of each language."""
    anew: frozenset[str] = frozenset()
    """The pages, data files and files of the search index that could not be kept from the last build."""
    searched: Mapping[str, str] = field(default_factory=dict)
    """The paths of the pages that the search finds, each with its language and a digest of what it has of it."""
    contexts: tuple[Context, ...] = ()
    """What was built, in each language."""


def check(options: Options, *, states: States | None = None) -> Checked:
    """Read, validate, relate, check and plan. Raises SetupError where there is no showcase.

    What was found of records stands in the store for the next check, as of a site that has no files. `states` are those
    of a process that checks again and again, and writes them itself. A copy leaves nothing.
    """
    own, key, nowhere = states or States(options.store), _key(options), options.root / "content"
    before = own.load((options.copied or options.root) / "content", key)
    checked = _checked(options, Memo(options.store), before, nowhere)
    if checked.rebuild and checked.rebuild.knows_more and not options.copied:
        own.save(checked.rebuild.state({}), nowhere, key)
        if states is None:
            own.write()
    return checked


def _key(options: Options) -> str:
    """What changes when any page might."""
    return key_of(options.root, repr((options.base_url, options.drafts, options.production)))


def _checked(options: Options, memo: Memo, before: State, out: Path) -> Checked:
    """Check, `before` being what the last build left in `out`."""
    contents = Contents(options.root, memo)
    content, told = validate(contents, base_url=options.base_url, noted=before.records)
    problems = list(told)
    if content is None:
        return Checked(tuple(problems))
    settings = content.settings
    problems += accent_is_legible(settings, content.nodes)
    problems += settings_are_plain_text(content.nodes, contents.vocabularies.values())
    translated = [*owners_texts(options.root, memo)]
    problems += settings_are_finished(content.nodes, contents.vocabularies.values(), translated)
    problems += settings_hold_no_personal_data(settings, content.nodes, contents.vocabularies.values())
    if options.production:
        problems += nothing_is_a_placeholder(settings, content.nodes)
    showcase, told = relate(content, options.day, drafts=options.drafts)
    problems = [*with_names_meant(problems, showcase), *told]
    contexts = contexts_of(showcase)
    problems += (public := as_it_is(options.root)).problems
    problems += (kept := frozen_tables(options.root)).problems
    rebuild = Rebuild(out, before, contexts, content.records.notes)
    if len(folders := template_folders(options.root)) == 2:
        problems += _below(options.root, faults_of_owners(*folders))
    problems += settings_are_in_words_that_the_owner_does_not_refuse(showcase.style, content)
    problems += register_has_no_more_than_was_signed(showcase, content.nodes)
    problems += apply_rules(showcase)
    problems += files_hold_no_personal_data(_owners_files(options.root, public.paths), showcase, memo)
    problems += catalogues_hold_no_personal_data(translated)
    if stops(problems, strict=False):
        return Checked(tuple(problems), showcase, rebuild=rebuild, content=content)
    site_map = plan(contexts, public.paths, options.previous, tuple(one.snapshot for one in kept.tables))
    problems += address_problems(site_map, content.nodes)
    problems += withdrawn_records_are_in_no_frozen_table(showcase, kept.tables)
    problems += rows_of_frozen_tables_are_of_records_that_are_there(showcase, kept.tables)
    if site_map.as_it_is:
        problems += _as_it_is(options.root, site_map)
    return Checked(tuple(problems), showcase, site_map, rebuild, content)


def _below(root: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems at files of the site, which are named from its root; those at Vetrina's own stay as they are."""
    for one in problems:
        path = Path(one.place.path)
        inside = path.relative_to(root).as_posix() if path.is_relative_to(root) else one.place.path
        yield replace(one, place=replace(one.place, path=inside))


def _owners_files(root: Path, public: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """What the owner has in public/ and in templates/, by its path."""
    files = (file for folder in template_folders(root)[:-1] for file in sorted(folder.rglob("*.html")))
    templates = (file.relative_to(root).as_posix() for file in files if file.is_file())
    for path in (*(f"{PUBLIC}/{path}" for path in public), *templates):
        yield path, (root / path).read_bytes()


def _as_it_is(root: Path, site_map: SiteMap) -> Iterator[Problem]:
    """What is wrong with files that are published as they are: with their paths, and with what they link."""
    from generator.output.links.public_files import Expected, faults_as_it_is  # few sites have such files

    planned, later = files_of_the_site(site_map), (BUNDLE, ASSETS_FOLDER)
    of_the_site = {*planned, *later}
    for path, other in clashes(site_map.as_it_is, of_the_site):
        yield problem("taken-path", Position(f"{PUBLIC}/{path}"), file=path, other=f"/{other}")
    seen: dict[str, str] = {}
    for path in site_map.as_it_is:
        if (other := seen.setdefault(folded(path), path)) != path:
            yield problem("twin-names", Position(f"{PUBLIC}/{path}"), file=path, other=other)
    texts = {path: (root / PUBLIC / path).read_bytes() for path in site_map.as_it_is if is_packed(path)}
    base_url = site_map.contexts[0].showcase.settings.base_url
    expected = Expected({*planned, *site_map.as_it_is}, later, parts_by_path(site_map))
    yield from faults_as_it_is(texts, expected, base_url, PUBLIC)


def build(
    options: Options,
    out: Path,
    *,
    search: bool = True,
    states: States | None = None,
    in_place: bool = False,
    progress: Progress = lambda step: None,
) -> Built:
    """Check, then render, index, verify and publish into `out`, unless problems stop it: then `out` stays as it was.

    With `in_place`, nobody looks into `out` meanwhile. `states` are those of a process that builds again and again, and
    writes them itself.
    Raises SetupError where the surroundings do not allow it.
    """
    if out.resolve() == (options.root / PUBLIC).resolve():
        raise SetupError(
            Phrase(N_("{folder} holds what is published as it is: no site is built into it."), {"folder": str(out)}),
            Phrase(N_("Name another folder for the site.")),
        )
    memo, own = Memo(options.store), states or States(options.store)
    progress(N_("Reading the content"))
    key = _key(options)
    checked = _checked(options, memo, own.load(out, key), out)
    site_map, rebuild = checked.site_map, checked.rebuild
    if site_map is None or rebuild is None or stops(checked.problems, strict=options.strict):
        return Built(checked.problems)
    made = SiteFiles(rebuild, site_map, options.root, Templates(template_folders(options.root)))
    try:
        progress(N_("Making the pages"))
        assets = assets_of(options, site_map.contexts[0].showcase.settings, memo)
        made.make(assets, memo, production=options.production)
        if search:
            progress(N_("Indexing for the search"))
            made.index(out, memo)
        progress(N_("Verifying the links"))
        showcase = site_map.contexts[0].showcase
        problems = (*checked.problems, *made.verified(), *published_personal_data(made.personal, showcase))
    except OutputError as error:
        return Built((*checked.problems, *_below(options.root, error.problems)))
    if stops(problems, strict=options.strict):
        return Built(problems)
    progress(N_("Writing the site"))
    kept = {path: file.digest for path, file in rebuild.kept.items()}
    files = made.files
    if options.compressed:
        texts = chain(files.items(), ((path, (out / path).read_bytes()) for path in kept if is_packed(path)))
        files = {**dict(compressed(texts)), **files}
    inputs = None if in_place else inputs_of(options, showcase.settings.base_url, search=search)
    published = publish(files, out, kept, inputs=inputs, in_place=in_place)
    own.save(rebuild.state(made.made), out, key)
    if states is None:
        own.write()
    memo.forget()
    return Built(problems, published, made.pages, made.anew, made.searched, site_map.contexts)


def index_search(searched: Mapping[str, str], site: Path, out: Path, store: Path | None) -> tuple[Problem, ...]:
    """Index pages of a site that was built without its search, as `Built.searched` names them, into a folder apart.

    With problems, `out` stays as it was. Raises SetupError where the surroundings do not allow it.
    """
    from generator.output.search.index import bundle_of  # a check needs no CBOR

    try:
        bundle = bundle_of(searched, lambda path: (site / path).read_bytes(), Memo(store))
        publish({f"{BUNDLE}{name}": content for name, content in bundle.items()}, out, in_place=True)
    except OutputError as error:
        return error.problems
    return ()


def assets_of(options: Options, settings: Settings, memo: Memo) -> Assets:
    """The assets of a site: those of its templates, and those that come from no folder of templates, in place of which
    an owner's file of the same name is taken. Raises OutputError.
    """
    accent = settings.accent
    given = our_fonts() | ({ACCENT: accent_stylesheet(accent.light, accent.dark)} if accent else {})
    return bundle(template_folders(options.root), given, memo)
