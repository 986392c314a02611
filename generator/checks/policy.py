"""The policy of the showcase, in the order a reader would want it."""

from collections.abc import Callable, Iterator
from itertools import chain

from generator.checks.amounts import (
    entries_are_told_apart,
    one_is_not_more_than_all,
    parts_are_not_more_than_all,
    percentages_are_of_a_whole,
    values_stand_once_in_a_list,
)
from generator.checks.attached_files import (
    documents_have_tags,
    files_are_beside_their_record,
    files_are_named_where_there_is_a_page,
    files_are_what_they_are_named_for,
    files_can_be_published,
    files_have_names_of_their_own,
    pictures_are_not_heavy,
    pictures_have_alternative_text,
    pictures_in_texts_have_their_credit,
    videos_can_be_followed_by_all,
)
from generator.checks.calendar import (
    durations_end_when_their_end_says,
    effects_are_likely,
    ends_follow_their_beginnings,
    lengths_are_likely,
    results_have_come,
    reviews_are_not_overdue,
    what_has_happened_is_not_to_come,
    what_recurs_does_so_in_its_time,
)
from generator.checks.classification import (
    areas_stand_in_their_plan,
    plans_govern_their_own_body,
    terms_are_entries_of_their_vocabulary,
)
from generator.checks.contradictions import (
    counts_and_sums_are_written_as_such,
    entries_go_on_from_the_oldest,
    fields_are_filled_where_they_apply,
    fields_that_are_named_are_filled,
    lists_name_what_belongs_in_them,
    statuses_agree_with_their_dates,
)
from generator.checks.deduced_dates import deduced_dates_are_marked
from generator.checks.exceptions import exceptions_are_known, is_explained
from generator.checks.indicators import computed_figures_exist, findings_agree_with_the_values, periods_have_begun
from generator.checks.intros import introductions_are_of_lists
from generator.checks.languages import (
    facts_speak_the_languages_of_their_pages,
    numbers_are_the_same_in_all_languages,
    records_have_every_language,
)
from generator.checks.municipalities import codes_are_those_of_their_municipality, points_lie_where_their_place_is
from generator.checks.named_records import (
    records_do_not_name_themselves,
    records_named_are_of_the_right_sort,
    sources_are_not_older_than_what_they_attest,
)
from generator.checks.pasted_tables import (
    cells_are_divided_by_pipes,
    tables_have_their_line_of_dashes,
    tables_hold_their_rows,
)
from generator.checks.plain_facts import facts_are_plain_text, facts_hold_no_comments
from generator.checks.privacy import no_personal_data
from generator.checks.refused_words import words_are_none_that_the_owner_refuses
from generator.checks.same_records import codes_are_of_one_record, things_are_told_once
from generator.checks.shown_by import claims_are_shown_by_what_can_show_them
from generator.checks.text_links import links_lead_somewhere
from generator.checks.traced_figures import figures_are_traced_to_their_source
from generator.checks.unfinished import (
    bullets_begin_their_line,
    notes_are_called,
    pictures_are_files,
    texts_are_finished,
    texts_hold_no_comments,
    texts_hold_no_html,
    texts_show_no_signs_of_markdown,
)
from generator.checks.withdrawn_evidence import what_is_said_rests_on_what_is_published
from generator.checks.withdrawn_words import what_repeats_a_withdrawn_record_is_withdrawn
from generator.content.record import AnyRecord
from generator.fields.values import AnyRef
from generator.kinds.allowance import OF_A_VALUE, SILENCEABLE
from generator.problems.plain import PlainProblem, plain, problem_of
from generator.problems.problem import Position, Problem
from generator.showcase.answers import settle, settled, texts_of
from generator.showcase.model import Showcase
from generator.showcase.relate import NOBODY_NAMES

Rule = Callable[[Showcase, AnyRecord], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    no_personal_data,
    links_lead_somewhere,
    texts_hold_no_comments,
    facts_hold_no_comments,
    texts_hold_no_html,
    facts_are_plain_text,
    texts_are_finished,
    pictures_are_files,
    bullets_begin_their_line,
    texts_show_no_signs_of_markdown,
    notes_are_called,
    tables_have_their_line_of_dashes,
    cells_are_divided_by_pipes,
    tables_hold_their_rows,
    terms_are_entries_of_their_vocabulary,
    areas_stand_in_their_plan,
    plans_govern_their_own_body,
    introductions_are_of_lists,
    computed_figures_exist,
    periods_have_begun,
    findings_agree_with_the_values,
    codes_are_those_of_their_municipality,
    points_lie_where_their_place_is,
    ends_follow_their_beginnings,
    durations_end_when_their_end_says,
    effects_are_likely,
    lengths_are_likely,
    what_has_happened_is_not_to_come,
    what_recurs_does_so_in_its_time,
    results_have_come,
    parts_are_not_more_than_all,
    one_is_not_more_than_all,
    percentages_are_of_a_whole,
    entries_are_told_apart,
    values_stand_once_in_a_list,
    counts_and_sums_are_written_as_such,
    entries_go_on_from_the_oldest,
    fields_are_filled_where_they_apply,
    fields_that_are_named_are_filled,
    statuses_agree_with_their_dates,
    lists_name_what_belongs_in_them,
    records_do_not_name_themselves,
    records_named_are_of_the_right_sort,
    sources_are_not_older_than_what_they_attest,
    deduced_dates_are_marked,
    figures_are_traced_to_their_source,
    what_is_said_rests_on_what_is_published,
    claims_are_shown_by_what_can_show_them,
    what_repeats_a_withdrawn_record_is_withdrawn,
    files_are_beside_their_record,
    files_are_named_where_there_is_a_page,
    files_are_what_they_are_named_for,
    files_can_be_published,
    files_have_names_of_their_own,
    pictures_have_alternative_text,
    pictures_in_texts_have_their_credit,
    pictures_are_not_heavy,
    documents_have_tags,
    videos_can_be_followed_by_all,
    facts_speak_the_languages_of_their_pages,
    records_have_every_language,
    numbers_are_the_same_in_all_languages,
    reviews_are_not_overdue,
    words_are_none_that_the_owner_refuses,
)

_ENOUGH = 60
"""Fewer records than this are looked at sooner than a process is copied."""


def check(showcase: Showcase) -> list[Problem]:
    """Apply every rule to every record; what was found by a run before is told again while it holds.

    Whoever nobody names yet is looked at too: a record is often written before the one that names it.
    """
    settle(_found, showcase, tuple(showcase.briefs), _ENOUGH)
    found = [problem_of(one) for ref in showcase.briefs for one in _found(showcase, ref)]
    unnamed = [showcase.unpublished[ref] for ref, why in showcase.hidden.items() if why == NOBODY_NAMES]
    in_unnamed = [one for record in unnamed for one in _told_of(record, showcase)]
    return [*found, *in_unnamed, *things_are_told_once(showcase), *codes_are_of_one_record(showcase)]


@settled
def _found(showcase: Showcase, ref: AnyRef) -> tuple[PlainProblem, ...]:
    record = showcase[ref]
    showcase.witness.sees(texts_of(record))
    return tuple(map(plain, _told_of(record, showcase)))


def _told_of(record: AnyRecord, showcase: Showcase) -> Iterator[Problem]:
    """What the rules find in a record; what it allows itself, with a reason, is not told."""
    allowed = {exception.code for exception in record.facts.allow}
    own = {wording.path for wording in record.wordings.values()}
    found = (one for rule in RULES for one in rule(showcase, record))

    def is_told(one: Problem) -> bool:
        if one.code in OF_A_VALUE:
            return not is_explained(one, record.facts.allow)
        return one.place.path not in own or one.code not in allowed

    def place(number: int) -> Position:
        return record.place("allow", number, "code")

    return chain(filter(is_told, found), exceptions_are_known(record.facts.allow, SILENCEABLE, place))
