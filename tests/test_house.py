"""The house keeps its own rules: nothing that is declared is forgotten elsewhere."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest

from generator.checks.policy import RULES
from generator.fields.choices import Choice
from generator.fields.texts import ID
from generator.kinds.agreement import STATUSES as AGREEMENT_STATUSES
from generator.kinds.agreement_statuses import PERHAPS_ENDING
from generator.kinds.base import Kind
from generator.kinds.call import STATUSES as CALL_STATUSES
from generator.kinds.catalogue import BY_FOLDER, KINDS
from generator.problems.codes import CODES
from generator.urls import Urls
from tests.harness import SITES, BuiltSite, SiteTest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "generator").rglob("*.py"))
DATA = {"problems/codes.py", "usage/table.py"}
"""Tables rather than code: they grow with what they list."""


def names(file: Path) -> str:
    return file.relative_to(ROOT / "generator").as_posix()


@pytest.mark.parametrize("file", FILES, ids=names)
def test_a_file_stays_small(file: Path) -> None:
    lines = len(file.read_text("utf-8").splitlines())
    assert lines <= 300 or names(file) in DATA, f"{lines} lines: it wants a second room"


def test_no_room_holds_most_of_the_house() -> None:
    lines = {file: len(file.read_text("utf-8").splitlines()) for file in FILES}
    rooms = Counter[str]()
    for file, number in lines.items():
        rooms[names(file).partition("/")[0]] += number
    most = 0.22 * sum(lines.values())
    assert {room: number for room, number in rooms.items() if number > most} == {}


def test_imports_run_one_way_inside_every_room_too() -> None:
    """The floors of `pyproject.toml` hold the rooms apart; this holds their files."""
    imported = re.compile(r"^ *from (generator[\w.]*) import (\w+)", re.MULTILINE)
    named = {f"generator.{names(file).removesuffix('.py').replace('/', '.')}": file for file in FILES}
    asked = {}
    for name, file in named.items():
        found = imported.findall(file.read_text("utf-8"))
        asked[name] = {one for module, what in found for one in (module, f"{module}.{what}")} & named.keys()
    assert sum(map(len, asked.values())) > len(FILES)
    TopologicalSorter(asked).prepare()


@pytest.mark.parametrize("file", FILES, ids=names)
def test_a_file_says_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text("utf-8")))


def test_no_file_of_the_engine_knows_a_kind_by_its_folder() -> None:
    """It asks the declaration, or names the class: mypy sees a class that is gone, and nobody sees a text."""
    by_folder = re.compile(r"""\.folder [=!]= (["']|[A-Z]\w+\.folder)|BY_FOLDER\[["']|section\(["']""")
    engine = [file for file in FILES if file.parent.name != "kinds"]
    assert [names(file) for file in engine if by_folder.search(file.read_text("utf-8"))] == []


ONE_THING = {
    frozenset({"kinds", "presenters"}): "a kind, and what its presenter computes of it",
    frozenset({"pages", "view"}): "a page, and what it shows",
    frozenset({"pages/lists", "view"}): "a list, and what it shows",
    frozenset({"presenters", "view"}): "what a presenter says, and what shows it",
    frozenset({"reports", "view"}): "a report, and what shows it",
    frozenset({"kinds", "commands"}): "what kinds say of themselves, and the command that writes it",
}
"""In which two rooms two files of one name are for one thing, and what that is."""


def test_no_two_files_of_one_name_are_for_different_things() -> None:
    found: dict[str, set[str]] = {}
    for file in FILES:
        if file.stem not in ("__init__", "__main__"):
            found.setdefault(file.stem, set()).add(Path(names(file)).parent.as_posix())
    assert {name: rooms for name, rooms in found.items() if len(rooms) > 1 and frozenset(rooms) not in ONE_THING} == {}


ALIKE = ("FORMS", "STATUSES")
"""The choices that kinds alike declare under one name."""


def test_no_two_things_have_one_name() -> None:
    """A class, or what a module names for others, is called as nothing else is."""
    found: dict[str, list[str]] = {}
    for file in FILES:
        for name in named(ast.parse(file.read_text("utf-8"))):
            found.setdefault(name, []).append(names(file))
    assert {name: files for name, files in found.items() if len(files) > 1 and name not in ALIKE} == {}


def named(module: ast.Module) -> set[str]:
    """The classes, constants and aliases of a module; variables of types are no things."""
    found = {node.name for node in module.body if isinstance(node, ast.ClassDef)}
    for node in module.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and "TypeVar" not in ast.unparse(node):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            there = {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
            found |= {name for name in there if not name.startswith("_")}
    return found


def test_every_rule_is_a_sentence() -> None:
    for rule in RULES:
        assert rule.__doc__
        assert re.fullmatch(r"[A-Z“][^\n]*\.", rule.__doc__), rule.__name__


def test_every_rule_of_the_folder_is_in_the_policy() -> None:
    found = [
        node.name
        for file in (ROOT / "generator/checks").glob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and [one.arg for one in node.args.args] == ["showcase", "record"]
    ]
    assert sorted(found) == sorted(rule.__name__ for rule in RULES)


def test_every_code_is_raised_somewhere() -> None:
    code = "\n".join(file.read_text("utf-8") for file in FILES if names(file) not in DATA)
    assert [one for one in CODES if f'"{one}"' not in code] == []


@pytest.mark.content
def test_the_generator_does_not_know_the_demonstration() -> None:
    """Another owner adopts it: no record of the real content is named in the code, the templates or these sites."""
    ours = {path.stem.partition(".")[0] for path in (ROOT / "content").glob("*/*") if "-" in path.stem}
    vocabularies = {path.stem for path in (ROOT / "content/vocabularies").glob("*")}
    for file in [*FILES, *(ROOT / "templates").rglob("*.html"), *SITES.rglob("*.md"), *SITES.rglob("*.yaml")]:
        text = file.read_text("utf-8", errors="replace") if file.is_file() else ""
        words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text))
        assert words & ours - vocabularies == set(), file


def test_no_other_test_reads_the_real_content() -> None:
    """Another owner runs all tests but those marked `content` over other content; see tests/conftest.py."""
    for read in (lambda: list((ROOT / "content").iterdir()), (ROOT / "content/site.yaml").read_text):
        with pytest.raises(AssertionError, match="not marked"):
            read()


# --- the small showcase uses everything ---


def declared() -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        for name in kind.declared:
            yield kind.folder, name


def used() -> set[tuple[str, str]]:
    records = SiteTest("showcase").check(drafts=True).showcase.records.values()
    return {(record.ref.folder, name) for record in records for name in record.nodes.value}


COMMON = set(Kind.declared)


def test_every_field_of_every_kind_stands_in_the_showcase_once() -> None:
    there = used()
    own = {(folder, name) for folder, name in declared() if name not in COMMON}
    assert sorted(own - there) == []
    assert sorted(COMMON - {name for _, name in there}) == []


def test_every_status_stands_in_the_showcase_once() -> None:
    showcase = SiteTest("showcase").check().showcase
    statuses = [showcase.status(one) for one in showcase.of(BY_FOLDER["agreements"])]
    agreements = {name for status in statuses for name in (status.name, status.part) if name}
    calls = {showcase.status(one).name for one in showcase.of(BY_FOLDER["calls"])}
    on_other_days = {PERHAPS_ENDING}  # tests/test_lifecycle.py meets it
    assert agreements == AGREEMENT_STATUSES.options.keys() - on_other_days
    assert calls <= CALL_STATUSES.options.keys()


NEVER_SHOWN = set(
    "draft publish_on archived redirect_from allow not_stated review_by verified_on as_of slips section_name"
    " searched_as".split()
)
"""What decides whether and when a record is shown or found, or is shown in words of its own."""


def texts(value: Any) -> Iterator[str]:
    """What a reader would look for on the page of a value as it was written."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("it", "not_stated", "field", "words"):
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif re.search(r"[A-Za-z]{3}", value):
        yield value


@pytest.fixture(scope="module")
def whole() -> Any:
    """The records of the small showcase."""
    return SiteTest("showcase").check().showcase


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.folder != "pages"], ids=lambda kind: kind.folder)
def test_every_word_of_every_field_is_shown(kind: type[Kind], whole: Any, showcase: BuiltSite) -> None:
    """Facts that no page shows are work in vain: each text, name and address of a record is on its English page."""
    urls = Urls(whole.settings)
    lost = []
    for record in whole.of(kind):
        if "en" not in whole.languages(record.ref):
            continue
        page = showcase.main(f"/{urls.record(record, 'en')}")
        plain = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page)).casefold()
        for name, value in record.nodes.value.items():
            if name in NEVER_SHOWN or name in ("title", "short_title", "summary", "image"):
                continue
            for text in texts(value):
                shown = text.casefold() in plain or text in page.replace("&amp;", "&")
                if not shown and not _is_a_name(text, kind, name):
                    lost.append(f"{record.ref} {name}: {text}")
    assert not lost, "\n".join(lost)


def _is_a_name(text: str, kind: type[Kind], name: str) -> bool:
    """Whether a text is an id, a date or a word of a list, which pages say in words."""
    field = kind.declared[name]
    choices = [one.item for one in (field, *(field.group.declared.values() if field.group else ()))]
    spelt = any(isinstance(choice, Choice) and text in choice.options for choice in choices)
    return spelt or ID.fullmatch(text) is not None or re.match(r"[~<> ]*\d", text) is not None


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CHANGELOG.md", "README.md", "SECURITY.md", "THREATS.md"])
def test_a_sentence_is_written_once(name: str) -> None:
    """Two versions of one sentence are what a merge leaves."""
    words = re.findall(r"\w+", (ROOT / name).read_text("utf-8").lower())
    runs = Counter(" ".join(words[at : at + 14]) for at in range(len(words) - 13))
    assert runs
    assert [run for run, number in runs.items() if number > 1] == []
