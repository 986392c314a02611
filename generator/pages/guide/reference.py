"""The pages of the guide that are made of what is declared: kinds, their common fields, and the other files."""

from collections.abc import Iterator, Mapping

from generator.content.settings import Settings
from generator.content.style import StyleSheet
from generator.content.vocabularies import NAMES, Vocabulary
from generator.fields.declare import Group
from generator.kinds.base import Kind
from generator.kinds.translation import Translation
from generator.pages.guide.commands import command_sections
from generator.pages.guide.field_entries import field_sections, inner_groups, skeleton
from generator.pages.guide.mistakes import mistake_sections
from generator.pages.guide.page_names import (
    COMMANDS_PAGE,
    COMMON,
    MISTAKES,
    SETTINGS,
    STYLE,
    TRANSLATIONS,
    VOCABULARIES_PAGE,
    GuideWays,
    href_of_page,
)
from generator.text.context import Context
from generator.view.guide import GuideSection
from generator.view.text import Piece

_FILES: Mapping[str, type[Group]] = {
    SETTINGS: Settings,
    VOCABULARIES_PAGE: Vocabulary,
    STYLE: StyleSheet,
    TRANSLATIONS: Translation,
}


def reference_sections(context: Context, name: str) -> Iterator[GuideSection]:
    """What is declared for a page of the guide."""
    if name == COMMON:
        yield from _declared(context, Kind)
    elif name == MISTAKES:
        yield from mistake_sections(context)
    elif name == COMMANDS_PAGE:
        yield from command_sections(context.words)
    else:
        yield from _declared(context, _FILES[name])
    if name == VOCABULARIES_PAGE:
        yield from _vocabularies(context)


def kind_sections(context: Context, kind: type[Kind]) -> Iterator[GuideSection]:
    """The fields of a kind that are its own, the groups in them, and the names of those that all kinds have."""
    common = Kind.declared
    own = [one for name, one in kind.declared.items() if common.get(name) != one]
    told = inner_groups(common.values())
    groups = {group: None for group in inner_groups(own) if group not in told}
    yield GuideSection(
        "to-copy",
        context.words.text("To begin with"),
        context.words.text("What it cannot do without, to be copied and changed."),
        skeleton(kind, context.showcase.settings.languages),
    )
    yield from field_sections(context, kind, own, groups, GuideWays(context, groups))
    shared = [one for name, one in kind.declared.items() if common.get(name) == one]
    yield GuideSection(
        "common",
        context.words.text("The fields of all records"),
        short_ways=tuple(
            Piece(context.words.text(one.label), href=href_of_page(context, COMMON, one.name)) for one in shared
        ),
    )


def _declared(context: Context, model: type[Group]) -> Iterator[GuideSection]:
    """All fields of a model, and the groups in them."""
    groups = inner_groups(model.declared.values())
    return field_sections(context, model, model.declared.values(), groups, GuideWays(context, groups))


def _vocabularies(context: Context) -> Iterator[GuideSection]:
    """The entries that records of this site can use, a section for each vocabulary that there can be."""
    text = context.words.text
    for name in NAMES:
        vocabulary = context.showcase.vocabularies.get(name)
        terms = vocabulary.terms if vocabulary else ()
        offered = tuple((one.id, context.localised(one.label).text) for one in terms if one.verified)
        title = f"{context.localised(vocabulary.title).text} ({name})" if vocabulary else name
        lead = "" if offered else text("This site has no entry of it that can be used.")
        yield GuideSection(name, title, lead, choices=offered)
