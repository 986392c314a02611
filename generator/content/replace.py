"""One value of a file replaced in place, every other byte left alone: comments, quotes, indents and the text.

The file is read before and after: it says the same but for that value, or nothing is done.
"""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from generator.content.kept_comments import begin_of, comments_in, end_of, is_block, line_end, merged
from generator.content.nodes import Location, Nodes, read_yaml, value_at
from generator.content.scalars import text
from generator.content.write import Lines, as_entry, as_item, as_yaml, in_no_form, indented, stands_bare
from generator.fields.declare import Group, GroupOf, is_filled
from generator.fields.types import FieldType, ListOf, Written

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FRONT_MATTER = re.compile(r"\ufeff?---[^\S\n]*\n(?P<facts>.*?)^---[^\S\n]*$", re.DOTALL | re.MULTILINE)
"""The facts of a file that has a text below them."""


class CannotReplaceError(Exception):
    """A value cannot be replaced by itself; the file is to be written anew."""


def replace_value(content: str, model: type[Group], location: Location, value: Any, languages: Sequence[str]) -> str:
    """The content of a file whose facts are a `model`, with another value at `location`.

    A value that is not there yet comes where the canonical form has it, an entry after the last of its list; None takes
    away the one that is, with its line.
    What holds it must be there, and keep something; what is taken away need be no field. In brackets only a text can be
    replaced, by a text.
    Raises CannotReplaceError.
    """
    is_a, written = _written(model, location, value)
    return _replaced(content, model, location, is_a, written, languages)


def replace_written(
    content: str, model: type[Group], location: Location, written: Written | None, languages: Sequence[str]
) -> str:
    """The same with a value as YAML has it, in a file that may not be sound otherwise. Raises CannotReplaceError."""
    is_a = GroupOf(model) if written is None else _type_at(model, location)[0]
    return _replaced(content, model, location, is_a, written, languages)


def rename_key(content: str, location: Location, key: str) -> str:
    """The content of a file with another name for the key at `location`. Raises CannotReplaceError."""
    start, end, nodes = _facts(content)
    facts = content[start:end]
    node: Any = yaml.compose(facts, Loader=_LOADER)
    for part in location[:-1]:
        _, node = _part(node, part)
    old, _ = _part(node, location[-1])
    if old is None:
        raise CannotReplaceError("the key is not there")
    changed = facts[: old.start_mark.index] + key + facts[old.end_mark.index :]
    again, problems = read_yaml(changed, "")
    if problems or again.value != _renamed(nodes.value, location, key):
        raise CannotReplaceError("something else would change")
    return content[:start] + changed + content[end:]


def _facts(content: str) -> tuple[int, int, Nodes]:
    """Where the facts of a file stand, and what they say. Raises CannotReplaceError."""
    found = FRONT_MATTER.match(content)
    start, end = found.span("facts") if found else (int(content.startswith("\ufeff")), len(content))
    nodes, problems = read_yaml(content[start:end], "")
    if problems:
        raise CannotReplaceError("the file has problems")
    return start, end, nodes


def _renamed(value: Any, location: Location, key: str) -> Any:
    """What the facts are to say once a key is called otherwise."""
    parts = dict(value) if isinstance(value, dict) else dict(enumerate(value))
    first, *rest = location
    if rest:
        parts[first] = _renamed(parts[first], tuple(rest), key)
    else:
        parts = {key if name == first else name: one for name, one in parts.items()}
    return parts if isinstance(value, dict) else list(parts.values())


def _replaced(
    content: str,
    model: type[Group],
    location: Location,
    is_a: FieldType[Any],
    written: Written | None,
    languages: Sequence[str],
) -> str:
    start, end, nodes = _facts(content)
    facts = content[start:end]
    around, _ = _type_at(model, location[:-1])
    order = languages
    if isinstance(around, GroupOf):
        there = value_at(nodes.value, location[:-1])
        then = {**there, location[-1]: written} if isinstance(there, dict) else {}
        types = {name: one.is_a for name, one in around.model.declared.items()}
        order = sorted(types, key=lambda name: in_no_form(types[name], then.get(name)))
    changed = _Editor(facts, order, languages).edit(location, is_a, written)
    again, problems = read_yaml(changed, "")
    if problems or again.value != _with(nodes.value, location, written):
        raise CannotReplaceError("something else would change")
    return content[:start] + changed + content[end:]


def with_value(facts: Any, model: type[Group], location: Location, value: Any) -> Any:
    """Facts as YAML has them, those of a `model`, with another value at `location`; without it, where that is None.

    Raises CannotReplaceError.
    """
    return _with(facts, location, _written(model, location, value)[1])


def _written(model: type[Group], location: Location, value: Any) -> tuple[FieldType[Any], Written | None]:
    """The type of what stands at a location, and a value as it is written there; what goes need be no field."""
    if not is_filled(value):
        return GroupOf(model), None
    is_a, part_of_text = _type_at(model, location)
    return is_a, value if part_of_text else is_a.write(value)


def _type_at(model: type[Group], location: Location) -> tuple[FieldType[Any], bool]:
    """The type of a value, and whether the value is a part of what its type writes: a text in one language."""
    is_a: FieldType[Any] = GroupOf(model)
    for part in location:
        if isinstance(is_a, ListOf):
            is_a = is_a.item
        elif not isinstance(is_a, GroupOf):
            return is_a, True
        elif part in is_a.model.declared:
            is_a = is_a.model.declared[str(part)].is_a
        else:
            raise CannotReplaceError(f"there is no field {part}")
    return is_a, False


def _with(value: Any, location: Location, written: Written | None) -> Any:
    """What the facts are to say."""
    first, rest = location[0], location[1:]
    parts = dict(value) if isinstance(value, dict) else dict(enumerate(value))
    if rest:
        parts[first] = _with(parts[first], rest, written)
    elif written is None:
        parts.pop(first, None)
    else:
        parts[first] = written
    return parts if isinstance(value, dict) else list(parts.values())


class _Editor:
    def __init__(self, facts: str, order: Sequence[str], languages: Sequence[str]) -> None:
        self.facts, self.order, self.languages = facts, order, languages
        self.line_break = "\r\n" if "\r\n" in facts else "\n"

    def edit(self, location: Location, is_a: FieldType[Any], written: Written | None) -> str:
        """The facts with what was written at the location."""
        around, here = self._around(location), location[-1]
        key, node = _part(around, here)
        if node is None and written is None:
            return self.facts
        if around is not None and around.flow_style:
            if node is None or not isinstance(written, str) or not isinstance(node, yaml.ScalarNode):
                raise CannotReplaceError("it stands in brackets")
            return self._put(node, written if stands_bare(is_a) else text(written, in_brackets=True))
        if written is None:
            return self._without(around, key or node, node)
        form = as_yaml(is_a, written, self.languages)
        if node is None and isinstance(around, yaml.SequenceNode) and here == len(around.value):
            return self._appended(around, form)
        if node is None:
            return self._added(around, str(here), form)
        if isinstance(form, str) and not is_block(node):
            return self._put(node, form)
        return self._block(key, node, form)

    def _around(self, location: Location) -> Any:
        """The group or the list that holds the value; None where nothing is written yet."""
        node = yaml.compose(self.facts, Loader=_LOADER)
        for part in location[:-1]:
            _, node = _part(node, part)
            if not isinstance(node, yaml.CollectionNode):
                raise CannotReplaceError("what is to hold it is not there")
        return node

    def _put(self, node: Any, form: str) -> str:
        """With another value where one stands."""
        return self.facts[: node.start_mark.index] + form + self.facts[end_of(self.facts, node) :]

    def _block(self, key: Any, node: Any, form: str | Lines) -> str:
        """With another block, a block for a value or a value for a block: on its line or below, as that needs.

        Comments stay by the entries that are as they were; all others come to stand above.
        """
        facts, start, end = self.facts, node.start_mark.index, line_end(self.facts, node)
        column, above = node.start_mark.column, (key or node).start_mark.index
        is_deeper = key is None or column > key.start_mark.column
        if not isinstance(form, str) and is_block(node) and (is_deeper or form[0].startswith("- ")):
            lines, loose = merged(facts, node, form)
            start, new = begin_of(facts, node), self._joined(lines, column)
            line = facts.rfind("\n", 0, start) + 1
            if not facts[line:start].strip():
                start, new = line, f"{' ' * column}{new}"
        elif key is None:
            loose = comments_in(facts, start, end, node)
            new = form if isinstance(form, str) else self._joined(form, column)
        elif facts[key.end_mark.index : start].partition("#")[0].strip() != ":":
            raise CannotReplaceError("something else stands before it")
        else:
            start = key.end_mark.index
            loose = comments_in(facts, start, end, node)
            new = f": {form}" if isinstance(form, str) else self._joined([":", *indented(form)], key.start_mark.column)
        changed = facts[:start] + new + facts[end:]
        above = facts.rfind("\n", 0, above) + 1
        above += len(changed[above:]) - len(changed[above:].lstrip(" "))
        return changed[:above] + self._joined([*loose, ""], above - changed.rfind("\n", 0, above) - 1) + changed[above:]

    def _appended(self, around: Any, form: str | Lines) -> str:
        """With an entry after the last; below it, with whatever stands on its line."""
        at = line_end(self.facts, around.value[-1])
        return self.facts[:at] + self._joined(["", *as_item(form)], around.start_mark.column) + self.facts[at:]

    def _added(self, around: Any, name: str, form: str | Lines) -> str:
        """With a key that is not there yet, after the last of those it comes after."""
        lines = as_entry(name, form)
        if around is None:
            return self._joined([*lines, ""], 0) + self.facts
        if not isinstance(around, yaml.MappingNode):
            raise CannotReplaceError("the list has no such entry")
        ranked = [(self._rank(key.value), node) for key, node in around.value]
        before = [pair for pair in ranked if pair[0] <= self._rank(name)]
        column = around.start_mark.column
        if not before:
            at = around.start_mark.index
            return self.facts[:at] + self._joined([*lines, ""], column) + self.facts[at:]
        at = line_end(self.facts, max(reversed(before), key=lambda pair: pair[0])[1])
        return self.facts[:at] + self._joined(["", *lines], column) + self.facts[at:]

    def _rank(self, name: str) -> int:
        """The place of a key in the canonical order; what has none comes last."""
        return self.order.index(name) if name in self.order else len(self.order)

    def _without(self, around: Any, first: Any, node: Any) -> str:
        """Without a value and its key or its hyphen: without their lines."""
        if len(around.value) == 1:
            raise CannotReplaceError("nothing else is in what holds it: that can be taken away")
        start, end = first.start_mark.index, line_end(self.facts, node)
        if isinstance(around, yaml.SequenceNode):
            start = self.facts.rindex("-", 0, start)
        line = self.facts.rfind("\n", 0, start) + 1
        if self.facts[line:start].strip():  # behind the hyphen of an entry, which stays for the next key
            return self.facts[:start] + self.facts[end:].lstrip()
        return self.facts[:line] + self.facts[end:].removeprefix(self.line_break)

    def _joined(self, lines: Sequence[str], column: int) -> str:
        return (self.line_break + " " * column).join(lines)


def _part(node: Any, part: str | int) -> tuple[Any, Any]:
    """The key and the value of one part of a group or a list, where they are there."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == part), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None, None
