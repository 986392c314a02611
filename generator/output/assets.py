"""Stylesheets, scripts, fonts, icons → files named after their content, so that browsers may keep them for ever."""

import json
import posixpath
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Self
from urllib.parse import quote, unquote, urlsplit

from generator.machine.memo import Memo
from generator.output.errors import OutputError
from generator.problems.problem import Position, problem, wrong_encoding
from generator.problems.spelling import did_you_mean
from generator.words import N_, Phrase

ACCENT = "accent.css"
"""The stylesheet of the owner's accent."""
CUSTOM = "custom.css"
"""The owner's own rules, laid over ours."""
ICON = "icon.svg"
"""The icon of every page."""
_SMALL = 512
_PLAIN = "!$'()*+,-./:;=?@_~"
"""What needs no escape in such an address, within quotation marks; a space does, by the grammar of addresses."""
ASSETS_FOLDER = "assets/"
_ATTRIBUTE = re.compile(rb"""="([^"'<>]*)\"""")
"""Its quotation marks become those that need no escape."""
_STYLESHEETS = tuple(
    f"{name}.css" for name in "vetrina front list record editions register guide board dossier asking embed".split()
)
"""The stylesheet of most pages, and those of some kinds of page, each made of the parts that they have."""
_FINGERPRINT_LENGTH = 10
_FONTS = Path(__file__).parents[1] / "data/fonts"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = r"(?:\s|/\*.*?\*/)"
_TAKEN_IN = r"""^@import "(?P<part>[^":\n]+)";\n"""
_CSS = re.compile(
    rf"""{_TAKEN_IN}"""
    r"""|url\(\s*(?P<quote>["']?)(?P<target>[^"'()\s]*)(?P=quote)\s*\)"""
    r"""|(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
    rf"""|(?:;?{_SPACE}*(?P<bracket>[{{}}])|(?P<mark>[;:,])){_SPACE}*"""
    rf"""|(?P<gap>{_SPACE}+)""",
    re.DOTALL | re.MULTILINE,
)
_COMMENTS = re.compile(r"""^[ \t]*(?://.*|/\*\*(?s:.*?)\*/)\n|(?<=[;{,]) // [^"'`\n]*$""", re.MULTILINE)
"""Lines that are comments, and what ends a line, unless a quotation mark after it may say that it stands in a text."""
_IMPORT = re.compile(
    r"""^import "(?P<whole>\./[^"/\n]+)";\n"""
    r"""|^import \{ (?P<names>[^}\n]+) \} from "(?P<part>\./[^"/\n]+)";\n"""
    r"""|(?P<before>\b(?:(?:from|import)\s*\(?\s*|new URL\())"(?P<target>\.{1,2}/[^"\n]+)\"""",
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)
_PART = {".css": re.compile(_TAKEN_IN, re.MULTILINE), ".js": _IMPORT}


@dataclass(frozen=True)
class Assets:
    """The assets of a site: the address of each by its name below `assets/`, and the files by address.

    Addresses are relative to the root of the site: {"fonts/body.woff2": "assets/fonts/body.3f2a….woff2"}.
    """

    addresses: Mapping[str, str]
    files: Mapping[str, bytes]
    within: Mapping[str, str]
    """The whole addresses, by name, of those that pages hold within themselves: a small icon, a request less."""

    def hrefs(self, href: Callable[[str], str]) -> dict[str, str]:
        """What pages write to have each, by its name; `href` leads from a page to an address of the site."""
        return {name: href(address) for name, address in self.addresses.items()} | dict(self.within)

    def written(self) -> bytes:
        """All of it, to be remembered."""
        files = {address: b64encode(content).decode() for address, content in self.files.items()}
        return json.dumps([dict(self.addresses), files, dict(self.within)]).encode()

    @classmethod
    def of(cls, written: bytes) -> Self:
        """What was remembered."""
        addresses, files, within = json.loads(written)
        return cls(addresses, {address: b64decode(content) for address, content in files.items()}, within)


@dataclass(frozen=True)
class _Source:
    place: str
    content: bytes


def bundle(folders: Sequence[Path], given: Mapping[str, bytes], memo: Memo | None = None) -> Assets:
    """Take every file of the `assets/` of `folders`, the first folder that has one wins; after them those `given`.

    An `accent.css` and after it a `custom.css` end each of the stylesheets of pages: one of their own would be one more
    request. Stylesheets
    lose comments and needless spaces, scripts their comments; url(…) and what scripts import
    ("./other.js") lead to the fingerprinted files. What a stylesheet imports (`@import "part.css";`) is taken in and is
    no file of its own; so is that of which a script imports names (`import { a } from "./other.js";`), once, whoever
    imports it. A script that is imported for its effects alone (`import "./other.js";`) is taken in too, and is a file
    all the same. What is wanted later (`import("./other.js")`) is a file, and so is a worker
    (`new URL("./other.js", import.meta.url)`).

    What was made of the same assets is remembered. Raises OutputError at a line of a stylesheet or script:
    `template-error` when it uses no asset, or one that uses it in turn, `wrong-encoding`.
    """
    sources = {name: _Source(name, content) for name, content in given.items()}
    sources |= {name: source for folder in reversed(folders) for name, source in _read(folder / ASSETS_FOLDER)}
    inputs = (part for name, source in sorted(sources.items()) for part in (name, source.content))
    return Assets.of((memo or Memo()).recall(lambda: _bundled(sources).written(), "assets-6", *inputs))


def _bundled(sources: dict[str, _Source]) -> Assets:
    sheets = [name for name in _STYLESHEETS if name in sources]
    last = [name for name in (ACCENT, CUSTOM) if name in sources]
    if last:
        added = "".join(f'\n@import "{name}";\n' for name in last).encode()
        sources |= {name: _Source(sources[name].place, sources[name].content + added) for name in sheets}
    bundling = _Bundling(sources)
    parts = {part for name, source in sources.items() for part in _parts(name, source)}
    for name in (*sorted(sources.keys() - parts), *sorted(parts & sources.keys())):
        if name not in bundling.taken_in:
            bundling.address(name)
    within = {}
    if ICON in bundling.addresses and len(sources[ICON].content) <= _SMALL:
        del bundling.files[bundling.addresses.pop(ICON)]
        svg = _ATTRIBUTE.sub(rb"='\1'", sources[ICON].content.strip())
        within = {ICON: f"data:image/svg+xml,{quote(svg, safe=_PLAIN)}"}
    return Assets(dict(sorted(bundling.addresses.items())), dict(sorted(bundling.files.items())), within)


def accent_stylesheet(light: str, dark: str) -> bytes:
    """A stylesheet that sets `--accent`, for light and for dark backgrounds."""
    return (
        f":root {{ --accent: {light}; }}\n@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
    ).encode()


def our_fonts() -> dict[str, bytes]:
    """The fonts that the stylesheet names, and their licences, by their names below `assets/`."""
    return {f"fonts/{name}": source.content for name, source in _read(_FONTS)}


def _read(folder: Path) -> list[tuple[str, _Source]]:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    return [(file.relative_to(folder).as_posix(), _Source(file.as_posix(), file.read_bytes())) for file in files]


def _parts(name: str, source: _Source) -> list[str]:
    """The stylesheets or scripts that one takes in and that are no files of their own, by their names."""
    if not (part := _PART.get(PurePosixPath(name).suffix)):
        return []
    said = source.content.decode(errors="replace")
    return [_beside(name, match["part"]) for match in part.finditer(said) if match["part"]]


def _beside(name: str, path: str) -> str:
    """The name of the asset that `path` means in the asset `name`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))


def _decoded(source: _Source) -> str:
    try:
        return source.content.decode()
    except UnicodeDecodeError as error:
        raise OutputError(wrong_encoding(source.place, error)) from error


def _closed(name: str, lines: str) -> str:
    """A script as a value of what it exports, whose other names are its own."""
    exported = ", ".join(name for _, name in _EXPORT.findall(lines))
    own = _EXPORT.sub(r"\1", lines)
    return f"const {_variable(name)} = (() => {{\n{own}return {{ {exported} }};\n}})();\n"


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


class _Bundling:
    """Assets on their way to their addresses: what a stylesheet uses comes before it, which holds the name."""

    def __init__(self, sources: Mapping[str, _Source]) -> None:
        self.sources = sources
        self.addresses: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.taken_in: set[str] = set()
        self._under_way: set[str] = set()

    def address(self, name: str) -> str:
        """Bundle the asset `name`, if it is not yet, and tell its address."""
        if name not in self.addresses:
            self._under_way.add(name)
            source = self.sources[name]
            rewrite = {".css": self._stylesheet, ".js": self._script}.get(PurePosixPath(name).suffix)
            content = rewrite(name, source) if rewrite else source.content
            path = PurePosixPath(ASSETS_FOLDER, name)
            fingerprint = sha256(content).hexdigest()[:_FINGERPRINT_LENGTH]
            self.addresses[name] = str(path.with_name(f"{path.stem}.{fingerprint}{path.suffix}"))
            self.files[self.addresses[name]] = content
            self._under_way.remove(name)
        return self.addresses[name]

    def _stylesheet(self, name: str, source: _Source) -> bytes:
        return f"{self._styles(name, source, posixpath.dirname(name)).strip()}\n".encode()

    def _styles(self, name: str, source: _Source, seen_from: str) -> str:
        """The rules of a stylesheet and of those it takes in, whose addresses are `seen_from` a folder."""
        css = _decoded(source)

        def rewritten(match: re.Match[str]) -> str:
            if mark := match["bracket"] or match["mark"]:
                return mark
            if match["gap"] is not None:
                rest = _COMMENT.sub("", match["gap"])
                return "\n" if "\n" in rest else rest[:1]
            place = Position(source.place, css.count("\n", 0, match.start()) + 1)
            if match["part"]:
                return self._part(name, match["part"], place, seen_from)
            target = match["target"]
            if match["string"] is not None or not target or target.startswith("#") or urlsplit(target).scheme:
                return match[0]
            return f'url("{self._relative(name, target, place, seen_from)}")'

        return _CSS.sub(rewritten, css)

    def _part(self, name: str, target: str, place: Position, seen_from: str) -> str:
        """The rules of the stylesheet that `name` imports."""
        part = self._wanted(name, target, place)
        self._under_way.add(part)
        styles = self._styles(part, self.sources[part], seen_from)
        self._under_way.remove(part)
        self.taken_in.add(part)
        return styles

    def _script(self, name: str, source: _Source) -> bytes:
        parts: dict[str, str] = {}
        lines = self._lines(name, source, parts)
        return _COMMENTS.sub("", "".join((*parts.values(), lines))).encode()

    def _lines(self, name: str, source: _Source, parts: dict[str, str]) -> str:
        """The lines of a script; those of which it imports names go to `parts`, each after what it imports itself."""
        js = _decoded(source)

        def rewritten(match: re.Match[str]) -> str:
            place = Position(source.place, js.count("\n", 0, match.start()) + 1)
            if whole := match["whole"]:
                return f"{{\n{self._taken(self._wanted(name, whole, place), parts)}}}\n"
            if match["part"]:
                part = self._wanted(name, match["part"], place)
                if part not in parts:
                    parts[part] = _closed(part, self._taken(part, parts))
                    self.taken_in.add(part)
                return f"const {{ {match['names']} }} = {_variable(part)};\n"
            address = self._relative(name, match["target"], place, posixpath.dirname(name))
            return f'{match["before"]}"{address if address.startswith(".") else f"./{address}"}"'

        return _IMPORT.sub(rewritten, js)

    def _taken(self, part: str, parts: dict[str, str]) -> str:
        self._under_way.add(part)
        lines = self._lines(part, self.sources[part], parts)
        self._under_way.remove(part)
        return lines

    def _relative(self, name: str, target: str, place: Position, seen_from: str) -> str:
        """The address of the asset that `target` means in the stylesheet or script `name`, as seen from a folder."""
        path, mark, fragment = target.partition("#")
        address = self.address(self._wanted(name, path, place))
        return quote(posixpath.relpath(address, posixpath.join(ASSETS_FOLDER, seen_from))) + mark + fragment

    def _wanted(self, name: str, path: str, place: Position) -> str:
        """The name of the asset that `path` means in `name`."""
        wanted = _beside(name, path)
        if wanted not in self.sources or wanted in self._under_way:
            cause = Phrase(N_("it uses {target}, which is not in assets/"), {"target": path})
            meant = did_you_mean(wanted, tuple(self.sources))
            raise OutputError(problem("template-error", place, meant=meant, cause=cause))
        return wanted
