"""Every address in every file of the site leads somewhere, and no page asks another site for anything."""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator.machine.web_origin import origin, web_host
from generator.output.links.extract import Hyperlink, MalformedError, Outline, Use, outline
from generator.problems.problem import Position, Problem, problem
from generator.words import N_, Phrase

_INDEX = "index.html"
_WEB = ("http", "https")
_HARMLESS = ("mailto", "tel", "data")
_ANYWHERE = ("/", "https://", "http://", "mailto:", "tel:", "data:")
"""How an address begins that means the same on every page."""
_PLAIN = re.compile(r"(?:(?:/[^\s/?#\\.;][^\s/?#\\;]*)+/?|/)?(?:#[^\s#]*)?")
"""A path from the root of a site, none of whose steps begins with a dot, or an anchor of the page itself."""


def outline_of(path: str, content: bytes) -> tuple[Outline, Problem | None]:
    """What HTML, a stylesheet, feed, sitemap, robots.txt or picture refers to; `template-error`: malformed XML."""
    try:
        return outline(path, content), None
    except MalformedError as error:
        cause = Phrase(N_("the file made from it is not well-formed XML: {cause}"), {"cause": error.cause})
        return Outline(), problem("template-error", Position(path, error.line, error.column), cause=cause)


def verify(outlines: Mapping[str, Outline], paths: Iterable[str], base_url: str) -> Iterator[Problem]:
    """Follow the references of the files at `paths`, of all there are on a site that will stand at `base_url`.

    `dead-link`: an address of this site, by http or https, where there is no file, or a page without that anchor; an
    absolute path outside the path of `base_url`; a scheme that leads to no page (javascript:). `outside-request`:
    something that the browser would fetch from another site.
    """
    site = _Site(outlines, base_url)
    for path in paths:
        references = outlines[path].references
        for reference in () if site.sound.issuperset(references) else references:
            if reference not in site.sound and (code := site.fault(path, reference)):
                yield problem(code, Position(path), page=path, href=reference.href)


class Gone:
    """Files that were there, and anchors of files that still are."""

    def __init__(self, files: Iterable[str], anchors: Mapping[str, frozenset[str]]) -> None:
        self._files = tuple(end for path in files for end in _ends(path))
        self._anchors: frozenset[str] = frozenset().union(*anchors.values())
        self._around = tuple(end for path, lost in anchors.items() if lost for end in _ends(path))

    def __bool__(self) -> bool:
        return bool(self._files or self._anchors)

    def is_led_to(self, href: str) -> bool:
        """Whether an address may lead to one of them from another file; where only that file knows, it may."""
        href = href.strip()
        if not href.startswith(_ANYWHERE) or "?" in href or "/." in href:
            return not href.startswith("#")
        where, _, anchor = map(unquote, href.partition("#"))
        return where.endswith(self._files) or (anchor in self._anchors and where.endswith(self._around))


def _ends(path: str) -> tuple[str, ...]:
    """How the addresses end that lead to a file."""
    return (path, path.removesuffix(_INDEX)) if path.endswith(_INDEX) else (path,)


class _Site:
    """The files of a site and where they stand on the web."""

    def __init__(self, outlines: Mapping[str, Outline], base_url: str) -> None:
        base = urlsplit(base_url.rstrip("/") + "/")
        self._origin = f"{base.scheme}://{base.netloc}"
        self._own, self._host = origin(base_url), web_host(base_url)
        self._prefix = base.path
        self._outlines = outlines
        self.sound: set[Hyperlink] = set()
        """Those with which nothing is wrong wherever they stand: pages repeat the same addresses."""

    def fault(self, path: str, reference: Hyperlink) -> str:
        """The code of what is wrong with a reference of the file `path`; empty if nothing is."""
        code = self._fault(path, reference)
        if not code and reference.href.startswith(_ANYWHERE):
            self.sound.add(reference)
        return code

    def _fault(self, path: str, reference: Hyperlink) -> str:
        href = reference.href.strip()
        if not href:
            return "dead-link"
        own = href[len(self._origin) :] if href.startswith(f"{self._origin}/") else href
        if _PLAIN.fullmatch(own):  # most are, and need no library to be read
            where, _, anchor = own.partition("#")
            return "" if self._leads(where or f"{self._prefix}{quote(path)}", anchor) else "dead-link"
        try:
            whole = urljoin(f"{self._origin}{self._prefix}{quote(path)}", href)
            parts = urlsplit(whole)
            is_own = origin(whole) == self._own or (reference.use is Use.FOLLOW and web_host(whole) == self._host)
        except ValueError:
            return "dead-link"
        if is_own:
            return "" if self._leads(parts.path or "/", parts.fragment) else "dead-link"
        if parts.scheme in _HARMLESS and reference.use is not Use.OWN:
            return ""
        if parts.scheme not in _WEB or reference.use is Use.OWN:
            return "dead-link"
        return "outside-request" if reference.use is Use.FETCH else ""

    def _leads(self, path: str, fragment: str) -> bool:
        """Whether there is a file at `path`, which begins with the site's own, and in it the anchor `fragment`."""
        file = unquote(path.removeprefix(self._prefix))
        if not file or file.endswith("/"):
            file += _INDEX
        if file not in self._outlines:
            return False
        if not fragment:
            return True
        anchors = self._outlines[file].anchors
        return anchors is None or unquote(fragment) in anchors
