"""Stylesheets, scripts, fonts, icons → files named after their content, so that browsers may keep them for ever."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from generator.output.errors import OutputError
from generator.problems.problem import Place, did_you_mean, problem
from generator.words import N_, Phrase

ACCENT = "accent.css"
"""The stylesheet of the owner's accent."""
_FOLDER = "assets"
_FINGERPRINT_LENGTH = 10

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS = re.compile(
    r"""url\(\s*(?P<quote>["']?)(?P<target>[^"'()\s]*)(?P=quote)\s*\)"""
    r"""|(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
    r"""|(?P<gap>(?:\s|/\*.*?\*/)+)""",
    re.DOTALL,
)


@dataclass(frozen=True)
class Assets:
    """The assets of a site: the address of each by its name below `assets/`, and the files by address.

    Addresses are relative to the root of the site: {"fonts/body.woff2": "assets/fonts/body.3f2a….woff2"}.
    """

    addresses: Mapping[str, str]
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class _Source:
    place: str
    content: bytes


def bundle(folders: Sequence[Path], made: Mapping[str, bytes]) -> Assets:
    """Take every file of the `assets/` of `folders`, the first folder that has one wins; after them those `made`.

    Stylesheets lose comments and indentation, and their url(…) lead to the fingerprinted files.

    Raises OutputError at a line of a stylesheet: `template-error` when a url(…) leads to no asset or back to the
    stylesheet, `wrong-encoding`.
    """
    sources = {name: _Source(name, content) for name, content in made.items()}
    sources |= {name: source for folder in reversed(folders) for name, source in _read(folder / _FOLDER)}
    bundling = _Bundling(sources)
    for name in sorted(sources):
        bundling.address(name)
    return Assets(dict(sorted(bundling.addresses.items())), dict(sorted(bundling.files.items())))


def accent_stylesheet(light: str, dark: str) -> bytes:
    """A stylesheet that sets `--accent`, for light and for dark backgrounds."""
    return (
        f":root {{ --accent: {light}; }}\n@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
    ).encode()


def _read(folder: Path) -> list[tuple[str, _Source]]:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    return [(file.relative_to(folder).as_posix(), _Source(file.as_posix(), file.read_bytes())) for file in files]


def _decoded(source: _Source) -> str:
    try:
        return source.content.decode()
    except UnicodeDecodeError as error:
        line = len(source.content[: error.start].split(b"\n"))
        raise OutputError(problem("wrong-encoding", Place(source.place, line))) from error


class _Bundling:
    """Assets on their way to their addresses: what a stylesheet uses comes before it, which holds the name."""

    def __init__(self, sources: Mapping[str, _Source]) -> None:
        self.sources = sources
        self.addresses: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self._under_way: set[str] = set()

    def address(self, name: str) -> str:
        """Bundle the asset `name`, if it is not yet, and tell its address."""
        if name not in self.addresses:
            self._under_way.add(name)
            source = self.sources[name]
            content = self._stylesheet(name, source) if name.endswith(".css") else source.content
            path = PurePosixPath(_FOLDER, name)
            fingerprint = sha256(content).hexdigest()[:_FINGERPRINT_LENGTH]
            self.addresses[name] = str(path.with_name(f"{path.stem}.{fingerprint}{path.suffix}"))
            self.files[self.addresses[name]] = content
            self._under_way.remove(name)
        return self.addresses[name]

    def _stylesheet(self, name: str, source: _Source) -> bytes:
        css = _decoded(source)

        def rewritten(match: re.Match[str]) -> str:
            if match["gap"] is not None:
                rest = _COMMENT.sub("", match["gap"])
                return "\n" if "\n" in rest else rest[:1]
            target = match["target"]
            if match["string"] is not None or not target or target.startswith("#") or urlsplit(target).scheme:
                return match[0]
            line = css.count("\n", 0, match.start()) + 1
            return f'url("{self._relative(name, target, Place(source.place, line))}")'

        return f"{_CSS.sub(rewritten, css).strip()}\n".encode()

    def _relative(self, name: str, target: str, place: Place) -> str:
        """The address of the asset that `target` means in the stylesheet `name`, as seen from there."""
        path, mark, fragment = target.partition("#")
        here = posixpath.dirname(name)
        wanted = posixpath.normpath(posixpath.join(here, unquote(path)))
        if wanted not in self.sources or wanted in self._under_way:
            cause = Phrase(N_("it uses {target}, which is not in assets/"), {"target": target})
            meant = did_you_mean(wanted, self.sources)
            raise OutputError(problem("template-error", place, meant=meant, cause=cause))
        relative = posixpath.relpath(self.address(wanted), posixpath.join(_FOLDER, here))
        return quote(relative) + mark + fragment
