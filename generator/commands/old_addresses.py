"""Every address stays: what answered at one before a change is led to where it is told now."""

import argparse
from collections import defaultdict
from collections.abc import Mapping

from generator.commands.asked import options_as_published
from generator.commands.changing import carry_out, is_sound, tell_written_anew
from generator.commands.rehearsal import rehearsed
from generator.content.edits import Edits
from generator.content.settings import Settings
from generator.content.site_file import SITE_FILE
from generator.content.validate import Content
from generator.exports.former_names import own_paths
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
    erased: str = "",
) -> bool | None:
    """Carry out edits and moves so that every address answers still; whether one leads elsewhere now.

    None where the content would not be sound: then the errors are told, and nothing is written. `before` is the site
    until then, `changed` the record with the name that it has now; `erased` is the id of one that is erased: of
    the addresses that bear it only its own are kept, and the difference is not printed. Raises SetupError.
    """
    with rehearsed(given.root, edits.changes(moves)) as copy:
        after = check(options_as_published(given, copy)).site_map
    led = after is not None and _keep_answering(edits, content, changed, before, after, erased)
    changes = edits.changes(moves)
    if not is_sound(changes, given, words):
        return None
    carry_out(changes, given, words, told=bool(erased))
    tell_written_anew(edits, words)
    return led


def _keep_answering(
    edits: Edits,
    content: Content,
    changed: Mapping[AnyRef, AnyRef],
    site_before: SiteMap,
    site_after: SiteMap,
    erased: str,
) -> bool:
    """Let what answered before answer still: a record at what was its own, the nearest page at that of all others.

    Whether there is anything. `changed` has that record with the name it has now: one that has another now answers for
    the lists that bore its name too. An old address where there is a page again is no longer one, but where it is the
    record's own and others follow: it says what the record was first called.
    """
    ((old, new),) = changed.items()
    before, after, shown = answering(site_before), answering(site_after), site_after.contexts[0].showcase.briefs
    of_records: dict[AnyRef, list[str]] = defaultdict(list)
    of_none: list[str] = []
    answered = {**before.old, **before.pages}
    lost, again = answered.keys() - after.pages.keys() - after.old.keys(), before.old.keys() & after.pages.keys()
    for path in sorted(lost):
        owner = answered[path] or (None if old == new else old)
        if owner and changed.get(owner, owner) in shown:
            of_records[owner].append(path)
        else:
            of_none.append(path)
    for ref, record in content.records.items():
        facts, its_own = record.facts, (None, changed.get(ref, ref))
        stays = _names_it(site_after, changed.get(ref, ref)) if of_records[ref] else frozenset[str]()
        kept = [
            one
            for one in dict.fromkeys((*facts.redirect_from, *of_records[ref]))
            if (one in stays or not (one in again and after.pages[one] in its_own))
            and (ref == old or not _bears(one, erased))
        ]
        if kept != [*facts.redirect_from]:
            edits.set(record.path, type(facts), ("redirect_from",), tuple(kept))
    former = content.settings.former_pages
    pages = [one for one in (*former, *of_none) if not _bears(one, erased)]
    if pages != [*former]:
        edits.set(SITE_FILE, Settings, ("former_pages",), tuple(pages) or None)
    return bool(lost)


def _names_it(site: SiteMap, ref: AnyRef) -> frozenset[str]:
    """The addresses of a record's own page."""
    context = site.contexts[0]
    return frozenset(f"/{path}" for path in own_paths(context.urls, context.showcase.records[ref]))


def _bears(path: str, erased: str) -> bool:
    """Whether a word of an address is an id of a record that is erased."""
    return bool(erased) and erased in path.split("/")
