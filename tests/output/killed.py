"""A process that publishes again and again and is killed each time, at a moment drawn at random.

Given a folder for the site, how many times, and "in place" or not; says for each what the folder then is: "old",
"new", "mixed" of whole files, or what is in it. A moment is one between two steps of the system, of which Python tells:
so all are as likely.
"""

import os
import random
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

import generator.output.room
from generator.output.site_folder import publish

EVER = {f"{number % 7}/{number}/index.html": b"always" * 100 for number in range(20)}
OURS = {"manifest.json", ".vetrina.tmp"}
STEPS = {"open", "ctypes.dlsym", "fcntl.flock", "shutil.move", "os.scandir", "os.listdir", "os.mkdir", "os.rmdir"}
STEPS |= {"os.rename", "os.remove", "os.link", "os.chmod", "os.utime"}
"""What Python tells of before it is done."""


def files(version: int) -> dict[str, bytes]:
    """A site: some files change, some come and go with their folders, some stay; one is a folder in the next."""
    mine = {f"{number % 5}/{number}/{'ab'[version % 2]}.html": b"x" for number in range(8)}
    turn = {"turn": b"1"} if version % 2 else {"turn/index.html": b"1"}
    return EVER | mine | turn | {f"pages/{number}/index.html": b"%d" % version * 9_000 for number in range(15)}


def found(site: Path) -> dict[str, bytes]:
    """What a visitor may see."""
    paths = (path for path in site.rglob("*") if path.is_file())
    names = ((path.relative_to(site).as_posix(), path) for path in paths)
    return {name: path.read_bytes() for name, path in names if name.partition("/")[0] not in OURS}


def is_killed(work: Callable[[], object], until: float, noted: Path) -> bool:
    """Work in a process that is killed after so many steps; whether it was. If not, it notes how many there are."""
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        assert os.WIFSIGNALED(status) or status == 0
        return status != 0
    taken = 0

    def step(event: str, _: object) -> None:
        nonlocal taken
        if event in STEPS:
            taken += 1
            if taken > until:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(step)
    try:
        work()
        number, until = str(taken), float("inf")
        noted.write_text(number)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def publishing(site: Path, new: Mapping[str, bytes], until: float, noted: Path) -> bool:
    """Publish in such a process; whether it was killed."""
    return is_killed(lambda: publish(new, site), until, noted)


def main(site: Path, times: int, way: str) -> None:
    """Publish, killed so many times; each tenth time into a new folder, and without a kill after it."""
    if way == "in place":
        generator.output.room.exchange = lambda one, other: False
    chance, noted = random.Random(times), site.with_name("steps")
    publishing(site, files(0), float("inf"), noted)
    first = later = int(noted.read_text())
    old: Mapping[str, bytes] = {}
    for time in range(times):
        if time % 10 == 0:
            for folder in (site, site.with_name(f".{site.name}.vetrina")):
                shutil.rmtree(folder, ignore_errors=True)
            old = {}
        elif time % 10 == 1:
            publishing(site, files(time + 1), float("inf"), noted)
            old, later = found(site), int(noted.read_text())
        new = files(time)
        killed = publishing(site, new, chance.randrange((first if time % 10 == 0 else later) + 1), noted)
        seen = found(site)
        state = "new" if seen == new else "old" if seen == old else "mixed" if whole(seen, old, new) else repr(seen)
        print("killed:" if killed else "ended:", state, flush=True)
        old = seen


def whole(seen: Mapping[str, bytes], *versions: Mapping[str, bytes]) -> bool:
    """Whether each file is one of a version."""
    return all(any(version.get(path) == content for version in versions) for path, content in seen.items())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
