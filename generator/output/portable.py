"""A finished site → the same to be opened by a double click, from any folder, for whoever reviews a change.

Links are relative and name the file that answers; there are no scripts, as a browser runs none from a folder, and so no
search, which every page says at its head. Search engines are told to keep out.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path

from generator.output.compressed import GZ
from generator.output.tree import look

_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ADDRESSES = re.compile(r'(\s(?:href|src|poster)=")([^"]*)(?=")')
_LISTS_OF_ADDRESSES = re.compile(r'(\s(?:srcset|imagesrcset)=")([^"]*)(?=")')
_REDIRECTS = re.compile(r'(\shttp-equiv="refresh" content="\d+; ?url=)([^"]*)(?=")')
_LANGUAGE = re.compile(r'<html lang="([\w-]+)"')
_ROBOTS = '<meta name="robots" content="noindex">'
_NOT_FROM_A_FOLDER = re.compile(
    r"<script\b.*?</script>|<noscript\b.*?</noscript>|<template\b.*?</template>|<form class=\"search\".*?</form>"
    r"|<link rel=\"preload\"[^>]*>|<meta http-equiv=\"Content-Security-Policy\"[^>]*>|" + re.escape(_ROBOTS),
    re.DOTALL,
)
"""What runs, what is for what runs, and what a browser refuses to fetch from a folder."""
_FIRST = re.compile(r"<header>|<main>")
"""What comes before all else on a page: the header, where it has one."""
_ROBOTS_FILE = b"User-agent: *\nDisallow: /\n"


def portable(site: Path, base_path: str, notice: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """Each file of the copy, by its path.

    `base_path` is what the addresses of the site begin with, "/" or "/path/"; `notice` says, in the language of a page,
    that it is a preview without a search.
    """
    relative = partial(_relative, base_path)
    for path in sorted(look(site).files):
        if path.endswith(".html"):
            page = (site / path).read_text("utf-8")
            yield path, _page(page, "../" * path.count("/"), relative, notice).encode()
        elif path == "robots.txt":
            yield path, _ROBOTS_FILE
        elif not path.endswith((".js", GZ)) and not path.startswith("pagefind/"):
            yield path, (site / path).read_bytes()


def _page(page: str, up: str, relative: Callable[[str, str], str], notice: Callable[[str], str]) -> str:
    page = _NOT_FROM_A_FOLDER.sub("", page)
    page = _TAG.sub(lambda tag: _tag(tag[0], partial(relative, up)), page)
    page = page.replace("<head>", f"<head>\n{_ROBOTS}", 1)
    if _REDIRECTS.search(page):
        return page
    language = _LANGUAGE.search(page)
    said = f'<p class="demonstration"><span class="wrap">{escape(notice(language[1] if language else ""))}</span></p>'
    return _FIRST.sub(lambda first: f"{first[0]}\n{said}", page, count=1)


def _tag(tag: str, relative: Callable[[str], str]) -> str:
    """A tag whose addresses within the site are relative."""
    if "=" not in tag:
        return tag
    for pattern in (_ADDRESSES, _REDIRECTS):
        tag = pattern.sub(lambda found: f"{found[1]}{relative(found[2])}", tag)
    return _LISTS_OF_ADDRESSES.sub(lambda found: f"{found[1]}{_each(found[2], relative)}", tag)


def _each(addresses: str, relative: Callable[[str], str]) -> str:
    """The pictures of a `srcset`: each an address and its width."""
    written = (one.strip().partition(" ") for one in addresses.split(","))
    return ", ".join(f"{relative(address)}{space}{width}" for address, space, width in written)


def _relative(base_path: str, up: str, address: str) -> str:
    """An address as it is from a page `up` above which the site begins; one that leads elsewhere stays."""
    if not address.startswith(base_path) or address.startswith("//"):
        return address
    path, mark, rest = re.split(r"([?#]|\Z)", address.removeprefix(base_path), maxsplit=1)
    file = f"{path}index.html" if path == "" or path.endswith("/") else path
    return f"{up}{file}{mark}{rest}"
