"""What answered below an old address of a record or of a list answers there still: pages lead on, files are there
again.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, Self

from generator.exports.former_names import former_folders
from generator.fields.values import AnyRef
from generator.kinds.catalogue import KINDS
from generator.planned import Output, RecordFile
from generator.text.context import Context
from generator.urls import output_path
from generator.view.outputs import View


class OldFolder(NamedTuple):
    """A folder in which a record once stood, and which of its old addresses says so."""

    ref: AnyRef
    old: str
    number: int


class FormerFolders:
    """The folders in which records and lists once stood, by those in which they stand now."""

    def __init__(self, folders: Mapping[str, Sequence[OldFolder]], lists: Mapping[str, Sequence[str]]) -> None:
        self._folders, self._lists = folders, lists

    @classmethod
    def of(cls, context: Context, refs: Iterable[AnyRef]) -> Self:
        """Those of some records, and of every list; `context` is that of the first language."""
        urls, languages = context.urls, context.showcase.settings.languages
        lists = {
            urls.section(kind.folder, one): former
            for kind in KINDS
            for one in languages
            if (former := urls.former_sections(kind.folder, one))
        }
        found = defaultdict[str, list[OldFolder]](list)
        for ref in refs:
            for old, now, number in former_folders(context, ref):
                found[now].append(OldFolder(ref, old, number))
        return cls(found, lists)

    def paths(self, path: str) -> Iterator[str]:
        """Where what stands at a path below a record or a list once stood."""
        yield from (old for _, old in self.below(path))
        for now, former in self._lists.items():
            if path.startswith(now):
                yield from (_below_list(old, now, path) for old in former)

    def below(self, path: str) -> Iterator[tuple[OldFolder, str]]:
        """The same, each with the folder."""
        at = path.rstrip("/").rfind("/") + 1 if self._folders else 0
        while at:
            yield from ((one, f"{one.old}{path[at:]}") for one in self._folders.get(path[:at], ()))
            at = path[: at - 1].rfind("/") + 1

    def led_on(self, files: Collection[RecordFile], pages: Collection[str]) -> Iterator[RecordFile]:
        """The files, and a page at each old address of what is below a record: it leads there, not to the record."""
        led = {output_path(old): (page, old, one) for page in pages for one, old in self.below(page)}
        for file in files:
            found = led.pop(file.path, None)
            yield replace(file, to=found[0]) if found and file.is_a == "redirect" else file
        taken = {output_path(page) for page in pages}
        for path, (page, old, one) in led.items():
            if path not in taken:
                yield RecordFile(one.ref, path, "redirect", f"/{old}", one.number, page)

    def again(self, outputs: Collection[Output]) -> Iterator[Output]:
        """The files that stand below records and lists, where they once stood; no pages, which lead on."""
        taken = {one.path for one in outputs}
        for output in (one for one in outputs if not (one.language or one.stays)):
            for old in self.paths(output.path):
                if old not in taken:
                    taken.add(old)
                    yield replace(output, path=old, make=partial(_again, output.make, old))


def _below_list(old: str, now: str, path: str) -> str:
    """Where what stands below a list stood under another word, after which the files of the list itself are called."""
    name, word, called = path.removeprefix(now), *(one.rstrip("/").rpartition("/")[2] for one in (now, old))
    return f"{old}{called}{name.removeprefix(word)}" if name.startswith(f"{word}.") else f"{old}{name}"


def _again(make: Callable[[], View], path: str) -> View:
    return replace(make(), path=path)
