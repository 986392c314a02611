"""A page as a tree of elements, so that a test can say what stands in what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass(eq=False)
class Element:
    """An element, what it has, what it stands in, and what stands in it: elements and text."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """All that it says, in one line."""
        said = (one if isinstance(one, str) else f" {one.text} " for one in self.children)
        return " ".join("".join(said).split())

    def all(self, tag: str = "") -> Iterator["Element"]:
        """Every element below it, of a tag."""
        for one in self.children:
            if isinstance(one, Element):
                if tag in ("", one.tag):
                    yield one
                yield from one.all(tag)

    def above(self) -> Iterator["Element"]:
        """What it stands in, the nearest first."""
        if self.parent:
            yield self.parent
            yield from self.parent.above()


def elements(html: str) -> Element:
    """The tree of a page."""
    tree = _Tree()
    tree.feed(html)
    return tree.root


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(one)
        if tag not in VOID:
            self.here = one

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        there = next((one for one in (self.here, *self.here.above()) if one.tag == tag), None)
        if there and there.parent:
            self.here = there.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)
