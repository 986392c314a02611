"""`vetrina hosting`: what a web server is to know of the site, in the words of nginx, Apache, or `_headers` hosts."""

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from generator.commands.asked import options_as_published
from generator.commands.files_written import write_into
from generator.commands.summary import not_written
from generator.machine.regular_files import read_regular
from generator.output.server_files import WRITTEN_BY, Served, apache, headers, nginx
from generator.pages.addresses import redirects
from generator.pages.board.bar_pictures import embed_paths
from generator.pages.site_map import SiteMap
from generator.pipeline import check
from generator.problems.setup import SetupError
from generator.words import N_, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write the files, or print them; whether the content could be read. Raises SetupError where they cannot be."""
    checked = check(replace(options_as_published(given), base_url=given.base_url or ""))
    if checked.site_map is None:
        return not_written(checked.problems, given, words)
    served = _served(checked.site_map)
    site = given.site or (given.root / "site").resolve()
    files = {
        "nginx": lambda: nginx(served, site.as_posix(), given.listen),
        "apache": lambda: apache(served),
        "headers": lambda: headers(served),
    }[given.server]()
    if given.out is None:
        for name, text in files.items():
            print(text if len(files) == 1 else f"# {name}\n{text}", end="")
        return True
    _spare_others(given.out, files)
    write_into(given.out, files)
    print(words.text("Written into {out}: {files}.", out=given.out, files=", ".join(files)))
    return True


def _spare_others(folder: Path, files: Iterable[str]) -> None:
    """Raises SetupError where one of the files is there and somebody else wrote it."""
    for name in files:
        try:
            is_ours = read_regular(folder / name).startswith(WRITTEN_BY.encode())
        except FileNotFoundError:
            continue
        except OSError:
            is_ours = False
        if not is_ours:
            message = Phrase(
                N_("{file} was not written by “vetrina hosting”, and stays."), {"file": str(folder / name)}
            )
            raise SetupError(
                message, Phrase(N_("Move it elsewhere, or name another folder: “vetrina hosting … --out”."))
            )


def _served(site_map: SiteMap) -> Served:
    address = urlsplit(site_map.contexts[0].showcase.settings.base_url)
    moved = {one.path.removesuffix("index.html"): one.href for one in redirects(site_map)}
    shown = embed_paths(site_map.contexts, site_map.pages)
    embeds = (path for now in shown for path in (now, *site_map.former.paths(now)))
    roots = {page.path.partition("/")[0]: None for page in site_map.pages if "/" in page.path}
    return Served(address.hostname or "_", address.path, moved, tuple(roots), tuple(embeds))
