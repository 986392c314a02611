"""What is wrong with the links of files that an owner publishes as they are, told before any page is made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.output.links.extract import Outline
from generator.output.links.faults import outline_of, verify
from generator.problems.problem import Position, Problem, problem


def faults_as_it_is(
    texts: Mapping[str, bytes], paths: Iterable[str], later: Sequence[str], base_url: str, folder: str
) -> Iterator[Problem]:
    """`broken-link`, `outside-request` or `template-error`, at the line of the file below `folder`.

    `texts` are the files by their paths on the site, `paths` all files that are planned; what lies in `later`, folders,
    is not known yet. Whether a planned page has an anchor, the built site shows.
    """
    outlines = dict.fromkeys(paths, Outline())
    for path, content in texts.items():
        outlines[path], malformed = outline_of(path, content)
        if malformed:
            yield replace(malformed, place=replace(malformed.place, path=f"{folder}/{path}"))
    for found in verify(outlines, texts, base_url):
        path, href = str(found.values["page"]), str(found.values["href"])
        place = _place(f"{folder}/{path}", texts[path].decode(errors="replace"), href)
        if found.code == "outside-request":
            yield replace(found, place=place)
        elif not any(f"/{one}" in href for one in later):
            yield problem("broken-link", place, target=href)


def _place(path: str, text: str, href: str) -> Position:
    """Where an address stands first, if it stands there as it is read."""
    before, there, _ = text.partition(href)
    lines = before.split("\n")
    return Position(path, len(lines), len(lines[-1]) + 1) if there else Position(path)
