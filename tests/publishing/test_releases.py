"""Releases in a folder, and over SSH: served wholly old or wholly new, kept, taken back, and nobody else's touched."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.output import lock
from generator.output.ownership import Manifest
from generator.output.tree import look
from generator.problems.setup import SetupError
from generator.publishing import folder, over_ssh
from generator.publishing.folder import Folder
from generator.publishing.over_ssh import A_HOST, OverSsh
from generator.publishing.releases import Done, ReleasePlace, back_to_the_release_before, publish_release
from generator.words import Phrase
from tests.publishing.sites import NEW, OLD, built, served

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a link needs a privilege here")

_SSH = """#!/bin/sh
while [ "$1" = -o ]; do shift 2; done
shift
exec sh -c "$*"
"""
"""What stands for SSH: the host is this computer."""


@pytest.fixture(params=["folder", "over SSH"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReleasePlace]:
    if request.param == "folder":
        yield Folder(tmp_path / "www")
        return
    if not shutil.which("rsync"):
        pytest.skip("needs rsync")
    program = tmp_path / "bin/ssh"
    program.parent.mkdir()
    program.write_text(_SSH)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    yield OverSsh("host", str(tmp_path / "www"))


class Publisher:
    """Publishes small sites to a place."""

    def __init__(self, place: ReleasePlace, folder: Path) -> None:
        self.place, self.folder, self.www = place, folder, folder / "www"

    def __call__(
        self, files: dict[str, bytes], *, kept: int = 3, moves: bool = False, erases: bool = False, **inputs: str
    ) -> Done:
        manifest = built(self.folder / "site", files, **inputs)
        return publish_release(self.place, self.folder / "site", manifest, kept=kept, moves=moves, erases=erases)

    def current(self) -> dict[str, bytes]:
        return served(self.www / "current")

    def releases(self) -> list[str]:
        return sorted(one.name for one in (self.www / "releases").iterdir())


@pytest.fixture
def publish(place: ReleasePlace, tmp_path: Path) -> Publisher:
    return Publisher(place, tmp_path)


@pytest.fixture
def here(tmp_path: Path) -> Publisher:
    """Where nothing depends on the way: SSH takes a process a step."""
    return Publisher(Folder(tmp_path / "www"), tmp_path)


def test_it_is_served_whole_and_only_where_bytes_changed(publish):
    assert publish(OLD) == Done("0001", is_new=True)
    assert publish.current() == OLD and (publish.www / "current").readlink() == Path("releases/0001")
    assert publish(OLD, day="2026-11-23") == Done("0001", is_new=False)
    assert publish(NEW) == Done("0002", is_new=True)
    assert publish.current() == NEW and publish.releases() == ["0001", "0002"]
    first, second = (publish.www / "releases" / name for name in ("0001", "0002"))
    assert served(first) == OLD
    assert (first / "a/x.png").samefile(second / "a/x.png"), "what is the same takes room once"
    assert stat.S_IMODE(second.stat().st_mode) & 0o055 == 0o055, "the server reads it"


def test_what_is_served_is_what_the_next_build_goes_on_from(publish, tmp_path):
    assert publish.place.before(tmp_path / "first") is None
    publish({**OLD, "a/index.json": b"{}", "a/changes.json": b"[]"})
    assert served(publish.place.before(tmp_path / "then")) == {"a/index.json": b"{}", "a/changes.json": b"[]"}


def test_two_at_once_come_one_after_the_other(publish, place, monkeypatch):
    monkeypatch.setattr(over_ssh, "_ALONE", over_ssh._ALONE.replace("-w 60", "-w 0"))
    monkeypatch.setattr(lock, "_PATIENCE", 0.0)
    publish(OLD)
    other = Folder(publish.www)
    for first, second in ((place, other), (other, place)):
        with first.alone(), pytest.raises(SetupError, match=r"Another (publication|build)"), second.alone():
            pass
    assert publish(NEW).is_new
    assert sorted(one.name for one in publish.www.iterdir()) == ["current", "releases"]


def test_a_connection_that_breaks_holds_nothing_and_changes_nothing(publish, place):
    if not isinstance(place, OverSsh):
        return
    publish(OLD)
    with place.alone():
        held = place._lock
        assert held
        held.kill()
        held.wait()
        with pytest.raises(SetupError, match="may be under way"):
            place.switch("0001")
    assert publish(NEW).is_new


def test_the_manifest_names_the_publication_before(here):
    here(OLD)
    here(NEW)
    first, second = (Manifest.read(here.www / "releases" / name) for name in ("0001", "0002"))
    assert first and second and second.is_whole
    assert "previous" not in first.inputs
    assert second.inputs["previous"] == first.digest


@pytest.mark.parametrize("name", ["theirs", ".gitignore", ".vetrina.tmp"])
def test_the_last_releases_are_kept_and_what_is_not_ours_among_them(publish, name):
    for number in range(3):
        publish({"index.html": b"%d" % number})
    (publish.www / "releases/0001" / name).touch()
    (publish.www / "releases/notes").touch()
    for number in range(3, 6):
        publish({"index.html": b"%d" % number}, kept=2)
    assert publish.releases() == ["0001", "0005", "0006", "notes"]


def test_what_was_erased_is_in_no_release_and_what_is_not_ours_is_told(publish):
    for number in range(3):
        publish({"index.html": b"secret %d" % number}, kept=5)
    assert publish(NEW, kept=5, erases=True) == Done("0004", is_new=True)
    assert publish.releases() == ["0004"] and publish.current() == NEW
    publish(OLD)
    assert publish(OLD, erases=True) == Done("0005", is_new=False)
    assert publish.releases() == ["0005"]
    publish(NEW)
    (publish.www / "releases/0005/theirs").touch()
    assert publish(NEW, erases=True).left == ("0005",)
    assert publish.releases() == ["0005", "0006"]


def test_back_and_back_and_on(publish):
    for number in range(3):
        publish({"index.html": b"%d" % number})
    for number in (1, 0):
        back_to_the_release_before(publish.place)
        assert publish.current() == {"index.html": b"%d" % number}
    with pytest.raises(SetupError, match="no publication before"):
        back_to_the_release_before(publish.place)
    assert publish({"index.html": b"3"}).release == "0004"
    back_to_the_release_before(publish.place)
    assert publish.current() == {"index.html": b"0"}, "what was served before, not what has the number before"


def test_what_was_built_anew_while_it_is_sent_is_not_served(publish):
    publish(OLD)
    manifest = built(publish.folder / "site", NEW)
    built(publish.folder / "site", {**NEW, "index.html": b"a draft"})
    with pytest.raises(SetupError, match="is not as it was published") as caught:
        publish_release(publish.place, publish.folder / "site", manifest, kept=3, moves=False)
    assert caught.value.message.values["files"] == ["index.html"]
    assert publish.current() == OLD and publish.releases() == ["0001"]


DAMAGES: dict[str, Callable[[Path], object]] = {
    "another": lambda release: [(release / "a/x.png").unlink(), (release / "a/x.png").write_bytes(b"x")],
    "missing": lambda release: (release / "gone/index.html").unlink(),
    "more": lambda release: (release / "\u00e8 x").write_bytes(b"x"),
    "one of a name that a folder of a site may hold": lambda release: (release / ".gitignore").write_bytes(b"x"),
    "a link": lambda release: [(release / "index.html").unlink(), (release / "index.html").symlink_to("a/index.html")],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_nobody_goes_back_to_a_release_that_is_damaged(publish, damage):
    publish(OLD)
    publish(NEW)
    damage(publish.www / "releases/0001")
    with pytest.raises(SetupError, match="is not as it was published") as caught:
        back_to_the_release_before(publish.place)
    assert caught.value.message.values["target"] == f"{publish.place.name}/releases/0001"
    assert publish.current() == NEW


def test_what_a_killed_removal_left_is_no_release(here, monkeypatch):
    """The first file that is removed lies under no name of a release."""
    here(OLD)
    here(NEW)

    def killed(path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(folder, "remove", killed)
        with pytest.raises(KeyboardInterrupt):
            here(NEW, erases=True)
    assert [name for name in here.releases() if name[0] != "."] == ["0002"]
    with pytest.raises(SetupError, match="no publication before"):
        back_to_the_release_before(here.place)
    assert here.current() == NEW


@pytest.fixture
def nothing_is_removed(place: ReleasePlace, tmp_path: Path) -> Callable[[pytest.MonkeyPatch], None]:
    """As where folders can only be read, which holds for no root."""
    program = tmp_path / "none/rm"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)

    def refused(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    def fails(patch: pytest.MonkeyPatch) -> None:
        patch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
        patch.setattr(folder, "remove", refused)

    return fails


def test_what_cannot_be_removed_is_told_and_the_new_release_is_served(publish, nothing_is_removed, monkeypatch):
    publish(OLD)
    publish({"index.html": b"1"})
    with monkeypatch.context() as patch:
        nothing_is_removed(patch)
        done = publish(NEW, kept=2)
        assert (done.release, done.is_new, done.left) == ("0003", True, ())
        assert [name[: len(".incoming-0001-")] for name in done.unremoved] == [".incoming-0001-"]
        assert publish.current() == NEW
        assert publish(NEW, kept=2).unremoved == done.unremoved, "told again"
    assert publish(NEW, kept=2) == Done("0003", is_new=False)
    assert publish.releases() == ["0002", "0003"]


@pytest.mark.parametrize(("step", "told"), [("put_aside", "0001"), ("clear", ".incoming-*")])
def test_a_connection_that_ends_after_the_switch_takes_nothing_back(here, monkeypatch, step, told):
    here(OLD)

    def fails(*_: object) -> None:
        if here.current() == NEW:
            raise SetupError(Phrase("ssh fails"), Phrase(""))

    monkeypatch.setattr(type(here.place), step, fails)
    assert here(NEW, erases=True).unremoved[:1] == (told,)
    assert here.current() == NEW


def test_what_was_damaged_or_lost_is_published_again(publish):
    publish(OLD)
    (publish.www / "current/a/x.png").write_bytes(b"damaged")
    assert publish(OLD).is_new
    (publish.www / "current/a/x.png").unlink()
    assert publish(OLD).is_new
    assert publish.current() == OLD


HARMS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file": (lambda www: (www / "current/CNAME").write_bytes(b"theirs"), "lie files that Vetrina did not put there"),
    "no manifest": (lambda www: (www / "current/manifest.json").unlink(), "holds files that Vetrina did not put there"),
    "a folder": (lambda www: [(www / "current").unlink(), (www / "current").mkdir()], "is not a link of Vetrina"),
    "a link": (
        lambda www: [(www / "current").unlink(), (www / "current").symlink_to("/etc")],
        "is not a link of Vetrina",
    ),
}


@pytest.mark.parametrize(("harm", "told"), HARMS.values(), ids=HARMS)
def test_what_is_not_ours_is_refused_and_stays(publish, harm, told):
    publish(OLD)
    harm(publish.www)
    before = look(publish.www)
    with pytest.raises(SetupError, match=told):
        publish(NEW)
    assert look(publish.www) == before


def test_another_address_is_refused(here):
    here(OLD)
    with pytest.raises(SetupError, match="has the site of"):
        here(NEW, address="https://another.example/")
    assert here.current() == OLD
    here(NEW, address="https://another.example/", moves=True)
    assert here.current() == NEW


@pytest.mark.parametrize("step", ["send", "switch", "put_aside"])
def test_what_breaks_off_leaves_old_or_new_and_is_completed(here, monkeypatch, step):
    here(OLD)
    here({"index.html": b"1"}, kept=2)
    before = here.current()

    def breaks(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(type(here.place), step, breaks)
        with pytest.raises(KeyboardInterrupt):
            here(NEW, kept=2)
    assert here.current() == (NEW if step == "put_aside" else before)
    here(NEW, kept=2)
    assert here.current() == NEW


def test_a_disk_without_room_leaves_what_is_served(here, monkeypatch):
    here(OLD)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(SetupError, match="cannot be written"):
        here(NEW)
    assert here.current() == OLD and here.releases() == ["0001"]


def test_a_disk_that_is_full_over_there_is_left_as_it_was(tmp_path, monkeypatch):
    """Nothing of what was sent in vain stays to fill it."""
    if not shutil.which("rsync"):
        pytest.skip("needs rsync")
    small = 'ulimit -f 1; trap "" XFSZ; exec sh -c "$*"'
    (tmp_path / "ssh").write_text(_SSH)
    (tmp_path / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    publish = Publisher(OverSsh("host", str(tmp_path / "www")), tmp_path)
    publish(OLD)
    (tmp_path / "ssh").write_text(_SSH.replace('exec sh -c "$*"', small))
    with pytest.raises(SetupError):
        publish({**NEW, "big.txt": os.urandom(100_000)})
    assert (publish.current(), publish.releases()) == (OLD, ["0001"])


def test_what_a_killed_publication_left_is_removed_though_it_were_of_today(publish):
    publish(OLD)
    (publish.www / "releases/.incoming-x/a").mkdir(parents=True)
    (publish.www / ".incoming-current").symlink_to("releases/0001")
    publish(NEW)
    assert publish.current() == NEW and publish.releases() == ["0001", "0002"]
    assert sorted(one.name for one in publish.www.iterdir()) == ["current", "releases"]


def refused_by_ssh(folder, monkeypatch, script: str, host: str) -> object:
    """What is told as the cause where `ssh` is a script that fails."""
    (folder / "ssh").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    with pytest.raises(SetupError) as caught:
        back_to_the_release_before(OverSsh(host, "www"))
    return caught.value.message.values["cause"]


def test_without_the_program_or_the_host_a_sentence_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetupError, match="cannot be run"):
        back_to_the_release_before(OverSsh("host", "www"))
    said = refused_by_ssh(tmp_path, monkeypatch, "echo 'no \033[1mroute' >&2; exit 255", "host")
    assert said == "no \N{REPLACEMENT CHARACTER}[1mroute"


def test_ssh_gets_an_address_without_its_brackets(tmp_path, monkeypatch):
    script = 'while [ "$1" = -o ]; do shift 2; done\necho "$1" >&2; exit 1'
    assert refused_by_ssh(tmp_path, monkeypatch, script, "me@[2001:db8::1]") == "me@2001:db8::1"


@pytest.mark.parametrize(
    ("written", "host"),
    [("host:www", "host"), ("me@www.example.org:/srv/a b", "me@www.example.org"), ("C:\\www", None), ("-oX:y", None),
     ("www", None), ("/srv/www", None), ("host:", None), ("[2001:db8::1]:/srv/x", "[2001:db8::1]"),
     ("deploy@[fe80::1%eth0]:www", "deploy@[fe80::1%eth0]"), ("[www]:x", None), ("me@host:~/www", None),
     ("ssh://me@host/srv", None), ("host::module", None), ("host: www", None)],
)  # fmt: skip
def test_what_is_a_host(written, host):
    found = A_HOST.fullmatch(written)
    assert (found["host"] if found else None) == host
