"""Nothing declared can be lost: whatever a field of any kind says is on the record's page, or it says why not.

A little site is made from the declarations alone: of each kind records that fill every field, at every depth, with
values found nowhere else. So a field that is added later is asked for too, and nothing here need know of it.
"""

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.content.record import AnyRecord
from generator.fields.declare import Field, Group, is_filled
from generator.fields.texts import FlagType
from generator.fields.values import Day
from generator.kinds.base import Kind
from generator.kinds.catalogue import KINDS
from generator.kinds.evidence import Differing
from generator.presenters.gaps import field_name, may_have
from generator.showcase.placed import known
from generator.text.context import Context
from generator.urls import Urls
from generator.words import words_for
from tests.filled_records import APART, FILES, MOST_FIELDS, TURNS, Writer, empty_site, is_silent, turns_of
from tests.harness import SiteTest, normalised
from tests.long import IS_LONG

ROOT = Path(__file__).parents[1]
OWN = re.compile(rf"[a-z-]+-(?:pieno-\d|differing|sparse-\d+|{'|'.join(APART).replace('_', '-')})")
"""The ids of the records that are written for the sake of their kind."""


@dataclass(frozen=True)
class Said:
    """What a field of a record says: the way to it, whether the page owes it, and how it is said."""

    way: str
    fields: tuple[Field, ...]
    text: str

    @property
    def is_owed(self) -> bool:
        return not any(is_silent(one) for one in self.fields)


class Made:
    """The site, and what its records say.

    With the name of an inner field there are, of the records whose groups hold little more than one, those with this.
    """

    def __init__(self, alone: str = "") -> None:
        self.site = empty_site()
        writer = Writer(self.site)
        for kind in KINDS:
            for turn in TURNS:
                writer.full(kind, turn)
            for name in APART:
                writer.apart(kind, name)
            writer.contested(kind)
            for turn in turns_of(kind, alone) if alone else range(MOST_FIELDS):
                writer.sparse(kind, turn)
        writer.vocabularies()
        self.showcase = self.site.build(drafts=True).showcase
        assert [(one.code, one.place, one.values) for one in self.site.stopped_by][:10] == []
        assert not IS_LONG or (self.site.built and self.site.built.published)
        self.urls = Urls(self.showcase.settings)
        self.context = Context(self.showcase, self.urls, words_for("it"))

    def records(self, kind: type[Kind]) -> list[AnyRecord]:
        """The records of a kind that were written for its own sake."""
        found = [one for one in self.showcase.records.values() if isinstance(one.facts, kind)]
        return [one for one in found if one.ref.folder == kind.folder and OWN.fullmatch(one.ref.id)]

    def said(self, record: AnyRecord) -> Iterator[Said]:
        """All that a record says."""
        yield from self._said(record.facts, record.facts, "", ())

    def _said(self, group: Group, owner: Group, way: str, around: tuple[Field, ...]) -> Iterator[Said]:
        for name, field in type(group).declared.items():
            value = getattr(group, name)
            for item in value if isinstance(value, tuple) else (value,) if is_filled(value) else ():
                if name == "not_stated" and not may_have(group, item):
                    continue  # what the record cannot have is not missed
                if item == {}:
                    continue  # what is withdrawn is emptied
                here, fields = f"{way}{name}", (*around, field)
                if isinstance(item, Group):
                    inner = group if "not_stated" in type(group).declared else owner
                    yield from self._said(item, inner, f"{here}.", fields)
                else:
                    yield Said(here, fields, self._text(field, item, group, owner, here))

    def _text(self, field: Field, value: Any, group: Group, owner: Group, way: str) -> str:
        """What a reader looks for."""
        if way in FILES:
            return str(value).rpartition(".")[0]
        if field.name == "not_stated":
            is_told = any(one.field == value for one in getattr(group, "differing", ()))
            say = self.context.label if is_told else partial(field_name, self.context)
            return say(type(group), value)
        if way.endswith("sources.fields"):
            return field_name(self.context, type(owner), value)
        if way.endswith("differing.field"):
            noted = owner.declared[value].note_of if value in owner.declared else ""
            return self.context.label(type(owner), noted or value)  # a note stands in the row of its field
        if isinstance(group, Differing) and field.name == "value":
            return self.context.other_value(type(owner), group).text
        if isinstance(field.item, FlagType):
            return self.context.words.text(field.label)
        return self.context.say(field, value).text

    def page(self, record: AnyRecord) -> tuple[str, str]:
        """What stands in <main>: the words, and the markup."""
        markup = html.unescape(normalised(self.site.page(f"/{self.urls.record(record, 'it')}")))
        words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", markup)).casefold()
        return words, markup

    def data(self, record: AnyRecord) -> dict[str, Any]:
        """The record's index.json."""
        found: dict[str, Any] = json.loads(self.site.text(self.urls.data(record)))
        return found


@pytest.fixture(scope="module")
def made() -> Made:
    return Made()


def ways(group: type[Group], way: str = "") -> Iterator[str]:
    """The way to every field at every depth that holds no group itself."""
    for name, field in group.declared.items():
        if field.group:
            yield from ways(field.group, f"{way}{name}.")
        elif not field.private:
            yield f"{way}{name}"


by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)


@by_kind
def test_every_field_is_asked_for(kind: type[Kind], made: Made) -> None:
    asked = {said.way for record in made.records(kind) for said in made.said(record)}
    assert set(ways(kind)) - asked == set()


@by_kind
def test_what_a_field_says_is_on_the_page(kind: type[Kind], made: Made) -> None:
    lost = []
    for record in made.records(kind):
        words, markup = made.page(record)
        for said in made.said(record):
            if record.facts.withdrawn and not said.way.startswith(("title", "withdrawn")):
                continue  # a withdrawn record's page tells that and why, and no more
            if said.way == "stage" and record.facts.stage == "signed" and known(record.facts, "signed_on", Day):
                continue  # the day of its signature says it
            if said.way == "reliability" and record.facts.read_in == "preview":
                continue  # nobody has published what stands there
            if said.is_owed and said.text.casefold() not in words and said.text not in markup:
                lost.append(f"{record.ref}: {said.way}: {said.text}")
    assert lost == [], "\n".join(lost)


@by_kind
def test_what_is_hidden_is_in_the_data_and_what_is_private_is_not(kind: type[Kind], made: Made) -> None:
    for record in made.records(kind):
        if record.facts.withdrawn:
            continue  # nothing is published of it but that and why
        data = made.data(record)
        there = {*data["facts"], *(name for words in data["words"].values() for name in words)}
        for name, field in kind.declared.items():
            if is_filled(getattr(record.facts, name)):
                assert (name in there) is not bool(field.private), f"{record.ref}: {name}"


def test_a_row_stands_where_its_block_has_it() -> None:
    """A short one beside the text, a long one in a section under the heading of the block."""
    short, long = ("Valdombra", "Valdombra, " * 15 + "Valdombra")
    agreement = "content/agreements/mobilita.md"
    for place in (short, long):
        built = SiteTest("showcase").replace(agreement, "place: Valdombra", f"place: {place}").build()
        beside = built.main("/accordi/mobilita/").partition("<aside")[2].partition("</aside>")[0]
        label = "Luogo della firma o della presentazione"
        assert (f"<dt>{label}</dt>" in beside) is (place is short)
        told = re.search(
            rf"\nChe cosa\n{label}\n{place}(?:\[\d+\]\(#source-\d+\))?\n", built.facts("/accordi/mobilita/")
        )
        assert bool(told) is (place is long)


@by_kind
def test_what_is_not_shown_says_why(kind: type[Kind]) -> None:
    """Inner fields may be hidden too; each gives its reason in a sentence of the catalogues."""
    for field in fields(kind):
        assert not (field.hidden and field.private), field.name
        assert all(len(reason.split()) > 2 for reason in (field.hidden, field.private) if reason), field.name


def fields(group: type[Group]) -> Iterator[Field]:
    """Every field at every depth."""
    for field in group.declared.values():
        yield field
        if field.group:
            yield from fields(field.group)


MORE = """
from generator.fields import declare, texts

as_declared = declare.Group.__init_subclass__.__func__

def with_one_more(cls):
    if cls.__bases__ == (declare.Group,) and cls.__name__ not in ("Common", "Translation", "TranslatedImage"):
        cls.__annotations__["added"] = "str | None"
        cls.added = declare.optional(texts.TextType("x"), "Added")
    as_declared(cls)

declare.Group.__init_subclass__ = classmethod(with_one_more)

from tests.test_declared_is_shown import KINDS, Made, test_what_a_field_says_is_on_the_page as is_shown, ways

made = Made("added")
for kind in KINDS:
    is_shown(kind, made)
print(*sorted({way for kind in KINDS for way in ways(kind) if way.endswith(".added")}))
"""


def test_a_field_added_to_a_group_is_on_the_page_without_another_line() -> None:
    """Whatever a sentence, a row or a picture says of a group, the page has what else the group declares."""
    told = subprocess.run([sys.executable, "-c", MORE], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr[-3000:]
    expected = {way.rpartition(".")[0] for kind in KINDS for way in ways(kind) if "." in way}
    assert {way.rpartition(".")[0] for way in told.stdout.split()} == expected


COPY = "content/sources/comunicato-mobilita.yaml"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("read_in: copy\n", "una copia della pagina; la pagina in rete non è stata aperta"),
        (
            "read_in: preview\nconsulted_on: 2026-03\n",
            "un’anteprima del sito, letta a marzo 2026; la pagina in rete non è stata aperta",
        ),
    ],
    ids=["nobody says when", "with the day"],
)
def test_what_was_read_in_place_of_a_page_is_said(written: str, said: str) -> None:
    site = SiteTest()
    assert said in site.write(COPY, site.read(COPY) + written).build().facts("/fonti/comunicato-mobilita/")


def test_what_no_source_states_of_an_edition_is_said_where_nothing_else_is() -> None:
    site = SiteTest("showcase")
    site.replace(
        "content/initiatives/premio-lanterna.md",
        "not_stated: [theme, projects]",
        "not_stated: [theme, duration]\n    amount: 5000 EUR",
    ).build()
    told = site.facts("/iniziative/premio-lanterna/")
    assert "tema (2019-20); durata dei progetti (2019-20)" in told
