"""`vetrina dossier`: what answers to some questions, as a page, a spreadsheet and a PDF in each language."""

import argparse
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands.asked import options_as_published
from generator.commands.files_written import write_into
from generator.commands.kind_named import kind_named
from generator.commands.on_paper import OnPaper, files_on_paper
from generator.commands.organisations_named import universities_named
from generator.commands.period_asked import period_asked
from generator.commands.record_named import record_named
from generator.commands.summary import not_written
from generator.commands.term_named import term_named
from generator.exports.dossier_workbook import dossier_workbook
from generator.fields.values import AnyRef
from generator.kinds.organisation import Organisation
from generator.kinds.place import Place
from generator.pages.dossier_pages import dossier_title, paper
from generator.pipeline import check
from generator.presenters.dossier_page import NO_ANSWER, Dossier, dossier
from generator.showcase.known_as import called
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions
from generator.text.context import Context, contexts_of
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words

_NAME = "dossier"


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write the dossier; whether the content could be read.

    Raises UsageError for what is asked about and is not there, SetupError where nothing can be written.
    """
    checked = check(replace(options_as_published(given), base_url=given.base_url or ""))
    if checked.showcase is None or checked.site_map is None:
        return not_written(checked.problems, given, words)
    asked = _asked(given, checked.showcase)
    contexts = contexts_of(checked.showcase)
    made = [(context, dossier(context, asked)) for context in contexts]
    files, left_out = files_on_paper(given.root, _NAME, (_on_paper(*one) for one in made))
    out: Path = given.out or given.root / _NAME
    write_into(out, files)
    number = len(made[0][1].found.refs)
    said = (
        words.count("{number} record answers.", "{number} records answer.", number) if number else words.text(NO_ANSWER)
    )
    print(said, words.text("Written into {out}: {files}.", out=out, files=", ".join(files)))
    for reason in left_out:
        print(words.say(reason))
    return True


def _on_paper(context: Context, told: Dossier) -> OnPaper:
    title = dossier_title(context, told.asked)
    page = paper(context, f"{_NAME}.{context.language}.html", title, told)
    return OnPaper(context, page, lambda path: dossier_workbook(context, path, title, told))


# --- what is asked ---


def _asked(given: argparse.Namespace, showcase: Showcase) -> Questions:
    """The questions as they were typed. Raises UsageError."""
    since, until = period_asked(given)
    found = Questions(
        partners=tuple(_records(showcase, given.partner, showcase.names(Organisation))),
        places=tuple(_records(showcase, given.place, showcase.names(Place))),
        topics=tuple(term_named(showcase, "topics", one) for one in given.topic),
        kinds=tuple(kind_named(one) for one in given.kind),
        universities=tuple(universities_named(showcase, given.university)),
        audiences=tuple(term_named(showcase, "audiences", one) for one in given.audience),
        since=since,
        until=until,
        in_force_on=given.in_force_on,
    )
    if not found.asks:
        raise UsageError(
            Phrase(N_("What is the dossier about? Nothing was asked.")),
            Phrase(N_("Name at least one of --partner, --place, --topic, --kind, --university, --audience, --since.")),
        )
    return found


def _records(showcase: Showcase, written: Sequence[str], known: Collection[AnyRef]) -> Iterator[AnyRef]:
    return (record_named(one, known, called(showcase, known)) for one in written)
