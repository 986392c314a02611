"""`vetrina hosting`: what a web server is to know of the site, in the words of nginx, Apache, or `_headers` hosts."""

import argparse
from dataclasses import replace
from urllib.parse import urlsplit

from generator.commands.asked import options_as_published
from generator.commands.files_written import write_into
from generator.commands.summary import not_written
from generator.output.server_files import Served, apache, headers, nginx
from generator.pages.addresses import redirects
from generator.pages.board.bar_pictures import embed_paths
from generator.pages.site_map import SiteMap
from generator.pipeline import check
from generator.words import Words


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
    write_into(given.out, files)
    print(words.text("Written into {out}: {files}.", out=given.out, files=", ".join(files)))
    return True


def _served(site_map: SiteMap) -> Served:
    address = urlsplit(site_map.contexts[0].showcase.settings.base_url)
    moved = {one.path.removesuffix("index.html"): one.href for one in redirects(site_map)}
    shown = (path for context in site_map.contexts for path in embed_paths(context))
    embeds = (path for now in shown for path in (now, *site_map.former.paths(now)))
    roots = {page.path.partition("/")[0]: None for page in site_map.pages if "/" in page.path}
    return Served(address.hostname or "_", address.path, moved, tuple(roots), tuple(embeds))
