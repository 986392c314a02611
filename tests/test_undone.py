"""What a second writer takes back without seeing it, as the check of a request tells it."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.content.undone import undone
from generator.problems.setup import SetupError
from tests.harness import DAY, SiteTest
from tests.ran import ran

PATH = "content/agreements/mobilita.md"
ADA, BRUNO = "Ada", "Bruno"


def git(root: Path, *arguments: str, author: str = ADA) -> None:
    identity = ("-c", f"user.name={author}", "-c", f"user.email={author}@x.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def site() -> SiteTest:
    site = SiteTest()
    git(site.root, "init", "-b", "main")
    return commit(site, ADA)


def commit(site: SiteTest, author: str, *changes: tuple[str, str]) -> SiteTest:
    for old, new in changes:
        site.replace(PATH, old, new)
    git(site.root, "add", ".")
    git(site.root, "commit", "-m", "x", "--allow-empty", author=author)
    return site


def told(site: SiteTest, since: str = "main") -> list[tuple[object, ...]]:
    values = [(one.place.path, one.place.line, one.values) for one in undone(site.root, since)]
    return [(path, line, said["key"], said["first"], said["second"]) for path, line, said in values]


def test_what_another_saves_from_an_older_copy_is_told_by_name_and_field(site):
    git(site.root, "checkout", "-b", "draft")
    before = site.read(PATH)
    commit(site, ADA, ("2025-03-26", "2025-03-27"), ("Percorsi sicuri", "Percorsi più sicuri"))
    site.write(PATH, before.replace("3 years", "4 years"))
    commit(site, BRUNO)
    assert told(site) == [(PATH, 7, "signed_on", ADA, BRUNO), (PATH, 0, "text", ADA, BRUNO)]


def test_who_mends_a_word_or_changes_ones_own_mind_undoes_nothing(site):
    git(site.root, "checkout", "-b", "draft")
    commit(site, ADA, ("2025-03-26", "2025-03-27"))
    commit(site, ADA, ("2025-03-27", "2025-03-26"))
    commit(site, BRUNO, ("2025-03-26", "2025-03-28"))
    assert told(site) == []


def test_what_was_written_again_since_is_told_no_more(site):
    git(site.root, "checkout", "-b", "draft")
    before = site.read(PATH)
    commit(site, ADA, ("2025-03-26", "2025-03-27"))
    site.write(PATH, before)
    commit(site, BRUNO)
    assert len(told(site)) == 1
    commit(site, ADA, ("2025-03-26", "2025-03-27"))
    assert told(site) == []


def test_a_line_that_was_added_and_is_gone_is_told_too(site, capsys):
    git(site.root, "checkout", "-b", "draft")
    before = site.read(PATH)
    commit(site, ADA, ("stage: signed\n", "stage: signed\nplace: Valdombra\n"))
    site.write(PATH, before.replace("3 years", "4 years"))
    commit(site, BRUNO)
    code, out, _ = ran(capsys, "check", "--since", "main", "--root", site.root, "--on", DAY, "--lang", "it")
    assert code == 0
    assert (
        f"{PATH}: promemoria (undone): «place» è di nuovo com’era prima che Ada lo cambiasse: l’ha salvato così Bruno."
        in out
    )


AWARD = "content/initiatives/premio.md"
EDITION = """\
  - year: '2019'
    number: 2
    submitted: 21
    funded: 4
    amount: 40000 EUR
"""


def two_save_from_old_copies(
    site: SiteTest, path: str, ada: tuple[tuple[str, str], ...], bruno: tuple[tuple[str, str], ...]
) -> None:
    """Ada changes a file; Bruno, who has it as it was, changes other things in it and saves the whole."""
    git(site.root, "checkout", "-b", "draft")
    before = site.read(path)
    for old, new in ada:
        site.replace(path, old, new)
    commit(site, ADA)
    site.write(path, before)
    for old, new in bruno:
        site.replace(path, old, new)
    commit(site, BRUNO)


def test_an_entry_and_a_paragraph_that_were_added_and_are_gone_are_told_by_name(site):
    facts = "title: Premio\neditions:\n  - year: '2018'\n    number: 1\n    funded: 5\nsources:\n  - source: x\n"
    site.write(AWARD, f"---\n{facts}---\nUn premio di ricerca.\n\nOgni anno.\n")
    commit(site, ADA)
    git(site.root, "tag", "-f", "begun")
    ada = (("sources:", f"{EDITION}sources:"), ("Ogni anno.", "Ogni anno.\n\nNel 2019 si è aggiunta una menzione."))
    two_save_from_old_copies(site, AWARD, ada, (("funded: 5", "funded: 6"), ("Un premio", "Il premio")))
    assert told(site, "begun") == [(AWARD, 3, "editions.2019", ADA, BRUNO), (AWARD, 0, "text", ADA, BRUNO)]


def test_a_party_that_was_added_or_removed_is_told_by_its_name(site):
    added = (("parties: [", "parties: [teatro-del-molo, "),)
    two_save_from_old_copies(site, PATH, added, (("3 years", "4 years"),))
    assert [one[2:] for one in told(site)] == [("parties.teatro-del-molo", ADA, BRUNO)]


def test_a_paragraph_that_another_words_otherwise_is_not_undone(site):
    git(site.root, "checkout", "-b", "draft")
    site.write(PATH, f"{site.read(PATH)}\nIl sabato si pedala insieme lungo il fiume.\n")
    commit(site, ADA)
    commit(site, BRUNO, ("Il sabato si pedala insieme", "La domenica si pedala insieme"))
    assert told(site) == []


LONG = "Un accordo per chi va a piedi, in bici e in tram. Dura tre anni e si rinnova. Lo firmano in due."
LONGER = LONG.replace("tre anni", "tre anni, dal 2025,")


def words_told(site: SiteTest) -> list[tuple[object, ...]]:
    found = [one for one in undone(site.root, "draft-begun") if one.code == "words-undone"]
    return [(one.place.line, *dict(one.values).values()) for one in found]


@pytest.mark.parametrize("is_text", [True, False], ids=["text", "summary"])
@pytest.mark.parametrize(
    ("ada", "bruno", "words"),
    [
        (LONGER, LONG.replace("in tram", "in treno"), "treno. Dura tre anni e si rinnova."),
        (LONG.replace(" Lo firmano in due.", ""), LONG.replace("Un ac", "L’ac"), "e si rinnova. Lo firmano in due."),
        (f"{LONG} Poi finisce.", LONG.replace("in bici", "in bicicletta"), "firmano in due."),
        (LONGER, LONGER.replace("in tram", "in treno"), ""),
        (LONGER, LONG.replace("tre anni", "quattro anni"), ""),
        (f"{LONG} Poi finisce.", f"{LONG} Dopo, tutto finisce.", ""),
        (f"{LONG} Poi finisce bene.", f"Poi finisce bene. {LONG}", ""),
    ],
)
def test_words_that_another_takes_back_beside_changes_of_the_same_field_are_told(site, is_text, ada, bruno, words):
    def written(text: str) -> str:
        return f"{facts}---\n\n{text}\n" if is_text else f'{facts}summary: "{text}"\n---\n\nTesto.\n'

    facts = re.sub("summary: .*\n", "", site.read(PATH).rpartition("---")[0])
    for author, text in ((ADA, LONG), (ADA, ada), (BRUNO, bruno)):
        site.write(PATH, written(text))
        commit(site, author)
        if text == LONG:
            git(site.root, "tag", "draft-begun")
    line = 0 if is_text else facts.count("\n") + 1
    assert words_told(site) == ([(line, "text" if is_text else "summary", words, ADA, BRUNO)] if words else [])
    if words:
        site.write(PATH, written(ada))
        commit(site, ADA)
        assert words_told(site) == []


@pytest.mark.parametrize("to", ["content/agreements/mobilita-dolce.md", "content/agreements/mobilita/index.md"])
def test_a_file_is_followed_to_its_new_name(site, to):
    git(site.root, "checkout", "-b", "draft")
    before = site.read(PATH)
    commit(site, ADA, ("2025-03-26", "2025-03-27"), ("Percorsi sicuri", "Percorsi più sicuri"))
    site.rename(PATH, to)
    commit(site, BRUNO)
    assert told(site) == []
    site.write(to, before)
    commit(site, BRUNO)
    assert told(site) == [(to, 7, "signed_on", ADA, BRUNO), (to, 0, "text", ADA, BRUNO)]


def test_a_rename_that_also_restores_is_told_by_what_it_restores(site):
    git(site.root, "checkout", "-b", "draft")
    before, to = site.read(PATH), "content/agreements/mobilita-dolce.md"
    commit(site, ADA, ("2025-03-26", "2025-03-27"), ("Percorsi sicuri", "Percorsi più sicuri"))
    site.rename(PATH, to).write(to, before)
    commit(site, BRUNO)
    assert told(site) == [(to, 7, "signed_on", ADA, BRUNO), (to, 0, "text", ADA, BRUNO)]


def test_a_file_that_one_wrote_and_another_deleted_is_told_once(site):
    git(site.root, "checkout", "-b", "draft")
    new = "content/agreements/nuovo.md"
    site.write(new, site.read(PATH).replace("Percorsi", "Altri percorsi"))
    commit(site, ADA)
    site.remove(new)
    commit(site, BRUNO)
    assert [(one.code, one.place.path, one.values) for one in undone(site.root, "main")] == [
        ("file-taken-away", new, {"first": ADA, "second": BRUNO})
    ]


def test_a_file_that_one_deleted_and_another_brought_back_is_told_once(site):
    git(site.root, "checkout", "-b", "draft")
    before = site.read(PATH)
    site.remove(PATH)
    commit(site, ADA)
    site.write(PATH, before)
    commit(site, BRUNO)
    assert [(one.code, one.place.path) for one in undone(site.root, "main")] == [("file-brought-back", PATH)]


def test_what_two_branches_change_and_a_merge_keeps_is_not_undone(site):
    git(site.root, "checkout", "-b", "other")
    commit(site, BRUNO, ("Percorsi sicuri", "Percorsi più sicuri"))
    git(site.root, "checkout", "-b", "draft", "main")
    commit(site, ADA, ("2025-03-26", "2025-03-27"))
    git(site.root, "merge", "--no-edit", "other")
    assert told(site) == []


def both_sides(site: SiteTest) -> None:
    """Ada changes a date on her branch; Bruno a form on the main one."""
    git(site.root, "checkout", "-b", "draft")
    commit(site, ADA, ("2025-03-26", "2025-03-27"), ("Percorsi sicuri", "Percorsi più sicuri"))
    git(site.root, "checkout", "main")
    commit(site, BRUNO, ("memorandum", "convention"))
    git(site.root, "checkout", "draft")


def test_a_merge_that_drops_what_one_side_changed_is_told(site):
    both_sides(site)
    git(site.root, "merge", "--no-commit", "main")
    git(site.root, "checkout", "main", "--", PATH)
    git(site.root, "commit", "-m", "merge", author=BRUNO)
    assert sorted(told(site)) == [(PATH, 0, "text", ADA, BRUNO), (PATH, 7, "signed_on", ADA, BRUNO)]


def test_a_merge_that_drops_what_the_main_branch_changed_is_told(site):
    both_sides(site)
    git(site.root, "merge", "--no-commit", "main")
    git(site.root, "checkout", "draft", "--", PATH)
    git(site.root, "commit", "-m", "merge")
    assert told(site) == [(PATH, 4, "form", BRUNO, ADA)]


@pytest.mark.parametrize("drops", ["", PATH])
def test_a_merge_is_told_of_only_while_what_it_dropped_is_missing(site, drops):
    both_sides(site)
    git(site.root, "merge", "--no-commit", "main")
    if drops:
        git(site.root, "checkout", "main", "--", drops)
    git(site.root, "commit", "-m", "merge", author=BRUNO)
    if drops:
        commit(site, ADA, ("2025-03-26", "2025-03-27"), ("Percorsi sicuri", "Percorsi più sicuri"))
    assert told(site) == []


@pytest.mark.parametrize(("side", "key", "first"), [("theirs", "signed_on", ADA), ("ours", "duration", BRUNO)])
def test_a_conflict_of_two_lines_taken_whole_from_one_side_is_told(site, side, key, first):
    git(site.root, "checkout", "-b", "draft")
    commit(site, ADA, ("2025-03-26", "2025-03-27"))
    git(site.root, "checkout", "main")
    commit(site, BRUNO, ("3 years", "4 years"))
    git(site.root, "checkout", "draft")
    git(site.root, "merge", "-X", side, "--no-edit", "main", author="Carla")
    assert [one[2:] for one in told(site)] == [(key, first, "Carla")]


def test_a_merge_that_follows_a_renamed_file_and_drops_a_change_is_told(site):
    git(site.root, "checkout", "-b", "draft")
    git(site.root, "mv", PATH, "content/agreements/muoversi.md")
    commit(site, ADA)
    git(site.root, "checkout", "main")
    commit(site, BRUNO, ("3 years", "4 years"))
    git(site.root, "checkout", "draft")
    git(site.root, "merge", "--no-commit", "main")
    git(site.root, "checkout", "draft", "--", "content/agreements/muoversi.md")
    git(site.root, "commit", "-m", "merge")
    assert told(site) == [("content/agreements/muoversi.md", 8, "duration", BRUNO, ADA)]


def test_a_merge_that_leaves_out_a_new_file_is_told(site):
    git(site.root, "checkout", "-b", "draft")
    site.write("content/agreements/altro.md", site.read(PATH))
    commit(site, ADA)
    git(site.root, "checkout", "main")
    commit(site, BRUNO, ("3 years", "4 years"))
    git(site.root, "checkout", "draft")
    git(site.root, "merge", "--no-commit", "main")
    git(site.root, "rm", "-f", "content/agreements/altro.md")
    git(site.root, "commit", "-m", "merge", author=BRUNO)
    [one] = undone(site.root, "main")
    assert (one.code, one.place.path) == ("file-taken-away", "content/agreements/altro.md")


def test_of_two_who_changed_one_value_a_merge_may_choose(site):
    git(site.root, "checkout", "-b", "draft")
    commit(site, ADA, ("3 years", "5 years"))
    git(site.root, "checkout", "main")
    commit(site, BRUNO, ("3 years", "4 years"))
    git(site.root, "checkout", "draft")
    git(site.root, "merge", "-X", "theirs", "--no-edit", "main", author=BRUNO)
    assert told(site) == []


@pytest.mark.parametrize("since", ["nowhere", "--help", ""])
def test_a_commit_that_git_does_not_know_is_said(site, since):
    with pytest.raises(SetupError):
        list(undone(site.root, since or "x y"))
