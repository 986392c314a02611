"""`vetrina verify`: a published site against its manifest, and against a build of what that says it was made of."""

import argparse
import datetime
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generator.commands.asked import day_of, store_of
from generator.commands.summary import tell
from generator.incremental.build_key import inputs_of
from generator.machine.garbage import uncollected
from generator.options import Options
from generator.output.ownership import Manifest
from generator.pipeline import build
from generator.problems.setup import SetupError
from generator.publishing.before import take
from generator.publishing.verification import (
    PublishedSite,
    SiteAddress,
    SiteFolder,
    compared,
    compared_with_a_build,
    manifest_of,
    too_old,
)
from generator.words import N_, Phrase, Words


@uncollected()
def run(given: argparse.Namespace, words: Words) -> bool:
    """Verify and tell all that is not as it should be; whether nothing is. Raises SetupError."""
    started = time.monotonic()
    site = _site(given)
    manifest, told = manifest_of(site)
    told += compared(site, manifest)
    told += filter(None, [too_old(manifest, day_of(given))])
    if not given.no_build:
        with tempfile.TemporaryDirectory() as folder:
            told += _against_a_build(manifest, _with_its_log(site, Path(folder)), given, words)
    for one in told:
        print(f"  {words.say(one)}")
    seconds = words.seconds(time.monotonic() - started)
    files = words.count("{number} file compared", "{number} files compared", len(manifest.hashes))
    found = words.count("{number} finding", "{number} findings", len(told))
    print(
        words.text("{site}: {files}; {found}; {seconds} s.", site=site.name, files=files, found=found, seconds=seconds)
    )
    return not told


def _site(given: argparse.Namespace) -> PublishedSite:
    if given.site and "://" in given.site:
        return SiteAddress(given.site)
    folder = Path(given.site) if given.site else given.root / "site"
    if not folder.is_dir():
        raise SetupError(
            Phrase(N_("{folder} is not a folder."), {"folder": str(folder)}),
            Phrase(N_("Name the folder of a built site, or its address.")),
        )
    return SiteFolder(folder)


def _with_its_log(site: PublishedSite, folder: Path) -> Path | None:
    """What a build asks for that is to go on with the log of a site, of which a damaged one has none."""
    try:
        return take(site.name, site.read, folder)
    except SetupError:
        return None


def _against_a_build(
    manifest: Manifest, previous: Path | None, given: argparse.Namespace, words: Words
) -> Iterator[Phrase]:
    """Build what the manifest says, in a folder that is then gone, and tell what comes out otherwise.

    It goes on with the log of the site itself, from which nothing has changed.
    """
    inputs = manifest.inputs
    chosen = inputs.get("options")
    try:
        day = datetime.date.fromisoformat(inputs["day"])
    except (KeyError, TypeError, ValueError):
        day = None
    if day is None or not isinstance(chosen, list):
        yield Phrase(N_("The manifest does not say what the site was made of: no build can be compared."))
        return
    options = Options(
        root=given.root,
        day=day,
        base_url=str(inputs.get("address", "")),
        drafts="drafts" in chosen,
        production="production" in chosen,
        compressed="compressed" in chosen,
        previous=previous,
        store=store_of(given),
    )
    search = "search" in chosen
    with tempfile.TemporaryDirectory() as folder:
        built = build(options, Path(folder) / "site", search=search, in_place=True)
        made = Manifest.read(Path(folder) / "site") if built.published else None
    if made is None:
        tell(built.problems, "text", given, words)
        yield Phrase(N_("The content here cannot be built as the manifest says."))
        return
    found = [*compared_with_a_build(manifest, made.hashes)]
    here = inputs_of(options, options.base_url, search=search) if found else inputs
    if here.get("commit") != inputs.get("commit"):
        yield Phrase(
            N_("The site was made of commit {there}, and here is {here}."),
            {"there": inputs.get("commit") or "–", "here": here.get("commit") or "–"},
        )
    if here.get("versions") != inputs.get("versions"):
        yield Phrase(N_("The site was made by other versions of Vetrina or its libraries than these."))
    yield from found
