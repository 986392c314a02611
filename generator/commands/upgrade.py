"""`vetrina upgrade`: content that was written for an older content model is changed to follow this one."""

import argparse

from generator.commands.asked import store_of
from generator.commands.changing import carry_out, problems_after
from generator.commands.summary import tell
from generator.content.settings_types import MODEL
from generator.fields.meant.numbers import is_number
from generator.machine.memo import Memo
from generator.problems.as_text import count
from generator.problems.codes import CODES
from generator.problems.setup import SetupError
from generator.upgrades.old_site import OldSite
from generator.upgrades.steps import STEPS
from generator.words import Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Take the steps from the version that the settings name to this one, and say what each is for; whether it could.

    Raises SetupError where the content is of a newer model, or a file cannot be changed.
    """
    memo = Memo(store_of(given))
    site = OldSite(given.root, memo)
    if site.unread:
        tell(site.unread, "text", given, words)
        print(words.text("Nothing is changed: {problems}.", problems=count(site.unread, words)))
        return False
    written = str(site.settings.get("model", 1))
    version = int(written) if is_number(written) else 1
    if version > MODEL:
        code = CODES["unknown-model"]
        values = {"number": version, "current": MODEL}
        raise SetupError(Phrase(code.message, values), Phrase(code.hint, values))
    taken = [step for step in STEPS if step.version >= version and step.apply(site)]
    if version == MODEL and not taken:
        print(words.text("The content follows version {version} of the content model already.", version=MODEL))
        return True
    site.put_setting("model", str(MODEL))
    changes = site.changes()
    problems = [one for one in problems_after(changes, given) if one.is_error]
    carry_out(changes, given, words)
    for step in taken:
        print(f"- {words.text(step.says)}")
    said = count(problems, words)
    print(words.text("For version {version} of the content model: {problems}.", version=MODEL, problems=said))
    return True
