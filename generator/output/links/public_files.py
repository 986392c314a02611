"""What is wrong with the links of files that an owner publishes as they are, told before any page is made."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.output.links.extract import Outline
from generator.output.links.faults import outline_of, verify
from generator.problems.problem import Position, Problem, problem


@dataclass(frozen=True)
class Expected(Mapping[str, Outline]):
    """The files that a site will have, before they are made."""

    paths: Collection[str]
    later: tuple[str, ...]
    """Folders of which it is not known yet what lies in them."""
    parts: Callable[[str], frozenset[str] | None]
    """What may be linked inside the page at a path; None where only the built site knows."""
    read: Mapping[str, Outline] = field(default_factory=dict)
    """The outlines that are known already."""

    def __contains__(self, path: object) -> bool:
        return path in self.paths or str(path).startswith(self.later)

    def __getitem__(self, path: str) -> Outline:
        return self.read[path] if path in self.read else Outline(anchors=self.parts(path))

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def faults_as_it_is(texts: Mapping[str, bytes], others: Expected, base_url: str, folder: str) -> Iterator[Problem]:
    """`broken-link`, `outside-request` or `template-error`, at the line of the file below `folder`.

    `texts` are the files by their paths on the site, which has `others` besides.
    """
    outlines: dict[str, Outline] = {}
    for path, content in texts.items():
        outlines[path], malformed = outline_of(path, content)
        if malformed:
            yield replace(malformed, place=replace(malformed.place, path=f"{folder}/{path}"))
    for found in verify(replace(others, read=outlines), texts, base_url):
        path, href = str(found.values["page"]), str(found.values["href"])
        place = _place(f"{folder}/{path}", texts[path].decode(errors="replace"), href)
        is_outside = found.code == "outside-request"
        yield replace(found, place=place) if is_outside else problem("broken-link", place, target=href)


def _place(path: str, text: str, href: str) -> Position:
    """Where an address stands first, if it stands there as it is read."""
    before, there, _ = text.partition(href)
    lines = before.split("\n")
    return Position(path, len(lines), len(lines[-1]) + 1) if there else Position(path)
