"""The owner's templates that nothing shows: one whose name is misspelt takes the place of none of ours."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.output.assets import CUSTOM
from generator.output.templates import Templates
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean

_ASSETS = "assets"


def misnamed(owners: Path, ours: Path) -> Iterator[Problem]:
    """Templates of the owner's that have no namesake among ours and that no template takes in; misspelt assets."""
    all_of_them, known = Templates((owners, ours)), {*Templates((ours,))}
    perhaps = {name for one in all_of_them for name in all_of_them.taken_in(one)}
    for name in sorted(one for one in {*Templates((owners,))} - known if not all_of_them.names(one)):
        if (meant := did_you_mean(name, known)) or name not in perhaps:
            yield problem("unused-template", Position(f"{owners.name}/{name}"), meant=meant, name=name)
    assets = [CUSTOM, *_names(ours / _ASSETS)]
    for name in sorted({*_names(owners / _ASSETS)} - {*assets}):
        if meant := did_you_mean(name, assets):
            place = Position(f"{owners.name}/{_ASSETS}/{name}")
            yield problem("unused-template", place, meant=meant, name=f"{_ASSETS}/{name}")


def _names(folder: Path) -> Iterable[str]:
    files = folder.rglob("*") if folder.is_dir() else ()
    return [file.relative_to(folder).as_posix() for file in files if file.is_file() and not file.name.startswith(".")]
