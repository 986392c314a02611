"""`vetrina withdraw`: a record that says when and why it was withdrawn; its page stays, and nothing leads there."""

import argparse
from collections.abc import Mapping, Sequence

from generator.commands.asked import options_as_published, store_of
from generator.commands.old_addresses import carry_out_answering
from generator.commands.record_named import record_named
from generator.commands.summary import not_written
from generator.commands.terminal import answer, somebody_is_there
from generator.content.edits import Edits
from generator.content.read import Contents
from generator.content.snapshots import frozen_tables
from generator.content.withdrawing import addresses_with_words, erase, named_in_words, namings, withdraw, withdrawn_with
from generator.fields.values import Day
from generator.imports.history import erase_in_histories
from generator.kinds.common import Withdrawal
from generator.machine.memo import Memo
from generator.pipeline import check
from generator.reports.frozen_register import give_reason_in_frozen, take_out_of_frozen
from generator.usage.arguments import UsageError
from generator.words import N_, Language, Phrase, Words, words_for


def run(given: argparse.Namespace, words: Words) -> bool:
    """Withdraw a record and say what still names it; whether it is withdrawn.

    Raises SetupError where there is no such record, no reason is given, or the files cannot be changed.
    """
    memo = Memo(store_of(given))
    contents = Contents(given.root, memo)
    ref = record_named(given.record, {files.ref for files in contents.records})
    options = options_as_published(given)
    before = check(options)
    content = before.content
    if before.site_map is None or content is None:
        return not_written(before.problems, given, words)
    record, languages = content.records[ref], content.settings.languages
    withdrawn = record.facts.withdrawn
    all_of_it = (record, *withdrawn_with(content, ref))
    refs = [one.ref for one in all_of_it]
    still_frozen = str(ref) in {name for one in frozen_tables(given.root).tables for name in one.named()}
    if withdrawn and not given.erase and not still_frozen:
        raise UsageError(
            Phrase(N_("“{record}” is withdrawn already."), {"record": ref}),
            Phrase(N_("To change why, edit {file}."), {"file": record.path}),
        )
    shown = [
        language
        for language in languages
        if any(language in one.wordings or one.facts.every_language for one in all_of_it)
    ]
    edits, day, rows_in = Edits(given.root, languages), options.day, list[str]()
    stays = bool(withdrawn) and not given.because
    if withdrawn is None or given.because:
        because = _because(given.because, languages, shown, words)
        on = withdrawn.on if withdrawn else Day(day.year, day.month, day.day)
        withdrawn = Withdrawal(on=on, because=because)
        give_reason_in_frozen(edits, given.root, ref, because)
    reasons = {one.ref: withdrawn if given.because else one.facts.withdrawn or withdrawn for one in all_of_it}
    withdraw(edits, content, [one for one in all_of_it if one.facts.withdrawn != reasons[one.ref]], withdrawn)
    if given.erase:
        for one in all_of_it:
            titles = {language: words_for(language).text("Withdrawn") for language in one.wordings}
            erase(edits, one, reasons[one.ref], titles, languages)
        rows_in = erase_in_histories(edits, given.root, refs, content.records.known)
    issued_again = take_out_of_frozen(edits, given.root, ref, withdrawn.because, day, content.settings)
    erased = ref.id if given.erase else ""
    if carry_out_answering(edits, content, before.site_map, {ref: ref}, {}, given, words, erased=erased) is None:
        return False
    still_said = [*named_in_words(given.root, all_of_it, _bare_titles(languages))] if given.erase else []
    if not given.dry_run:
        print(words.text("“{record}” is withdrawn: its page says so, and nothing else.", record=ref))
        if refs[1:]:
            print(words.text("Withdrawn with it, since they repeat what it said: {records}.", records=refs[1:]))
        if issued_again:
            print(words.text("Frozen tables issued again without it, with a new digest: {files}.", files=issued_again))
        if given.erase:
            memo.empty()
            print(
                words.text("Its words are gone from its files and from the store.")
                if still_said
                else words.text("Its words are gone from content/ and from the store.")
            )
            if stays:
                print(words.text("The reason given before stays public; to say another, give it with --because:"))
                print(*(f"  {one}" for one in withdrawn.because.values()), sep="\n")
            if rows_in:
                print(
                    words.text(
                        "Its row stays in {files}, by its key: else an import would write it anew.", files=rows_in
                    )
                )
            print(words.text("Build and publish now. The history of git has them still: the guide says what to do."))
    if given.erase and (bearing := [path for one in all_of_it for path in addresses_with_words(one, content.settings)]):
        print(
            words.text(
                "Words of it stay in addresses, and so in redirects and in the data of whoever names it: {addresses}.",
                addresses=bearing,
            )
        )
        print(
            words.text(
                "Who asked for personal data to go wants them out too: give it an id without such words with `vetrina "
                "rename`, then take the old addresses out of “redirect_from” and of “former_pages” in site.yaml."
            )
        )
    if still_said:
        print(words.text("Other files still say its name; mend them by hand:"))
        print(*(f"  {path}:{line}" for path, line in still_said), sep="\n")
    if found := [*namings(content, refs)]:
        print(words.text("Still named, with a link to that page:"))
        for place, field, label in found:
            where = f"{field} ({words.text(label)})" if field else words.text("in the text")
            print(f"  {place.path}:{place.line}:{place.column}: {where}")
    return True


def _bare_titles(languages: Sequence[str]) -> list[str]:
    """What records are called that have no words any more."""
    return [words_for(language).text("Withdrawn") for language in languages]


def _because(given: Sequence[str], languages: Sequence[str], shown: Sequence[str], words: Words) -> Mapping[str, str]:
    """The reason, in each language in which the record has a page. Raises UsageError where it is not given."""
    found: dict[str, str] = {}
    for one in given:
        language, sign, text = one.partition("=")
        if sign and language in languages:
            found[language] = text.strip()
        else:
            found[languages[0]] = one.strip()
    for language in (one for one in shown if not found.get(one)):
        if somebody_is_there():
            asked = words.text(
                "Why is it withdrawn? In a sentence, in {language}:", language=words.language_name(language)
            )
            found[language] = answer(asked) or ""
    lacking = [Language(one) for one in shown if not found.get(one)]
    if lacking:
        message = Phrase(N_("Why is it withdrawn? The reason is missing in: {languages}."), {"languages": lacking})
        hint = Phrase(N_("Give it with --because {code}=…, in a sentence, for each."), {"code": lacking[0].code})
        raise UsageError(message, hint)
    return {one: found[one] for one in languages if found.get(one)}
