"""Two publications of one site → what the later changes for visitors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.publications.further_files import FurtherFiles, further_files
from generator.publications.publication import Publication, PublishedRecord
from generator.publications.renamed import Renamed

REPLACED_FILE = "file"
"""The name of what has changed where a file beside a record is another one."""
TOLD_IN_A_LINE = "line"
"""The same where a page says otherwise, or no more, of somebody who has none."""


@dataclass(frozen=True)
class RecordDifference:
    """What became of a record that is not told as before."""

    before: PublishedRecord | None
    after: PublishedRecord | None
    fields: tuple[tuple[str, str], ...] = ()
    """What of it says something else, is said now, or is said no more: names, each with its language or ""."""

    @property
    def elsewhere(self) -> bool:
        """Whether it is at another address in a language in which it was and is."""
        return any(there for _, there in self.moved)

    @property
    def moved(self) -> tuple[tuple[str, str], ...]:
        """The addresses that it had and has no more, each with that of today in the same language, or ""."""
        before = self.before.pages if self.before and self.after else {}
        after = self.after.pages if self.after else {}
        return tuple(
            (page, after.get(language, "")) for language, page in before.items() if after.get(language) != page
        )


@dataclass(frozen=True)
class Differences:
    """What changes from one publication to the next."""

    records: tuple[RecordDifference, ...]
    """By folder and id."""
    other_pages: tuple[str, ...]
    """The files of further pages that look otherwise: lists, topics, those that name what has changed."""
    new_pages: tuple[str, ...]
    """The files of further pages that are new."""
    gone: tuple[str, ...]
    """The files of pages that answer no more, of records and of others."""
    further: FurtherFiles
    """What became of files that are no pages."""

    def __bool__(self) -> bool:
        return bool(self.records or self.other_pages or self.new_pages or self.gone or self.further)


def differences(before: Publication, after: Publication) -> Differences:
    """What the later of two publications changes."""
    records = tuple(record_differences(before.records, after.records))
    ours = {
        f"{page}index.html"
        for one in records
        for held in (one.before, one.after)
        if held
        for page in held.pages.values()
    }
    was, now = set(before.page_files()), set(after.page_files())
    changed = {path for path in was & now if before.files[path] != after.files[path]}
    return Differences(
        records,
        tuple(sorted(changed - ours)),
        tuple(sorted(now - was - ours)),
        tuple(sorted(was - now)),
        further_files(before.files, after.files),
    )


def record_differences(
    before: Mapping[str, PublishedRecord], after: Mapping[str, PublishedRecord]
) -> Iterator[RecordDifference]:
    """What the later of two publications changes of records, which are given by folder and id."""
    names = _renamed(before, after)
    renamed = Renamed((before[was], after[now]) for now, was in names.items())
    for ref in sorted((before.keys() - names.values()) | after.keys()):
        was, now = before.get(names.get(ref, ref)), after.get(ref)
        if was is None or now is None:
            yield RecordDifference(was, now)
        elif (fields := tuple(_fields(was, now, renamed))) or (was.ref, was.pages) != (now.ref, now.pages):
            yield RecordDifference(was, now, fields)


def _fields(was: PublishedRecord, now: PublishedRecord, renamed: Renamed) -> Iterator[tuple[str, str]]:
    """What of a record says something else; also that one of its files has other bytes under the same name.

    That a record which it names has another id is no difference, nor what only an older version has not told.
    """
    names = dict.fromkeys((*now.said, *was.said))
    said = (name for name in names if not renamed.same(was.said.get(name), now.said.get(name)))
    yield from dict.fromkeys((*said, *_behind_words(was, now, renamed)))
    if any(now.files.get(name, digest) != digest for name, digest in was.files.items()):
        yield REPLACED_FILE, ""


def _behind_words(was: PublishedRecord, now: PublishedRecord, renamed: Renamed) -> Iterator[tuple[str, str]]:
    """Texts whose words may be the same, but not what they link or are; and what is said instead of a picture."""
    for language, html in now.html.items():
        if not renamed.same(was.html.get(language, html), html):
            yield "text", language
    for language, alt in now.alts.items():
        if was.alts.get(language, alt) != alt:
            yield "image", language


def _renamed(before: Mapping[str, PublishedRecord], after: Mapping[str, PublishedRecord]) -> dict[str, str]:
    """The records that have another id, and the one each had: they answer at its address."""
    gone = {page: ref for ref, one in before.items() if ref not in after for page in one.pages.values()}
    new = (one for ref, one in after.items() if ref not in before)
    return {one.ref: gone[page] for one in new for page in one.former if page in gone}
