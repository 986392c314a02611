"""The pages of records, and their lines in lists."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.content.record import AnyRecord
from generator.exports.json_ld import structured
from generator.exports.json_records import record_data
from generator.kinds.agreement import Agreement
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.initiative import Initiative
from generator.kinds.organisation import Organisation
from generator.kinds.programme import Programme
from generator.pages.search import indexing
from generator.presenters.backlinks import long_groups, referring
from generator.presenters.list_item import item_note, list_item
from generator.presenters.partners import own_front, partners
from generator.presenters.record_page import record_body
from generator.presenters.related import related
from tests.scenes.made import agreement, context, record


def written(group: str) -> list[AnyRecord]:
    """The records of a group of records.yaml."""
    found = yaml.load((Path(__file__).parent / "records.yaml").read_text("utf-8"), yaml.CBaseLoader)[group]
    made = []
    for name, facts in found.items():
        folder, _, id_ = name.partition("/")
        is_agreement = folder == Agreement.folder
        made.append(agreement(id_, **facts) if is_agreement else record(BY_FOLDER[folder], id_, **facts))
    return made


def shown_records() -> Iterator[tuple[str, Any]]:
    around, every = written("around"), written("told")
    here = context(*around, *every)
    for one in (*around, *every):
        yield f"{one.name}: the page", record_body(here, one)
        yield f"{one.name}: in a list", list_item(here, one.ref)
        yield f"{one.name}: where it is linked", item_note(here, one.ref)
    english = context(*around, *every, language="en")
    for one in every[::4]:
        yield f"{one.name}: the page in English", record_body(english, one)
    for one in every:
        yield f"{one.name}: for programs", json.dumps(structured(here, one), ensure_ascii=False)
        yield f"{one.name}: as data", json.dumps(record_data((here,), one).value["computed"], ensure_ascii=False)
        yield f"{one.name}: in the search", indexing(here, one)


def shown_related() -> Iterator[tuple[str, Any]]:
    """Which records belong together, in what order, and why they are said to."""
    bodies = [record(Organisation, name, nature="company") for name in ("alfa", "beta", "gamma", "delta")]
    bodies.append(record(Organisation, "ateneo", nature="university"))
    programme = record(Programme, "programma")
    between = {
        "both": ["ateneo", "alfa", "beta"],
        "one": ["ateneo", "alfa"],
        "older": ["ateneo", "alfa"],
        "another": ["ateneo", "gamma"],
        "more": ["ateneo", "delta"],
        "not-the-university": ["alfa", "gamma"],
        "linked": ["ateneo", "alfa", "beta"],
    }
    made = [
        agreement(name, parties=parties, signed_on="2019" if name == "older" else "2020")
        for name, parties in between.items()
    ]
    made.append(agreement("same-topic", parties=["gamma", "delta"], topics=["acqua"]))
    made += [agreement(name, framework="quadro", parties=["gamma", "delta"]) for name in ("f1", "f2")]
    made += [record(Initiative, name, programme="programma", topics=["acqua"]) for name in ("i1", "i2")]
    here = agreement("here", parties=["ateneo", "alfa", "beta"], topics=["acqua"], related=["agreements/linked"])
    quadro = agreement("quadro", parties=["gamma", "delta"])
    there = context(*bodies, programme, quadro, *made, here, alone=True)
    for one in (here, made[3], made[8], made[-1]):
        yield f"beside {one.name}", related(there, one)


def shown_referring() -> Iterator[tuple[str, Any]]:
    for number in (12, 13, 20, 21, 40, 41):
        body = record(Organisation, "body", nature="university")
        others = [
            record(Organisation, f"o{one:02}", nature="company" if one else "university") for one in range(number)
        ]
        made = [agreement(f"a{one:02}", parties=["body", f"o{one:02}"]) for one in range(number)]
        made += [agreement("again", parties=["body", "o03"]), agreement("beside", parties=["o00", "o01"])]
        made += [
            agreement("gone", parties=["body", "o04"], withdrawn={"on": "2026", "because": {"it": "x", "en": "x"}})
        ]
        here = context(body, *others, *made, alone=True)
        for links in referring(here, body):
            numbers = (len(links.items), len(links.more))
            yield f"{number} partners: {links.heading} {numbers}", links.whole
        yield f"{number} partners", partners(here, body)
        yield f"{number} partners", {one.heading: len(found) for one, found in long_groups(here, body).items()}
    yield "own front", [len(part.front.bars) for part in own_front(here, body)]
