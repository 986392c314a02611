"""How long a dossier takes at some size: `python -m benchmarks.dossiers [--records N]`.

Each question is asked of a showcase that was read anew, so that nothing is remembered of the question before. The whole
command is measured too, as people wait for it: it reads the content, and writes page, spreadsheet and PDF in each
language.
"""

import argparse
import datetime
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.corpus.site import RECORDS, write
from benchmarks.process import Command, Cost, run, vetrina
from generator.kinds.agreement import Agreement
from generator.kinds.organisation import Organisation
from generator.kinds.place import Place
from generator.options import Options
from generator.pipeline import check
from generator.presenters.dossier_page import dossier, dossier_body
from generator.showcase.model import Showcase
from generator.showcase.selection import Questions, about
from generator.text.context import contexts_of

DAY = datetime.date(2026, 11, 22)
_EACH = 4
"""So many organisations, and as many places, are asked about."""


def questions(showcase: Showcase) -> list[Questions]:
    """Some of each sort, and those that ask for most."""
    asked = [about(ref) for kind in (Organisation, Place) for ref in showcase.names(kind)]
    found = [one for one in asked if one]
    partners, places = [one for one in found if one.partners], [one for one in found if one.places]
    return [
        *partners[:_EACH],
        *places[:_EACH],
        Questions(kinds=(Agreement,)),
        Questions(in_force_on=DAY),
        Questions(since=datetime.date(2024, 1, 1), until=datetime.date(2024, 12, 31)),
    ]


def seconds(root: Path, asked: Questions) -> tuple[float, int]:
    """How long a question takes, from content that was checked to its page, and how many records answer."""
    showcase = check(Options(root, DAY)).showcase
    if showcase is None:
        raise ValueError("the corpus has an error")
    context = contexts_of(showcase)[0]
    started = time.perf_counter()
    told = dossier(context, asked)
    dossier_body(context, "Dossier", told)
    return time.perf_counter() - started, len(told.found.refs)


def whole_command(root: Path) -> dict[str, Cost]:
    """What `vetrina dossier` costs with an empty store, and with what it then finds there."""
    asked: Command = [vetrina(), "dossier", "--kind", Agreement.folder, "--root", root, "--out", root / "dossier"]
    return {state: run([*asked, "--on", DAY.isoformat()]) for state in ("an empty", "a filled")}


def main() -> None:
    """Write a corpus, ask, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dossiers", description=__doc__)
    parser.add_argument("--records", type=int, default=RECORDS)
    number = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), number)
        showcase = check(Options(root, DAY)).showcase
        found = [seconds(root, asked) for asked in questions(showcase)] if showcase else []
        whole = whole_command(root)
    times = [took for took, _ in found]
    print(f"{number} records, {len(found)} questions, up to {max(refs for _, refs in found)} records in an answer:")
    print(f"median {statistics.median(times):.2f} s, longest {max(times):.2f} s")
    for state, cost in whole.items():
        print(f"the whole command, with {state} store: {cost.wall:.1f} s, {cost.cpu:.1f} s of processor")


if __name__ == "__main__":
    main()
