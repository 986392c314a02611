"""What is wrong with an owner's templates and assets, told before any page is made, at their files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.machine.regular_files import leads_out, read_regular
from generator.output.assets import CUSTOM
from generator.output.templates import Templates
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean

_ASSETS = "assets"


def faults_of_owners(owners: Path, ours: Path) -> Iterator[Problem]:
    """Templates and assets that cannot be read or lie elsewhere, and templates that are malformed; templates that have
    no namesake among ours and that no template takes in, which nothing shows; misspelt assets.
    """
    from generator.output.render import Renderer  # few sites have templates, and a check needs no Jinja

    all_of_them, known = Templates((owners, ours)), {*Templates((ours,))}
    perhaps = {name for one in all_of_them for name in all_of_them.taken_in(one)}
    renderer = Renderer((owners, ours))
    for name in sorted(Templates((owners,))):
        is_wanted = name in known or all_of_them.names(name)
        meant = () if is_wanted else did_you_mean(name, known)
        if not is_wanted and (meant or name not in perhaps):
            yield problem("unused-template", Position(f"{owners.name}/{name}"), meant=meant, name=name)
        elif not _is_readable(owners / name, owners.parent):
            yield _unreadable(owners / name)
        else:
            yield from renderer.faults(name)
    assets = [CUSTOM, *_names(ours / _ASSETS)]
    for name in sorted(_names(owners / _ASSETS)):
        if not _is_readable(owners / _ASSETS / name, owners.parent):
            yield _unreadable(owners / _ASSETS / name)
        elif name not in assets and (meant := did_you_mean(name, assets)):
            place = Position(f"{owners.name}/{_ASSETS}/{name}")
            yield problem("unused-template", place, meant=meant, name=f"{_ASSETS}/{name}")


def _is_readable(file: Path, root: Path) -> bool:
    """Whether it is a file, and lies below the root of the site."""
    try:
        read_regular(file)
    except OSError:
        return False
    return not leads_out(file, root)


def _unreadable(file: Path) -> Problem:
    return problem("unreadable-file", Position(file.as_posix()))


def _names(folder: Path) -> Sequence[str]:
    files = folder.rglob("*") if folder.is_dir() else ()
    return [file.relative_to(folder).as_posix() for file in files if not (file.is_dir() or file.name.startswith("."))]
