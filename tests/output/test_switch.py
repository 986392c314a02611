"""A publication is one switch: whatever happens, the site is wholly old or wholly new; and it costs what changed."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from generator.output.room import Room
from generator.output.site_folder import publish
from generator.problems.setup import SetupError
from tests.long import IS_LONG
from tests.output.test_publish import LONG_AGO, age, tree, young

ROOT = Path(__file__).parents[2]
KILLS = max(30, settings.default.max_examples // 5)
"""Thirty in `make test`, two hundred in `make test-long`."""
OLD = {"same.html": b"same", "a/index.html": b"old", "gone/b.html": b"gone", "c/d/deep.html": b"deep"}
NEW = {"same.html": b"same", "a/index.html": b"new", "gone": b"a file", "c/d/deep.html": b"deep"}

pytestmark = pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="folders cannot exchange their names")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was published twice."""
    site = tmp_path / "site"
    room = Room.beside(site)
    assert room
    if not room.can_exchange():
        pytest.skip("two folders cannot exchange their names here")
    publish(NEW, site)
    publish(OLD, site)
    return site


def room_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.vetrina")


def are_one(site: Path, other: Path) -> bool:
    """Whether two trees hold the same files, each under two names."""
    pairs = [(file, other / file.relative_to(site)) for file in site.rglob("*") if file.is_file()]
    return tree(site) == tree(other) and all(one.samefile(two) for one, two in pairs)


def test_the_folder_is_exchanged_and_its_twin_follows(site):
    age(site)
    before = site.stat().st_ino
    same = (site / "same.html").stat().st_ino
    publish(NEW, site)
    assert tree(site) == NEW
    assert young(site) == {"a/index.html", "gone", "manifest.json"}
    assert site.stat().st_ino != before and (site / "same.html").stat().st_ino == same
    assert (room_of(site) / "twin").stat().st_ino == before
    assert are_one(site, room_of(site) / "twin")


def test_an_edit_costs_what_it_changes(site, monkeypatch):
    done: Counter[str] = Counter()
    for name in ("link", "unlink", "mkdir", "rmdir"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *a, real=real, name=name, **k: done.update([name]) or real(*a, **k))
    publish({f"{number}/index.html": b"1" for number in range(200)}, site)
    done.clear()
    publish({f"{number}/index.html": b"2" if number == 7 else b"1" for number in range(200)}, site)
    assert sum(done.values()) < 40


def test_the_folder_keeps_its_mode(site):
    site.chmod(0o750)
    publish(NEW, site)
    assert tree(site) == NEW and site.stat().st_mode & 0o777 == 0o750


def test_nobody_else_reads_the_twin_and_git_does_not_see_it(site):
    assert room_of(site).stat().st_mode & 0o777 == 0o700
    assert (room_of(site) / ".gitignore").read_text().splitlines()[-1] == "*"


def test_a_site_behind_a_link_is_switched_where_it_is(tmp_path, site):
    (tmp_path / "current").symlink_to(site)
    publish(NEW, tmp_path / "current")
    assert tree(site) == NEW and (tmp_path / "current").is_symlink()
    assert not room_of(tmp_path / "current").exists()


@pytest.mark.parametrize("way", ["one switch", "in place"])
def test_a_build_that_is_killed_leaves_the_site_wholly_old_or_new(tmp_path, way):
    command = [sys.executable, "-m", "tests.output.killed", str(tmp_path / "site"), str(KILLS), way]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    ends = Counter(done.stdout.splitlines())
    assert ends.total() == KILLS
    allowed = {"killed: old", "killed: new", "ended: new", *(["killed: mixed"] if way == "in place" else [])}
    assert ends.keys() <= allowed
    assert ends["killed: old"] > KILLS / 6 and sum(ends[end] for end in allowed - {"ended: new"}) > KILLS * 0.8
    publish(OLD, tmp_path / "site")
    assert tree(tmp_path / "site") == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.vetrina", "site", "steps"]
    assert {path.name for path in room_of(tmp_path / "site").iterdir()} <= {".gitignore", "twin"}


def test_a_whole_command_that_is_killed_leaves_the_site_wholly_old_or_new():
    times = 200 if IS_LONG else 2
    command = [sys.executable, "-m", "tests.output.killed_builds", str(times)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    ends = Counter(done.stdout.splitlines())
    assert ends.total() == times and ends.keys() <= {"killed old", "killed new", "ended new"}


def other_content(file: Path) -> None:
    times = file.stat()
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content[::-1])
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def replaced(path: Path, make: Callable[[Path], object]) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    make(path)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no room": lambda twin: shutil.rmtree(twin.parent),
    "no twin": lambda twin: shutil.rmtree(twin),
    "an empty twin": lambda twin: replaced(twin, Path.mkdir),
    "a file": lambda twin: replaced(twin, Path.touch),
    "a link": lambda twin: replaced(twin, lambda path: path.symlink_to(twin.parent.parent / "outside")),
    "another's file": lambda twin: other_content(twin / "same.html"),
    "another's file below": lambda twin: other_content(twin / "c/d/deep.html"),
    "a file gone": lambda twin: (twin / "same.html").unlink(),
    "a folder gone": lambda twin: shutil.rmtree(twin / "c"),
    "a file for a folder": lambda twin: replaced(twin / "c", Path.touch),
    "a folder for a file": lambda twin: replaced(twin / "same.html", Path.mkdir),
    "a link for a file": lambda twin: replaced(twin / "same.html", lambda path: path.symlink_to("a/index.html")),
    "more": lambda twin: (twin / "c/more.html").touch(),
    "a folder more": lambda twin: (twin / "more/deep").mkdir(parents=True),
    "no manifest": lambda twin: (twin / "manifest.json").unlink(),
    "a broken manifest": lambda twin: replaced(twin / "manifest.json", lambda file: file.write_bytes(b"{")),
    "a folder for the manifest": lambda twin: replaced(twin / "manifest.json", Path.mkdir),
    "another way": lambda twin: (twin / ".vetrina.tmp").mkdir(),
    "trials left": lambda twin: [(twin.parent / name / "x").mkdir(parents=True) for name in ("trial-a", "trial-b")],
    "a lock left": lambda twin: (twin.parent / "lock").write_bytes(b"1"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_twin_is_mended(site, damage):
    outside = site.parent / "outside"
    outside.mkdir()
    (outside / "same.html").write_bytes(b"theirs")
    damage(room_of(site) / "twin")
    publish(NEW, site)
    assert tree(site) == NEW
    assert are_one(site, room_of(site) / "twin")
    assert tree(outside) == {"same.html": b"theirs"}


def test_another_s_folder_of_that_name_is_left_alone(tmp_path):
    for make in (lambda room: room.touch(), lambda room: (room / "theirs").mkdir(parents=True)):
        site = tmp_path / str(len(list(tmp_path.iterdir()))) / "site"
        site.parent.mkdir()
        make(room_of(site))
        for files in (OLD, NEW):
            publish(files, site)
            assert tree(site) == files
        assert room_of(site).is_file() or [one.name for one in room_of(site).iterdir()] == ["theirs"]
        (site / "stray").touch()  # there is nowhere to keep it
        with pytest.raises(SetupError, match="files that Vetrina did not put there"):
            publish(OLD, site)
        assert tree(site) == {**NEW, "stray": b""}


def test_without_links_files_are_copied_and_keep_their_times(tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    site = tmp_path / "site"
    publish(OLD, site)
    assert not (room_of(site) / "twin").exists()
    age(site)
    for files in (NEW, OLD, NEW):
        publish(files, site)
        assert tree(site) == files
    assert (site / "same.html").stat().st_mtime == LONG_AGO
    twin = room_of(site) / "twin"
    assert tree(twin) == NEW and not (twin / "same.html").samefile(site / "same.html")
    copied = (twin / "same.html").stat().st_ino
    publish(OLD, site)
    assert (site / "same.html").stat().st_ino == copied


def test_a_gitignore_that_is_a_link_stays_one(site):
    (site.parent / "rules").write_bytes(b"*")
    (site / ".gitignore").symlink_to("../rules")
    publish(NEW, site)
    assert (site / ".gitignore").readlink() == Path("../rules")
    assert tree(site) == {**NEW, ".gitignore": b"*"}


def test_a_file_of_which_there_are_too_many_links_is_copied(site, monkeypatch):
    real = os.link

    def refuse(source: Path, target: Path) -> None:
        if target.name == "deep.html":
            raise OSError(31, "Too many links")
        real(source, target)

    monkeypatch.setattr(os, "link", refuse)
    shutil.rmtree(room_of(site))
    publish(NEW, site)
    twin = room_of(site) / "twin"
    assert tree(site) == tree(twin) == NEW
    shared = {path: (site / path).samefile(twin / path) for path in NEW}
    assert shared == {path: not path.endswith("deep.html") for path in NEW}


def test_where_the_exchange_itself_fails_files_take_their_places(site, monkeypatch):
    monkeypatch.setattr("generator.output.twin.exchange", lambda one, other: False)
    before = site.stat().st_ino
    publish(NEW, site)
    assert tree(site) == NEW and site.stat().st_ino == before
    monkeypatch.undo()
    publish(OLD, site)
    assert tree(site) == OLD and are_one(site, room_of(site) / "twin")


def test_in_place_what_pages_need_comes_first_and_what_is_gone_goes_last(site, monkeypatch):
    (site / ".git").mkdir()
    (site / "stray").write_bytes(b"theirs")
    done: list[str] = []
    replace, unlink = Path.replace, Path.unlink
    monkeypatch.setattr(Path, "replace", lambda one, other: done.append(other.name) or replace(one, other))
    monkeypatch.setattr(Path, "unlink", lambda one, **k: done.append(f"no {one.name}") or unlink(one, **k))
    new = ("sitemap.xml", "index.html", "en/index.html", "pagefind/start.it.json", "pagefind/x.pf_index")
    more = ("a/page.html", "a/index.json", "assets/z.css", "c/d/index.html")
    publish({path: path.encode() for path in (*new, *more)}, site)
    moves = [name for name in done if name not in ("no lock", "no .vetrina.tmp")]
    assert moves[0] == moves[-1] == "manifest.json"
    assert set(moves[1:4]) == {"index.json", "x.pf_index", "z.css"}
    assert moves[4:6] == ["page.html", "index.html"]
    assert sorted(moves[6:10]) == ["index.html", "index.html", "sitemap.xml", "start.it.json"]
    assert sorted(moves[10:-1]) == ["no b.html", "no deep.html", "no index.html", "no same.html"]


def test_a_system_without_the_call_exchanges_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("ctypes.CDLL", lambda name: object())
    room = Room.beside(tmp_path / "site")
    assert room and not room.can_exchange()


PUBLISHER = """
import sys
from pathlib import Path
from generator.output.site_folder import publish
from generator.problems.setup import SetupError
if sys.argv[3:]:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
version = sys.argv[2].encode()
files = {f"{number}/index.html": version * 20_000 for number in range(40)}
try:
    publish(files | {"last": version * 90_000}, Path(sys.argv[1]))
except SetupError as error:
    sys.exit(error.message.text)
"""


def run(program: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, text=True, cwd=ROOT)


@pytest.mark.parametrize("way", ["one switch", "in place"])
def test_a_disk_without_room_leaves_the_site_as_it_was(site, way):
    if way == "in place":
        (site / ".git/objects").mkdir(parents=True)
    before = {path: path.read_bytes() if path.is_file() else None for path in site.rglob("*")}
    with run(PUBLISHER, str(site), "a", "50000") as process:
        _, complaint = process.communicate()
    assert (process.returncode, complaint) == (1, "{file} cannot be written: {cause}.\n")
    assert {path: path.read_bytes() if path.is_file() else None for path in site.rglob("*")} == before
