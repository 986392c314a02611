"""What a field that is declared private says is nowhere in the site; what a hidden one says is in the data alone."""

import json
from dataclasses import replace

import pytest

from generator.fields.declare import Group
from generator.kinds.act import Act
from generator.kinds.agreement import Agreement
from generator.kinds.edition import Edition
from generator.kinds.event import Event
from tests.harness import SiteTest

FIELDS: tuple[tuple[type[Group], tuple[str, ...]], ...] = (
    (Event, ("organisers", "ends", "online", "cost", "access_contact")),
    (Agreement, ("place", "framework", "focus", "value")),
    (Act, ("body", "number")),
    (Edition, ("amount",)),  # told by a presenter that has it in hand: only what is private is kept from it
)
"""Texts, days, sums, addresses, lists, references, one with a role: of kinds, of a group, of the groups of a list."""
OTHERWISE = """
  - {field: place, value: Vietata piazza, source: articolo-mobilita}
  - {field: act.number, value: vietato-13, source: articolo-mobilita}
""".removeprefix("\n")
SAID = (
    ("events/notte-delle-lanterne.md", "ends: 2026-12-05 23:00", "ends: 2026-12-05 23:17"),
    ("events/notte-delle-lanterne.md", "/diretta", "/vietata-diretta"),
    ("events/notte-delle-lanterne.md", "cost: 0 EUR", "cost: 71717 EUR"),
    ("events/notte-delle-lanterne.md", "accessibilita@", "ufficio.vietato@"),
    ("events/notte-delle-lanterne.md", "  - unicollefiorito\n", "  - ente-citato\n"),
    ("agreements/mobilita.md", "place: Valdombra", "place: Vietata Valdombra\nframework: fiume"),
    ("agreements/mobilita.md", "it: orari dei mezzi,", "it: orari vietati,"),
    ("agreements/mobilita.md", "value: 0 EUR", "value: 71717 EUR"),
    ("agreements/mobilita.md", 'number: "12"', 'number: "vietato-12"'),
    ("agreements/mobilita.md", "body: comune-di-valdombra", "body: ente-citato"),
    ("agreements/mobilita.md", "differing:\n", f"differing:\n{OTHERWISE}"),
    ("agreements/mobilita.md", "fields: [act]", "fields: [act.number, place]"),
    ("initiatives/premio-lanterna.md", "amount: 90000 EUR", "amount: 71717 EUR"),
    ("initiatives/premio-lanterna.md", "~ 95000 EUR", "71718 EUR"),
)
"""What is written instead of what the small showcase has, record by record."""
SENTINELS = ("vietat", "23:17", "71717", "71718", "71.717", "71,717", "71.718", "71,718")
ORGANISATION = "title: Un ente\nnature: cultural-body\nsources: [{source: comunicato-mobilita}]\n"


def site_with(silence: str, monkeypatch: pytest.MonkeyPatch) -> SiteTest:
    """The small showcase with fields that are `hidden`, `private`, or, for "", as they are."""
    for group, names in FIELDS if silence else ():
        silent = {name: replace(group.declared[name], **{silence: "It is a secret."}) for name in names}
        monkeypatch.setattr(group, "declared", {**group.declared, **silent})
    site = SiteTest("showcase", from_nothing=True).write("content/organisations/ente-citato.yaml", ORGANISATION)
    for path, old, new in SAID:
        site.replace(f"content/{path}", old, new)
    site.check().build()
    assert not site.stopped_by, site.codes()
    return site


def found(site: SiteTest) -> set[str]:
    """The files that hold what was planted."""
    assert site.built and site.built.published, site.codes()
    texts = {path: content for path, content in site.tree().items() if path.endswith((".html", ".json", ".xml"))}
    return {path for path, content in texts.items() if holds(content.decode("utf-8"))}


def holds(text: str) -> bool:
    return any(one in text.casefold() for one in SENTINELS)


def test_the_site_says_it_all_where_nothing_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    site, page = site_with("", monkeypatch), "eventi/notte-delle-lanterne/index"
    assert holds(site.text(f"{page}.html")) and holds(site.text(f"{page}.json"))


def test_what_is_private_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_with("private", monkeypatch)
    assert found(site) == set()
    data = json.loads((site.out / "organizzazioni/ente-citato/index.json").read_text("utf-8"))
    assert data["computed"]["referred_to_by"] == []
    assert "lanterne" not in site.page("/organizzazioni/ente-citato/")
    for page in ("eventi/notte-delle-lanterne/index", "accordi/mobilita/index"):
        assert not [
            end for end in (".html", ".json") if "ente-citato" in (site.out / f"{page}{end}").read_text("utf-8")
        ]
    framework = json.loads((site.out / "accordi/fiume/index.json").read_text("utf-8"))
    assert "agreements/mobilita" not in framework["computed"]["referred_to_by"]
    untold = json.loads((site.out / "eventi/orti-in-mostra/index.json").read_text("utf-8"))
    assert "not_stated" not in untold["facts"]
    assert "Costo" not in site.main("/eventi/orti-in-mostra/")


def test_what_is_hidden_is_in_the_data_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_with("hidden", monkeypatch)
    shown = [path for path in found(site) if not path.endswith("index.json") and "/v1/" not in path]
    assert [path for path in shown if "lanterna" not in path] == []
    data = json.loads((site.out / "eventi/notte-delle-lanterne/index.json").read_text("utf-8"))
    assert data["facts"]["cost"] == "71717 EUR"
    assert "Costo" not in site.main("/eventi/orti-in-mostra/")
