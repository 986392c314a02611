"""`vetrina publish`: builds the real site and has a place serve it, if anything has changed; or takes that back."""

import argparse
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from generator.commands.asked import options_as_published
from generator.commands.summary import summary, tell
from generator.content.changes import uncommitted
from generator.content.naming import is_left_behind
from generator.machine.garbage import uncollected
from generator.machine.memo import Memo
from generator.options import CATALOGUES, PUBLIC, SNAPSHOTS
from generator.output.ownership import Manifest
from generator.pipeline import build
from generator.problems.as_text import count
from generator.problems.setup import SetupError
from generator.publishing import git_branch, over_ssh
from generator.publishing.before import DamagedError
from generator.publishing.folder import Folder
from generator.publishing.git_branch import GitBranch
from generator.publishing.over_ssh import OverSsh
from generator.publishing.releases import Done, back_to_the_release_before, publish_release
from generator.publishing.verification import SiteFolder, compared
from generator.usage.arguments import UsageError
from generator.words import N_, Phrase, Words

_MADE_OF = ("content", CATALOGUES, PUBLIC, SNAPSHOTS, "templates")
_MOST_NAMES = 5


@uncollected()
def run(given: argparse.Namespace, words: Words) -> bool:
    """Publish and say what became of it; whether the place serves what it is to and no more. Raises SetupError."""
    started = time.monotonic()
    target = _target(given)
    if given.rollback:
        done = target.back() if isinstance(target, GitBranch) else back_to_the_release_before(target)
        print(
            words.text(
                "{target} serves again what it served before, as {release}.", target=target.name, release=done.release
            )
        )
        return True
    _refuse_uncommitted(given.root)
    options = replace(
        options_as_published(given),
        base_url=given.base_url or "",
        production=not given.demonstration,
        strict=True,
        compressed=given.compressed,
    )
    if given.erase:
        Memo(options.store).empty()
    out = given.out or given.root / "site"
    with tempfile.TemporaryDirectory(prefix="vetrina-") as folder:
        built = build(replace(options, previous=_before(target, Path(folder), words)), out)
    tell(built.problems, "text", given, words)
    problems = count(built.problems, words)
    if built.published is None:
        print(summary(words.text("Not published: {target} is as it was", target=target.name), problems, started, words))
        return False
    if given.demonstration and not built.contexts[0].showcase.settings.demonstration:
        raise UsageError(
            Phrase(N_("This site is no demonstration.")),
            Phrase(N_("Leave --demonstration out, or write “demonstration: true” into content/site.yaml.")),
        )
    done = _published(target, out, built.published.manifest, given)
    print(summary(_said(done, target.name, words), problems, started, words))
    if done.left:
        print(
            words.text(
                "These releases stay, for something lies in them that is not ours: {releases}", releases=done.left
            )
        )
    if done.unremoved:
        print(words.text("The site is served, but this cannot be removed: {releases}", releases=done.unremoved))
    return not (done.left or (given.erase and done.unremoved))


def _before(target: GitBranch | OverSsh | Folder, folder: Path, words: Words) -> Path | None:
    """What the place serves, put into a folder: the log goes on from it; where it is damaged, that is said."""
    try:
        return target.before(folder)
    except DamagedError as error:
        print(words.say(error.message), words.text("The log of changes begins anew."))
        return None


def _target(given: argparse.Namespace) -> GitBranch | OverSsh | Folder:
    """The place that is meant. Raises SetupError."""
    if given.target.startswith("git:"):
        if found := git_branch.A_BRANCH.fullmatch(given.target):
            return GitBranch(given.root, given.remote, found["branch"])
        raise UsageError(
            Phrase(N_("“{value}” is no branch."), {"value": given.target}),
            Phrase(N_("After git: comes the name of the branch, such as git:gh-pages.")),
        )
    if found := over_ssh.A_HOST.fullmatch(given.target):
        return OverSsh(found["host"], found["folder"])
    folder = Path(given.target)
    if given.target.startswith("~") or (":" in given.target.partition("/")[0] and not folder.drive):
        raise UsageError(
            Phrase(N_("“{value}” is neither a folder nor a folder of a host."), {"value": given.target}),
            Phrase(
                N_(
                    "Over SSH, write host:folder, user@host:/folder or [2001:db8::1]:/folder, without ~ and ssh://;"
                    " put ./ before a folder of this computer whose name is such."
                )
            ),
        )
    return Folder(folder)


def _refuse_uncommitted(root: Path) -> None:
    """Raise SetupError where git has no copy of what is to be published; outside git nobody can tell."""
    if changed := [path for path in uncommitted(root, _MADE_OF) or () if _counts(path)]:
        shown = [*changed[:_MOST_NAMES], *(["…"] if len(changed) > _MOST_NAMES else [])]
        raise SetupError(
            Phrase(N_("Git has no copy of what would be published: {files}."), {"files": shown}),
            Phrase(N_("Commit it, then publish: so it is known what was published.")),
        )


def _counts(path: str) -> bool:
    """Whether a file is anybody's: what systems leave behind in content/ is not read."""
    return path.startswith(f"{PUBLIC}/") or not is_left_behind(path.rpartition("/")[2])


def _published(target: GitBranch | OverSsh | Folder, out: Path, manifest: Manifest, given: argparse.Namespace) -> Done:
    if changed := [*compared(SiteFolder(out), manifest)]:
        raise SetupError(
            Phrase(
                N_("{folder} is not as it was built: {files}."), {"folder": str(out), "files": changed[:_MOST_NAMES]}
            ),
            Phrase(N_("Remove it, and publish again.")),
        )
    if isinstance(target, GitBranch):
        if given.erase:
            raise UsageError(
                Phrase(N_("A branch keeps in its history all that was published.")),
                Phrase(N_("Publish without --erase, then write the history anew: the guide says how.")),
            )
        return target.publish(out, manifest, moves=given.new_address)
    return publish_release(target, out, manifest, kept=given.keep, moves=given.new_address, erases=given.erase)


def _said(done: Done, target: str, words: Words) -> str:
    if done.is_new:
        return words.text("Published: {target} serves {release}", target=target, release=done.release)
    return words.text("Nothing has changed: {target} serves {release}", target=target, release=done.release)
