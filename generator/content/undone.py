"""What a later commit undid of another author: who saves a whole file from an older copy takes lines back, unseen."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.content.nodes import Nodes, Value, read_yaml
from generator.content.replace import FRONT_MATTER
from generator.content.versions import said_by_git
from generator.problems.problem import Position, Problem, problem
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_CONTENT = "content"
_TEXT = "text"
"""What the text below the facts is called, where fields are."""


class _Version(NamedTuple):
    author: str
    said: Mapping[str, Value]


def undone(root: Path, since: str) -> Iterator[Problem]:
    """The fields that a commit after `since` gave the value back that another author had changed meanwhile.

    Raises SetupError where git knows no such commit.
    """
    there = said_by_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    base = said_by_git(root, "merge-base", there.strip(), "HEAD") if there else None
    if not base:
        raise SetupError(
            Phrase(N_("Git knows no commit “{commit}” that this one follows."), {"commit": since}),
            Phrase(N_("Name the branch that the request goes to, and fetch its whole history.")),
        )
    span = f"{base.strip()}..HEAD"
    log = said_by_git(root, "log", "--reverse", "--no-merges", "--format=%H%x09%an", span, "--", _CONTENT) or ""
    commits = [(commit, author) for commit, _, author in (line.partition("\t") for line in log.splitlines())]
    if len({author for _, author in commits}) > 1:
        paths = said_by_git(root, "diff", "--name-only", "--relative", "-z", base.strip(), "HEAD", "--", _CONTENT) or ""
        touched = said_by_git(root, "log", "--name-only", "--relative", "-z", "--format=", span, "--", _CONTENT) or ""
        for path in sorted({*paths.split("\0"), *touched.replace("\n", "\0").split("\0")} - {""}):
            yield from _undone_in(root, path, base.strip(), commits)


def _undone_in(root: Path, path: str, base: str, commits: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    versions = [_Version("", _said(said_by_git(root, "show", f"{base}:./{path}") or "", path)[0])]
    for commit, author in commits:
        said = _said(said_by_git(root, "show", f"{commit}:./{path}") or "", path)[0]
        if said != versions[-1].said:
            versions.append(_Version(author, said))
    nodes = _said((root / path).read_text("utf-8") if (root / path).is_file() else "", path)[1]
    for name in dict.fromkeys(name for one in versions for name in one.said):
        if found := _undone_by([(one.author, one.said.get(name)) for one in versions]):
            place = nodes.key_place((name,)) if nodes.holds(name) else Position(path)
            yield problem("undone", place, key=name, first=found[0], second=found[1])


def _undone_by(versions: Sequence[tuple[str, Value]]) -> tuple[str, str] | None:
    """Who changed a value, and who of others brought the one before it back, which still stands."""
    values = [value for _, value in versions]
    for number in range(1, len(versions)):
        before, changed = values[number - 1], values[number]
        again = next((one for one in range(number + 1, len(values)) if values[one] == before), 0)
        is_new = changed not in values[:number]
        if is_new and again and values[-1] == before and versions[again][0] != versions[number][0]:
            return versions[number][0], versions[again][0]
    return None


def _said(text: str, path: str) -> tuple[Mapping[str, Value], Nodes]:
    """The facts of a file, and the text below them among them."""
    text = text.replace("\r\n", "\n")
    found = FRONT_MATTER.match(text)
    nodes, _ = read_yaml(found["facts"], path, 2) if found else read_yaml("" if path.endswith(".md") else text, path)
    below = text[found.end() :].strip() if found else ""
    return (nodes.value | {_TEXT: below} if below else nodes.value), nodes
