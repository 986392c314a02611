"""A virtual screen reader: what is heard of a part of a page, line by line, from the browser's accessibility tree.

It says what NVDA and VoiceOver agree on: the name, then the role, of lists how many items they have, of headings their
level; a link, a heading or a cell is one line; what is hidden from assistive technology is not there.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from playwright.sync_api import Page

Node: TypeAlias = dict[str, Any]

WHOLE = {
    "link",
    "heading",
    "button",
    "image",
    "checkbox",
    "columnheader",
    "rowheader",
    "cell",
    "gridcell",
    "DisclosureTriangle",
}
"""Roles whose contents are said in one breath."""
SILENT = set(
    "generic none InlineTextBox ListMarker SvgRoot paragraph rowgroup strong LineBreak time"
    " DescriptionList term definition".split()
)
"""What is walked through without a word."""
SAID = {
    "rowheader": "",
    "cell": "",
    "gridcell": "",
    "columnheader": "column",
    "DisclosureTriangle": "button",
    "Figcaption": "caption",
}
DEPTH = "  "


def transcript(page: Page, selector: str) -> str:
    """What is heard of the first element that a selector finds, indented by what it stands in."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    assert found, f"{selector} is not on {page.url}"
    wanted = session.send("DOM.describeNode", {"nodeId": found})["node"]["backendNodeId"]
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    start = next(node for node in nodes.values() if node.get("backendDOMNodeId") == wanted)
    return "\n".join(_lines(nodes, start, 0))


def _lines(nodes: dict[str, Node], node: Node, depth: int) -> Iterator[str]:
    role, name = _role(node), _name(node)
    if role == "StaticText":
        yield f"{DEPTH * depth}{name}"
        return
    if role in WHOLE:
        yield f"{DEPTH * depth}{_told(node, ' '.join((name or _inner(nodes, node)).split()))}"
        return
    spoken = not node.get("ignored") and role not in SILENT
    if role == "row" and spoken:
        cells = [_inner(nodes, nodes[child]) for child in node.get("childIds", ()) if child in nodes]
        yield f"{DEPTH * depth}row: {'; '.join(filter(None, cells))}"
        return
    if spoken:
        yield f"{DEPTH * depth}{_told(node, name, _items(nodes, node) if role == 'list' else None)}"
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _lines(nodes, nodes[child], depth + spoken)


def _told(node: Node, name: str, items: int | None = None) -> str:
    role = _role(node)
    level = next((one["value"]["value"] for one in node.get("properties", ()) if one["name"] == "level"), None)
    said = SAID.get(role, role)
    if level and role == "heading":
        said = f"{said} {level}"
    if items is not None:
        said = f"{said} of {items}"
    return ", ".join(filter(None, (name, said)))


def _items(nodes: dict[str, Node], node: Node) -> int:
    return sum(_role(one) == "listitem" for one in _below(nodes, node))


def _below(nodes: dict[str, Node], node: Node) -> Iterator[Node]:
    """What stands directly in a node, seen through what is silent."""
    for child in node.get("childIds", ()):
        if child not in nodes:
            continue
        one = nodes[child]
        if one.get("ignored") or _role(one) in SILENT:
            yield from _below(nodes, one)
        else:
            yield one


def _inner(nodes: dict[str, Node], node: Node) -> str:
    """The words in a node, in one line."""
    if _role(node) == "StaticText":
        return _name(node)
    said = [_inner(nodes, nodes[child]) for child in node.get("childIds", ()) if child in nodes]
    return " ".join(" ".join(said).split()) or ("" if node.get("ignored") else _name(node))


def _role(node: Node) -> str:
    return str(node.get("role", {}).get("value", ""))


def _name(node: Node) -> str:
    return str(node.get("name", {}).get("value", ""))
