"""What a record was first called, by the addresses it once had: its permanent name, and where its files once stood."""

from collections.abc import Iterator

from generator.content.record import AnyRecord
from generator.fields.texts import ID
from generator.fields.values import AnyRef, Ref
from generator.kinds.catalogue import kind_of, section_of
from generator.showcase.answers import settled
from generator.text.context import Context
from generator.urls import Urls, first_host

FormerFolder = tuple[str, str, int]
"""A folder in which files of a record once stood, the one in which they stand now, and which old address says so."""


def permanent_name(urls: Urls, record: AnyRecord) -> str:
    """A name for a record by its first id: the same wherever the site moves to, whatever the id is now (RFC 4151)."""
    former = next((id_ for _, id_, _, _ in _former(urls, record) if id_), record.ref.id)
    return f"tag:{first_host(urls.settings)},2026:{record.ref.folder}/{former}"


def own_paths(urls: Urls, record: AnyRecord) -> frozenset[str]:
    """Where its own page stands, or would: among its old addresses these say what it was called, and lead nowhere."""
    return frozenset(urls.record(record, language) for language in urls.settings.languages)


def first_path(urls: Urls, record: AnyRecord, path: str) -> str:
    """Where what stands at a path below the page of a record stood first, under our word for its list."""
    for old, now, _ in _folders(urls, record):
        if path.startswith(now):  # perhaps the same: its own again
            path = f"{old}{path.removeprefix(now)}"
            break
    folder = section_of(kind_of(record.ref)).folder
    for language, section in _sections(urls, record):
        if path.startswith(section):
            return f"{urls.common_section(folder, language)}{path.removeprefix(section)}"
    return path


@settled
def former_folders(context: Context, ref: AnyRef) -> tuple[FormerFolder, ...]:
    """The folders in which files of a record once stood, in the order of its old addresses."""
    record = context.showcase[ref]
    folders = () if record.facts.withdrawn else _folders(context.urls, record)
    return tuple(one for one in folders if one[0] != one[1])


def _folders(urls: Urls, record: AnyRecord) -> Iterator[FormerFolder]:
    """The folders; in the first language, in which its data stand whatever it is told in, all those of its ids."""
    first, told = urls.settings.first_language, dict[str, FormerFolder]()
    former = tuple(_former(urls, record))
    for old, _, language, number in former:
        told.setdefault(old, (old, urls.record(record, language), number))
    above = record.facts.refs_of(record.facts.under)
    known = {id_ for _, id_, language, _ in former if language == first}
    for _, id_, _, number in former:
        if id_ and id_ not in known:
            old = urls.below_list(Ref(record.ref.folder, id_), above, first)
            told.setdefault(old, (old, urls.record(record, first), number))
    yield from told.values()


def _former(urls: Urls, record: AnyRecord) -> Iterator[tuple[str, str, str, int]]:
    """Each old address at which it had its own page, the id that it had there, the language, and which one it is.

    One that stands below no list has an address of its own, which says no id.
    """
    facts, languages = record.facts, urls.settings.languages
    for number, path in enumerate(one.removeprefix("/") for one in facts.redirect_from):
        if facts.own_address:
            language = next((one for one in languages if urls.home(one) and path.startswith(urls.home(one))), "")
            yield path, "", language or urls.settings.first_language, number
            continue
        depth = len(facts.refs_of(facts.under)) + 1
        for language, section in _sections(urls, record):
            ids = path.removeprefix(section).removesuffix("/").split("/")
            if path.startswith(section) and len(ids) == depth and all(map(ID.fullmatch, ids)):
                yield path, ids[-1], language, number
                break


def _sections(urls: Urls, record: AnyRecord) -> Iterator[tuple[str, str]]:
    """Where the list of a record's kind stands or has stood, with the language."""
    folder = section_of(kind_of(record.ref)).folder
    for language in urls.settings.languages:
        yield language, urls.section(folder, language)
        yield from ((language, former) for former in urls.former_sections(folder, language))
