"""What is wrong with an owner's templates and assets, told before any page is made, at their files."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from generator.machine.regular_files import leads_out, read_regular
from generator.output.assets import ACCENT, CUSTOM, our_fonts
from generator.output.templates import Templates
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean

_ASSETS = "assets"


def faults_of_owners(owners: Path, ours: Path) -> Iterator[Problem]:
    """Templates and assets that cannot be read or lie elsewhere, and templates that are malformed; templates that have
    no namesake among ours and that no template takes in, which nothing shows; assets that nothing names.

    Ours take in none but ours by a name that is only known when they are rendered.
    """
    from generator.output.render import Renderer  # few sites have templates, and a check needs no Jinja

    all_of_them = Templates((owners, ours))
    theirs, known = sorted(all_of_them.lying_in(owners)), {*all_of_them.lying_in(ours)}
    perhaps = {name for one in theirs for name in all_of_them.taken_in(one)}
    renderer = Renderer(all_of_them)
    for name in theirs:
        is_wanted = name in known or all_of_them.names(name)
        meant = () if is_wanted else _meant(name, known)
        if not is_wanted and (meant or name not in perhaps):
            yield problem("unused-template", Position(f"{owners.name}/{name}"), meant=meant, name=name)
        elif not _is_readable(owners / name, owners.parent):
            yield _unreadable(owners / name)
        else:
            yield from renderer.faults(name)
    assets = [CUSTOM, ACCENT, *our_fonts(), *_names(ours / _ASSETS)]
    names = [name for name in _names(owners) if _is_readable(owners / name, owners.parent)]
    texts = {owners / name: read_regular(owners / name) for name in names}
    for name in sorted(_names(owners / _ASSETS)):
        file = owners / _ASSETS / name
        if not _is_readable(file, owners.parent):
            yield _unreadable(file)
        elif name not in assets:
            called = file.name.encode()
            is_named = any(called in text for other, text in texts.items() if other != file)
            meant = did_you_mean(name, assets) if is_named else _meant(name, assets)
            if meant or not is_named:
                place = Position(f"{owners.name}/{_ASSETS}/{name}")
                yield problem("unused-template", place, meant=meant, name=f"{_ASSETS}/{name}")


def _meant(name: str, known: Collection[str]) -> Sequence[str]:
    """What a file that nothing names was to be called; the same letters in another order are a slip too."""
    return did_you_mean(name, known) or [one for one in known if sorted(one) == sorted(name)][:1]


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
