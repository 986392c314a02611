"""Numbered lists whose entries keep the numbers that were written, where these do not follow on from each other."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.treeprocessors import Treeprocessor

_NUMBER = re.compile(r"0*([0-9]{1,9})\.")
"""A number that browsers count with."""
_BEFORE_INLINE = 25
"""The turn of the tidying among what goes through the tree: the library reads the signs within lines at 20."""


class ListNumbers(Extension):
    """`3. Third` is the third whatever stands before it: `<li value="3">`, unless it follows on by itself.

    A list that repeats one number, as Markdown allows, is counted by Markdown.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library calls it so)
        """Put a reader of numbered lists in place of the library's, and tidy what it notes."""
        md.parser.blockprocessors.register(_NumberedList(md.parser), "olist", 40)
        md.treeprocessors.register(_Tidied(md), "list_numbers", _BEFORE_INLINE)


class _NumberedList(SaneOListProcessor):
    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read a block of entries as the library does, then note the number of each entry that it has added."""
        told = [match for line in blocks[0].split("\n") if (match := self.CHILD_RE.match(line))]
        super().run(parent, blocks)
        entries = parent if parent.tag in ("ol", "ul") else parent[-1]
        for entry, match in zip(entries[-len(told) :], told, strict=True):
            if entries.tag == "ol" and (number := _NUMBER.fullmatch(match[1])):
                entry.set("value", number[1])


class _Tidied(Treeprocessor):
    def run(self, root: Element) -> None:
        """Take away the numbers that follow on."""
        for entries in root.iter("ol"):
            numbers = [entry.attrib.pop("value", "") for entry in entries]
            if len(set(numbers)) > 1:
                following = int(numbers[0] or 1)
                for entry, number in zip(entries, numbers, strict=True):
                    if number and int(number) != following:
                        entry.set("value", number)
                    following = int(number or following) + 1
