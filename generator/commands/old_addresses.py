"""Every address stays: what answered at one before a change is led to where it is told now."""

import argparse
from collections import defaultdict
from collections.abc import Mapping

from generator.commands.asked import options_as_published
from generator.commands.changing import carry_out, is_sound, tell_written_anew
from generator.commands.rehearsal import rehearsed
from generator.content.edits import Edits
from generator.content.validate import Content
from generator.fields.values import AnyRef
from generator.pages.addresses import answering
from generator.pages.site_map import SiteMap
from generator.pipeline import check
from generator.words import Words


def carry_out_answering(
    edits: Edits,
    content: Content,
    before: SiteMap,
    changed: Mapping[AnyRef, AnyRef],
    moves: Mapping[str, str],
    given: argparse.Namespace,
    words: Words,
    *,
    told: bool = False,
) -> bool | None:
    """Carry out edits and moves so that every address answers still; whether one leads elsewhere now.

    None where the content would not be sound: then the errors are told, and nothing is written. `before` is the site
    until then, `changed` the record with the name that it has now; `told` says that the difference
    is not to be printed. Raises SetupError.
    """
    with rehearsed(given.root, edits.changes(moves)) as copy:
        after = check(options_as_published(given, copy)).site_map
    led = after is not None and _keep_answering(edits, content, changed, before, after)
    changes = edits.changes(moves)
    if not is_sound(changes, given, words):
        return None
    carry_out(changes, given, words, told=told)
    tell_written_anew(edits, words)
    return led


def _keep_answering(
    edits: Edits, content: Content, changed: Mapping[AnyRef, AnyRef], site_before: SiteMap, site_after: SiteMap
) -> bool:
    """Let what answered before answer still: a record whose page it was, or the changed one for its part of a list and
    for whom only it named.

    Whether there is anything. `changed` has that record with the name it has now. An old address where there is a page
    again is no longer one.
    """
    (old,) = changed
    before, after, shown = answering(site_before), answering(site_after), site_after.contexts[0].showcase.briefs
    lost: dict[AnyRef, set[str]] = defaultdict(set)
    again: dict[AnyRef, set[str]] = defaultdict(set)
    answered = {**before.old, **before.pages}
    for path in answered.keys() - after.pages.keys() - after.old.keys():
        owner = answered[path] or old
        lost[owner if changed.get(owner, owner) in shown else old].add(path)
    for path in before.old.keys() & after.pages.keys():
        if (ref := before.old[path]) and after.pages[path] in (None, changed.get(ref, ref)):
            again[ref].add(path)
    for ref in lost.keys() | again.keys():
        facts, path = content.records[ref].facts, content.records[ref].path
        kept = [one for one in facts.redirect_from if one not in again[ref]]
        edits.set(path, type(facts), ("redirect_from",), (*kept, *sorted(lost[ref])))
    return bool(lost)
