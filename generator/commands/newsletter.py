"""`vetrina newsletter`: writes a letter of what is new, changed, ending and coming; sends nothing, keeps no address."""

import argparse

from generator.commands.asked import options_as_published
from generator.commands.files_written import write_into
from generator.commands.summary import not_written
from generator.commands.term_named import term_named
from generator.exports.change_log import KeptLog
from generator.machine.memo import is_installed
from generator.newsletter.contents import LetterScope, newsletters
from generator.newsletter.forms import as_mail, as_page, as_text
from generator.options import template_folders
from generator.output.render import Renderer
from generator.output.templates import Templates
from generator.pipeline import check
from generator.text.context import contexts_of
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words

_INLINER = "css_inline"


def run(given: argparse.Namespace, words: Words) -> bool:
    """Write the letter in each language that has something to say; whether the content could be read.

    Raises UsageError for a term that is in no vocabulary, SetupError where the files cannot be written.
    """
    if given.since is None:
        raise UsageError(
            Phrase(N_("Say since which day.")), Phrase(N_("For example: vetrina newsletter --since 2026-11-01"))
        )
    checked = check(options_as_published(given))
    if checked.showcase is None or checked.site_map is None:
        return not_written(checked.problems, given, words)
    contexts = contexts_of(checked.showcase)
    if given.since > checked.showcase.day:
        raise UsageError(Phrase(N_("{day} is still to come."), {"day": given.since}), Phrase(N_("Give a day gone by.")))
    log = KeptLog(contexts, given.previous).log
    wanted = (("topics", given.topic), ("audiences", given.audience))
    terms = tuple(term_named(checked.showcase, name, one) for name, one in wanted if one is not None)
    asked = LetterScope(given.since, terms, log)
    renderer = Renderer(Templates(template_folders(given.root)))
    files: dict[str, str] = {}
    for context, view in zip(contexts, newsletters(contexts, asked), strict=True):
        if view.sections:
            page = as_page(view, renderer, context.words)
            files |= {f"newsletter.{context.language}.html": page}
            files |= {f"newsletter.{context.language}.txt": as_text(view, context.words)}
            if is_installed(_INLINER):
                files |= {f"newsletter.{context.language}.mail.html": as_mail(page)}
    if not files:
        print(words.text("Nothing is new since {day}: nothing was written.", day=given.since))
        return True
    out = given.out or given.root / "newsletter"
    write_into(out, files)
    print(words.text("Written into {out}: {files}.", out=out, files=", ".join(files)))
    if not is_installed(_INLINER):
        print(words.text("Left out: the form for e-mail, which needs vetrina[reports]."))
    return True
