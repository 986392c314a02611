"""The fields of a kind or a file → sections of the guide: by the block of the page, then the groups inside them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.content.write import as_entry, as_yaml
from generator.fields.declare import BLOCKS, Field, Group
from generator.fields.types import Written
from generator.kinds.base import Kind
from generator.pages.guide.field_rules import Rules, headed
from generator.text.context import Context
from generator.view.guide import GuideEntry, GuideSection
from generator.view.text import Piece
from generator.words import languages

Groups = Mapping[type[Group], None]
WayTo = Callable[[object], str]


def inner_groups(fields: Iterable[Field]) -> Groups:
    """Every group inside some fields, at any depth, each once."""
    found: dict[type[Group], None] = {}
    waiting = [one.group for one in fields if one.group]
    for group in waiting:  # grows while it is read
        found[group] = None
        waiting += [one.group for one in group.declared.values() if one.group and one.group not in waiting]
    return found


def group_anchor(group: type[Group]) -> str:
    """The id of a group's section in a page."""
    return f"group-{re.sub('(?<=[a-z])(?=[A-Z])', '-', group.__name__).lower()}"


def field_sections(
    context: Context, model: type[Group], fields: Iterable[Field], groups: Groups, ways: WayTo
) -> Iterator[GuideSection]:
    """Fields of a model by the block in which a page has them, then the groups that are told here."""
    by_block: dict[str, list[GuideEntry]] = {}
    for one in fields:
        by_block.setdefault(one.block, []).append(_entry(context, model, one, one.name, ways))
    for block, entries in by_block.items():
        yield GuideSection(f"block-{block or 'other'}", _block(context, model, block), entries=tuple(entries))
    for group in groups:
        anchor = group_anchor(group)
        inner = (_entry(context, group, one, f"{anchor}-{one.name}", ways) for one in group.declared.values())
        title = headed(context.words, group.singular)
        yield GuideSection(anchor, title, entries=tuple(inner))


def _block(context: Context, model: type[Group], block: str) -> str:
    """The heading of a block, as the page has it."""
    text = context.words.text
    if not issubclass(model, Kind):
        return text("The fields")
    if not block:
        return text("What the page does not show")
    return text("At the head of the page") if block == "head" else text(model.headings.get(block, BLOCKS[block]))


def _entry(context: Context, model: type[Group], one: Field, anchor: str, ways: WayTo) -> GuideEntry:
    text, rules = context.words.text, Rules(context.words, model, ways)
    helps = dict.fromkeys(text(said) for said in (one.help, one.is_a.help) if said)
    return GuideEntry(
        anchor=anchor,
        title=text(one.label),
        key=one.name,
        text=tuple((Piece(said),) for said in helps),
        facts=tuple(rules.facts(one)),
        choices=rules.choices(one),
        example=example(one, context.showcase.settings.languages),
        caption=text("For example"),
    )


def example(one: Field, site_languages: tuple[str, ...]) -> str:
    """How a field is written, as it stands in a file."""
    written = _of_the_site(one.example or one.is_a.example, site_languages)
    return "\n".join(as_entry(one.name, as_yaml(one.is_a, written, site_languages)))


def skeleton(kind: type[Kind], site_languages: tuple[str, ...]) -> str:
    """A file of a kind with all that it owes, each by its example."""
    fields = kind.declared
    owed = [one for one in fields.values() if one.presence != "optional" and _is_owed(one, fields)]
    owed += [fields["sources"]] if kind.needs_source else []
    return "\n".join(("---", *(example(one, site_languages) for one in owed), "---"))


def _is_owed(one: Field, fields: Mapping[str, Field]) -> bool:
    """Whether the examples of the others ask for a field."""
    other, value = one.only_if or ("", "")
    return not other or (fields[other].example or fields[other].is_a.example) == value


def _of_the_site(written: Written, site_languages: tuple[str, ...]) -> Any:
    """An example without the languages that a site has not."""
    if isinstance(written, list):
        return [_of_the_site(one, site_languages) for one in written]
    if not isinstance(written, dict):
        return written
    others = set(languages()) - {*site_languages}
    kept = {name: _of_the_site(one, site_languages) for name, one in written.items() if name not in others}
    return kept or written
