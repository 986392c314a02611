"""What is written beside the values of a block of YAML that is replaced: a comment stays by an entry that stays as it
was, all others are to stand before the whole.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import yaml

from generator.content.nodes import read_yaml

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_HYPHEN = re.compile(r"^[^\S\n]*(-)(?=\s)", re.MULTILINE)


class Merged(NamedTuple):
    """A block in another form."""

    lines: Sequence[str]
    """Of an entry that stays, all lines are one."""
    loose: Sequence[str]
    """The comments of the entries that are gone."""


class _Entry(NamedTuple):
    said: object
    above: Sequence[str]
    """The comments on lines of their own above it."""
    text: str
    """From its key or its hyphen to the end of its last line."""
    comments: Sequence[str]
    """Those inside it, and that behind it."""


def merged(facts: str, block: yaml.CollectionNode, form: Sequence[str]) -> Merged:
    """The lines of a form that a block of `facts` is to have; each entry that it has already stands as it stood."""
    is_list, left = isinstance(block, yaml.SequenceNode), list(_entries(facts, block))
    lines = list[str]()
    for new in _entries_of(form):
        said = _said("\n".join(new), is_list=is_list)
        same = next((one for one in left if one.said == said), None)
        if same:
            left.remove(same)
        lines += [*same.above, same.text] if same else new
    return Merged(lines, [comment for one in left for comment in (*one.above, *one.comments)])


def begin_of(facts: str, node: yaml.Node) -> int:
    """Where a block begins: with the lines of comments above its first entry."""
    begin: int = node.start_mark.index
    while (line := facts.rfind("\n", 0, begin)) >= 0 and not facts[line + 1 : begin].strip():
        before = facts.rfind("\n", 0, line) + 1
        if not facts[before:line].lstrip().startswith("#"):
            break
        begin = before + len(facts[before:line]) - len(facts[before:line].lstrip())
    return begin


def end_of(facts: str, node: Any) -> int:
    """Where a value ends; the parser lets a block reach to whatever comes next."""
    while is_block(node):
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start: int = node.start_mark.index
    end: int = node.end_mark.index
    return start + len(facts[start:end].rstrip())


def line_end(facts: str, node: Any) -> int:
    """Where the line ends that a value ends in."""
    end = end_of(facts, node)
    found = facts.find("\n", end)
    return len(facts) if found < 0 else found - facts[:found].endswith("\r")


def is_block(node: Any) -> bool:
    """Whether it is a group or a list without brackets."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def comments_in(facts: str, start: int, end: int, node: Any = None) -> Sequence[str]:
    """The comments between two places, of which the values inside `node` have none."""
    text = facts[start:end]
    for value in _scalars(node) if node else ():
        first, last = (max(one - start, 0) for one in (value.start_mark.index, end_of(facts, value)))
        text = f"{text[:first]}{'-' * len(text[first:last])}{text[last:]}"
    return [facts[start + found.start() : start + found.end()].rstrip() for found in _COMMENT.finditer(text)]


def _entries(facts: str, block: yaml.CollectionNode) -> Iterator[_Entry]:
    is_list, column, since = isinstance(block, yaml.SequenceNode), block.start_mark.column, begin_of(facts, block)
    for number, part in enumerate(block.value):
        head = block.start_mark.index if is_list else part[0].start_mark.index
        if is_list and number:
            found = _HYPHEN.search(facts, since)
            assert found
            head = found.start(1)
        end = line_end(facts, part if is_list else part[1])
        text = facts[head:end]
        said = _said(f"{' ' * column}{text}", is_list=is_list)
        yield _Entry(said, comments_in(facts, since, head), text, comments_in(facts, head, end, block))
        since = end


def _entries_of(form: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each entry: those inside it are indented."""
    entry: list[str] = []
    for line in form:
        if entry and not line.startswith(" "):
            yield entry
            entry = []
        entry.append(line)
    yield entry


def _said(text: str, *, is_list: bool) -> object:
    nodes, _ = read_yaml(f"list:\n{text}\n" if is_list else f"{text}\n", "")
    return nodes.value


def _scalars(node: Any) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    else:
        for one in node.value:
            for part in one if isinstance(one, tuple) else (one,):
                yield from _scalars(part)
