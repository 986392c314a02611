"""The pages of the guide by their names, and the address of each, which never changes."""

from collections.abc import Iterator
from pathlib import Path

from generator.content.site_file import written_settings
from generator.fields.declare import Group
from generator.fields.references import TermType
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.pages.guide.chapters import chapters, guide_languages
from generator.pages.guide.field_entries import Groups, group_anchor
from generator.text.context import Context
from generator.urls import in_guide

INDEX = "index"
COMMON, SETTINGS, VOCABULARIES_PAGE, STYLE, TRANSLATIONS = (
    "common-fields",
    "settings",
    "vocabularies",
    "style",
    "translations",
)
MISTAKES, COMMANDS_PAGE = "mistakes", "commands"
REFERENCE = (COMMON, SETTINGS, VOCABULARIES_PAGE, STYLE, TRANSLATIONS, MISTAKES, COMMANDS_PAGE)
"""The pages that are made of what is declared, besides one for each kind."""
_RECORDS = "records"


def languages_of(context: Context) -> tuple[str, ...]:
    """The languages in which a site has the guide; none where its owner has not asked for it."""
    settings = context.showcase.settings
    return tuple(one for one in settings.languages if settings.guide and one in guide_languages())


def journeys(language: str) -> Iterator[str]:
    """The pages that are a text alone, in the order in which they are to be read."""
    return (name for name, chapter in chapters(language).items() if chapter.address)


def of_kind(kind: type[Kind]) -> str:
    """The page of a kind."""
    return f"{_RECORDS}/{kind.folder}"


def all_names(language: str) -> Iterator[str]:
    """Every page of the guide in a language."""
    yield from (INDEX, *journeys(language), *map(of_kind, BY_FOLDER.values()), *REFERENCE)


def path_of_page(context: Context, name: str, language: str) -> str:
    """The path of a page in a language."""
    urls, section = context.urls, name.partition("/")[2]
    if section:
        return urls.guide(language, _RECORDS, BY_FOLDER[section].segments.get(language, section))
    if name == INDEX:
        return urls.guide(language)
    return urls.guide(language, name if name in REFERENCE else chapters(language)[name].address)


def href_of_page(context: Context, name: str, anchor: str = "") -> str:
    """The address of a page in the language of the context, perhaps of something on it."""
    href = context.urls.href(path_of_page(context, name, context.language))
    return f"{href}#{anchor}" if anchor else href


def address_of_mistakes(root: Path, language: str, base_url: str = "") -> str:
    """The page of all messages in a language, or in one that the guide of the site has; "" where it has no guide.

    It goes by the settings as they are written, since messages tell of what is not sound; a preview has its `base_url`.
    """
    written = written_settings(root)
    listed, base = written.get("languages"), base_url or str(written.get("base_url", ""))
    if not isinstance(listed, list) or written.get("guide") != "true" or not base:
        return ""
    spoken = [str(one) for one in listed if one in guide_languages()]
    chosen = language if language in spoken else next(iter(spoken), "")
    home = "" if chosen == listed[0] else f"{chosen}/"
    return f"{base.rstrip('/')}/{home}{in_guide(chosen, MISTAKES)}" if chosen else ""


class GuideWays:
    """Where what a field names is told: groups on this page or that of the common fields, kinds, vocabularies."""

    def __init__(self, context: Context, here: Groups) -> None:
        self._context, self._here = context, here

    def __call__(self, target: object) -> str:
        if isinstance(target, TermType):
            return href_of_page(self._context, VOCABULARIES_PAGE, target.vocabulary)
        if isinstance(target, type) and issubclass(target, Kind):
            return href_of_page(self._context, of_kind(target))
        assert isinstance(target, type) and issubclass(target, Group)
        anchor = group_anchor(target)
        return f"#{anchor}" if target in self._here else href_of_page(self._context, COMMON, anchor)
