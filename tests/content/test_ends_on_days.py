"""How many end, day by day: every page that counts them, or tells one of them, says the same of the real content."""

import datetime

import pytest

from generator.attention.matters import matters
from generator.kinds.agreement import Agreement
from generator.kinds.agreement_statuses import ENDING, IN_FORCE, PERHAPS_ENDING, STATUSES
from generator.kinds.initiative import Initiative
from generator.kinds.initiative_states import STATES
from generator.pages.board.tally import tally
from generator.pages.deadlines import deadlines_body
from generator.pages.home_endings import endings
from generator.pages.lists.register import register_body
from generator.pages.lists.selections import selections_by
from generator.presenters.agreement import standing
from generator.presenters.dossier_page import dossier_row
from generator.presenters.list_item import list_item
from generator.presenters.of_kind import presenter_of
from generator.showcase.course import may_be_over
from generator.showcase.relate import relate
from generator.showcase.status import EXPIRING_DAYS
from generator.text.context import contexts_of
from generator.text.inline import text_of
from generator.text.listed import names_listed
from generator.text.when import state_note
from tests.content.conftest import nothing
from tests.days import content_of
from tests.real import ROOT

FIRST, LAST = datetime.date(2026, 11, 22), datetime.date(2028, 12, 31)
MONTHS = [datetime.date(2026 + at // 12, at % 12 + 1, 1) for at in range(11, 36)]
DAYS = [FIRST, *MONTHS, LAST]
WORDS = {
    "it": (
        r"al più tardi entro dodici mesi",
        "la fine può essere già passata; al più tardi cade ",
        "fine forse già passata",
    ),
    "en": (
        r"within twelve months at the latest",
        "its end may have passed; at the latest it falls ",
        "perhaps past",
    ),
}
AHEAD = ("manca", "mancano", "left", "finisce", "ends ", "al massimo", "no more than")
"""What is said of an end that is surely ahead."""


@pytest.fixture(scope="module")
def content():
    return content_of(ROOT)


def contexts_on(content, day):
    showcase, _ = relate(content, day, drafts=False)
    return [context for context in contexts_of(showcase) if context.language in WORDS]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def contexts(request, content):
    """Those of a day, of which all tests are asked before the next."""
    return contexts_on(content, request.param)


def test_the_days_meet_ends_that_are_certain_and_such_as_may_have_passed(content):
    sought = {ENDING, PERHAPS_ENDING, IN_FORCE}
    for day in DAYS:
        sought -= counted(contexts_on(content, day)[0]).keys()
        if not sought:
            break
    assert not sought


def counted(context):
    """How many agreements have each status and part, one by one."""
    stands = [context.showcase.status(context.showcase[ref]) for ref in names_listed(context, Agreement)]
    names = [name for one in stands for name in (one.name, one.part) if name]
    return {name: names.count(name) for name in names}


def test_every_page_counts_the_same_ends(contexts):
    for context in contexts:
        numbers, showcase = counted(context), context.showcase
        others = [
            status
            for ref in showcase.names()
            if not showcase[ref].of(Agreement) and (status := showcase.status(showcase[ref])).end
            if status.days_left is not None and status.days_left <= EXPIRING_DAYS
        ]
        perhaps = [may_be_over(showcase, one) for one in others]
        certain = numbers.get(ENDING, 0) + perhaps.count(False)
        latest = numbers.get(PERHAPS_ENDING, 0) + perhaps.count(True)
        tiles = {one.answer.key: len(one.refs) for one in selections_by(context, Agreement, "status")}
        assert tiles == numbers
        groups = register_body(context, names_listed(context, Agreement)).groups
        statuses = {name: number for name, number in numbers.items() if not STATUSES.options[name].part_of}
        assert {group.anchor: group.total for group in groups} == statuses
        body, home = deadlines_body(context), endings(context)
        assert (len(body.due) + len(body.further), len(body.perhaps)) == (certain, latest)
        assert body.at_the_latest.startswith(f"{latest} ") if latest else not body.at_the_latest
        assert home
        if certain:
            assert home.finding.text.startswith(f"{certain} ")
            assert (f"; {latest} {WORDS[context.language][0]}" in home.finding.text) == bool(latest)
            assert sum(len(one.shares) for one in home.marks) == certain
        found = [one.sort for one in matters(context, ())]
        assert (found.count("ends"), found.count("may_be_over")) == (certain, latest)
        assert tally(context, "agreements-in-force").number == numbers.get(IN_FORCE, 0)


def test_of_an_end_that_may_have_passed_no_page_says_that_it_is_ahead(contexts):
    wrong = []
    for context in contexts:
        says, told = WORDS[context.language][1], {one.ref: one.says for one in matters(context, ()) if one.day}
        for ref in names_listed(context, Agreement):
            record = context.showcase[ref].of(Agreement)
            status = context.showcase.status(record)
            if not may_be_over(context.showcase, status) or not status.days_left:
                continue
            row = register_body(context, (ref,)).groups[0].rows[0].cells[2]
            said = {
                "page": text_of(standing(context, record, None).note),
                "list": text_of(presenter_of(record).item_note(context, record)) if status.part else says,
                "dossier": text_of(dossier_row(context, ref).until),
                "attention": told[ref] if status.part else says,
                "register": text_of(row.rest),
            }
            for where, words in said.items():
                expected = says if where != "register" else WORDS[context.language][2]
                if expected.casefold() not in words.casefold() or any(one in words.casefold() for one in AHEAD):
                    wrong.append(f"{ref} {where}: {words}")
    nothing(wrong)


def test_a_state_that_sources_tell_is_told_as_of_when_in_dossiers_and_if_it_passes_in_lists(content):
    for context in contexts_on(content, LAST):
        told = [ref for ref in names_listed(context, Initiative) if context.showcase.facts(ref, Initiative).state]
        assert told
        for ref in told:
            facts = context.showcase.facts(ref, Initiative)
            state, note = context.choice(facts, "state"), state_note(context, facts)
            assert note and text_of(dossier_row(context, ref).status) == f"{state}, {note}"
            mark, passes = text_of(list_item(context, ref).mark), bool(STATES.options[str(facts.state)].until)
            assert state not in mark or (f"{state}, {note}" in mark) is passes, "what has ended has ended since"
