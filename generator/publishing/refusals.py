"""Why a site is not put into a place: what is there is another's, of another address, or was put there by hand."""

from collections.abc import Collection, Mapping
from pathlib import Path

from generator.output.ownership import Manifest, refusal
from generator.output.paths import MANIFEST, OTHERS
from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_MOST_NAMES = 5


def refuse_another(
    target: str, before: Manifest | None, there: Collection[str], after: Manifest, *, moves: bool
) -> None:
    """Raise SetupError where what is `there`, by its paths, is not a site of ours for the same address.

    `before` is its manifest, if it is one of ours; with `moves`, the site may have another address.
    """
    found = sorted({*there} - {MANIFEST, *OTHERS})
    if before is None:
        if found:
            raise refusal(Path(target))
        return
    if strays := [path for path in found if path not in before.hashes]:
        raise SetupError(
            Phrase(N_("In {target} lie files that Vetrina did not put there: {files}."), _few(target, strays)),
            Phrase(N_("Put them into public/ beside content/, from where they are published, or remove them there.")),
        )
    old, new = before.inputs.get("address"), after.inputs.get("address")
    if old and old != new and not moves:
        raise SetupError(
            Phrase(
                N_("{target} has the site of {old}; this one is for {new}."), {"target": target, "old": old, "new": new}
            ),
            Phrase(N_("Publish it elsewhere; if the site has moved, say so with --new-address.")),
        )


def refuse_damaged(release: str, manifest: Manifest, found: Mapping[str, str]) -> None:
    """Raise SetupError where a release, of whose files these hashes were `found`, is not what its manifest says."""
    differ = sorted(
        path for path in manifest.hashes.keys() | found.keys() if manifest.hashes.get(path) != found.get(path)
    )
    if differ or not manifest.is_whole:
        raise SetupError(
            Phrase(
                N_("{target} is not as it was published: {files}. It is not served."),
                _few(release, differ or [MANIFEST]),
            ),
            Phrase(N_("Build the content as it was, and publish that.")),
        )


def nothing_before(target: str) -> SetupError:
    """That there is nothing to go back to."""
    return SetupError(
        Phrase(N_("{target} has no publication before this one."), {"target": target}),
        Phrase(N_("Build the content as it was, and publish that.")),
    )


def _few(target: str, paths: list[str]) -> dict[str, object]:
    shown = paths[:_MOST_NAMES]
    return {"target": target, "files": [*shown, *(["…"] if len(paths) > len(shown) else [])]}
