"""A whole `vetrina build` that is killed again and again, each time at a moment drawn at random, between two edits.

Given how many times; says for each what the site then is: "old", "new" or what is wrong with it. The moments are those
of `tests/output/killed.py`: steps of the system, from the reading of the content to the last note in the store.
"""

import contextlib
import io
import os
import random
import sys

from generator.cli import main as vetrina
from tests.harness import DAY, SiteTest
from tests.output.killed import is_killed

FILE = "content/pages/method.md"


def building(site: SiteTest, until: float) -> tuple[bool, int]:
    """Build in a process that is killed after so many steps: whether it was, and how many steps a whole build takes."""
    noted = site.root / "steps"
    killed = is_killed(lambda: _build(site), until, noted)
    return killed, 0 if killed else int(noted.read_text())


def _build(site: SiteTest) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        assert vetrina(["build", "--root", str(site.root), "--on", DAY]) == 0


def main(times: int) -> None:
    """Edit, build and kill, so many times."""
    os.environ.pop("VETRINA_STORE", None)
    site, chance = SiteTest(), random.Random(times)
    text, clean, steps = site.read(FILE), [], 0
    edits = [text.replace("title: ", title, 1) for title in ("title: Uno ", "title: Due ")]
    for edit in edits:  # what each makes, and how many steps it takes
        steps = building(site.write(FILE, edit), float("inf"))[1]
        clean.append(site.tree())
    at = 1
    for number in range(times):
        site.write(FILE, edits[1 - at])
        killed, _ = building(site, chance.randrange(steps))
        seen = site.tree()
        new, old = clean[1 - at], clean[at]
        state = "new" if seen == new else "old" if seen == old else differences(seen, new)
        print("killed" if killed else "ended", state)
        if number % 5 == 0:  # the next one completes what broke off, and so does any other edit
            building(site, float("inf"))
            assert site.tree() == new
        at = clean.index(site.tree())


def differences(seen: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """The paths at which two sites differ."""
    return sorted(path for path in seen.keys() | wanted.keys() if seen.get(path) != wanted.get(path))


if __name__ == "__main__":
    main(int(sys.argv[1]))
