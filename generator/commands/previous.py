"""The publication before, in a folder or at its address."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.words import Words


@contextmanager
def publication_before(given: Path | str | None, words: Words) -> Iterator[Path | None]:
    """The folder of the publication before; what was fetched from an address is gone afterwards. Raises SetupError."""
    if given is None or isinstance(given, Path):
        yield given
        return
    from generator.publishing.before import take  # most builds ask nobody
    from generator.publishing.public_site import PublicSite

    site = PublicSite(given)
    with tempfile.TemporaryDirectory(prefix="vetrina-") as folder:
        found = take(site.name, site.read, Path(folder))
        if found is None:
            told = words.text(
                "{site} shows no publication of Vetrina’s yet: with this one the log of changes begins.", site=site.name
            )
            print(told)
        yield found
