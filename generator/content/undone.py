"""What a later commit or a merge undid of another author: who saves a whole file from an older copy takes lines back,
unseen, and so does who takes one side whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from generator.content.file_histories import Saved, shared_histories
from generator.content.leaves import TEXT_NAME, Leaf, leaves
from generator.content.nodes import Location, Nodes, read_yaml
from generator.content.replace import FRONT_MATTER
from generator.content.taken_back import taken_back
from generator.content.versions import said_by_git
from generator.problems.problem import Position, Problem, problem
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_CONTENT = "content"
_ALIKE = 0.5
"""So much of the words of a paragraph stays in what is written in its place."""


class _Version(NamedTuple):
    author: str
    said: Mapping[Leaf, tuple[str, Location]]

    def value(self, leaf: Leaf) -> str | None:
        return self.said[leaf][0] if leaf in self.said else None

    def words(self, leaf: Leaf) -> str:
        """All that it says as a value, or as its text."""
        if leaf != (TEXT_NAME,):
            return self.value(leaf) or ""
        return "\n".join(one[-1] for one in self.said if one[:1] == leaf and one != leaf)


def undone(root: Path, since: str) -> Iterator[Problem]:
    """The values, entries, paragraphs, words and files that a commit after `since` made again as they were before
    another author had changed them.

    Raises SetupError where git knows no such commit.
    """
    there = said_by_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    base = said_by_git(root, "merge-base", there.strip(), "HEAD") if there else None
    if not base:
        raise SetupError(
            Phrase(N_("Git knows no commit “{commit}” that this one follows."), {"commit": since}),
            Phrase(N_("Name the branch that the request goes to, and fetch its whole history.")),
        )
    histories = shared_histories(root, base.strip(), _CONTENT)
    told = dict[tuple[object, ...], Problem]()
    for one in (one for path, saved in histories for one in _undone_in(path, saved)):
        told.setdefault((one.code, one.place, one.values.get("key")), one)
    yield from told.values()


def _undone_in(path: str, saved: Sequence[Saved]) -> Iterator[Problem]:
    versions = [_Version(one.author, _said(one.text, path)[0]) for one in saved]
    now, nodes = versions[-1].said, _said(saved[-1].text, path)[1]
    told = set[Leaf]()
    for leaf in dict.fromkeys(leaf for one in versions for leaf in one.said):
        shown = leaf[:1] if leaf[:1] == (TEXT_NAME,) else leaf
        if any(shown[:length] in told for length in range(len(shown) + 1)):
            continue
        if found := _undone_by(versions, leaf):
            first, second = found
            told.add(shown)
            yield _as_told(shown, first.author, second.author, now, nodes)
    whole = (leaf for leaf in now if leaf[:1] != (TEXT_NAME,) or len(leaf) == 1)
    for leaf in (leaf for leaf in whole if not any(leaf[:length] in told for length in range(len(leaf) + 1))):
        if part := _undone_within(versions, leaf):
            first, second, words = part
            yield _as_told(leaf, first.author, second.author, now, nodes, words)


def _as_told(
    leaf: Leaf, first: str, second: str, now: Mapping[Leaf, tuple[str, Location]], nodes: Nodes, words: str = ""
) -> Problem:
    if not leaf:
        code = "file-brought-back" if now else "file-taken-away"
        return problem(code, Position(nodes.start.path), first=first, second=second)
    nearest = next(leaf[:length] for length in range(len(leaf), -1, -1) if leaf[:length] in now)
    location = now[nearest][1]
    is_fact = nearest and nearest != (TEXT_NAME,)
    place = nodes.key_place(location) if is_fact else Position(nodes.start.path)
    if words:
        return problem("words-undone", place, key=".".join(leaf), words=words, first=first, second=second)
    return problem("undone", place, key=".".join(leaf), first=first, second=second)


def _undone_by(versions: Sequence[_Version], leaf: Leaf) -> tuple[_Version, _Version] | None:
    """The version that changed a value, and the one of another author that brought the value before it back, which
    still stands.
    """
    values = [one.value(leaf) for one in versions]
    for number in range(1, len(versions)):
        before, changed = values[number - 1], values[number]
        again = next((one for one in range(number + 1, len(values)) if values[one] == before), 0)
        is_new = changed not in values[:number]
        by_others = versions[again].author != versions[number].author
        if is_new and again and by_others and values[-1] == before and not _is_revised(leaf, versions, again):
            return versions[number], versions[again]
    return None


def _undone_within(versions: Sequence[_Version], leaf: Leaf) -> tuple[_Version, _Version, str] | None:
    """The version that changed words of a value, the one of another author that, whatever else it changed there, has
    those before them, and these, which still stand.
    """
    values = [one.words(leaf) for one in versions]
    for number in range(1, len(values)):
        before, changed, now = values[number - 1], values[number], values[-1]
        if changed in values[:number] or not taken_back(before, changed, now):
            continue
        later = range(number + 1, len(values))
        again = next(one for one in later if values[one] == before or taken_back(before, changed, values[one]))
        if versions[again].author != versions[number].author:
            return versions[number], versions[again], taken_back(before, changed, now)
    return None


def _is_revised(leaf: Leaf, versions: Sequence[_Version], number: int) -> bool:
    """Whether what is gone in a version is a paragraph, and something like it was written in its place."""
    before, after = versions[number - 1 : number + 1]
    if leaf[:1] != (TEXT_NAME,) or leaf in after.said:
        return False
    words = leaf[-1].split()
    new = [one[-1].split() for one in after.said if one[:1] == (TEXT_NAME,) and one not in before.said]
    return any(SequenceMatcher(None, words, one, autojunk=False).ratio() >= _ALIKE for one in new)


def _said(text: str, path: str) -> tuple[Mapping[Leaf, tuple[str, Location]], Nodes]:
    """All that a file says, value by value; nothing where it is not there."""
    found = FRONT_MATTER.match(text)
    nodes, _ = read_yaml(found["facts"], path, 2) if found else read_yaml("" if path.endswith(".md") else text, path)
    return (leaves(nodes.value, text[found.end() :].strip() if found else "") if text else {}), nodes
