"""What is known of each record without opening it, as pages and rules ask for it."""

from collections.abc import Container, Iterator, Mapping

from generator.content.brief import Brief
from generator.fields.values import AnyRef
from generator.kinds.catalogue import BY_FOLDER
from generator.showcase.answers import Witness, every


class Briefs(Mapping[AnyRef, Brief]):
    """The brief of each record by its name; the `witness` sees of whom it is asked, and of which kinds there are."""

    def __init__(self, briefs: Mapping[AnyRef, Brief], witness: Witness) -> None:
        self._briefs, self._witness = briefs, witness

    def __getitem__(self, ref: AnyRef) -> Brief:
        self._witness.sees(str(ref))
        return self._briefs[ref]

    def __contains__(self, ref: object) -> bool:
        self._witness.sees(str(ref))
        return ref in self._briefs

    def __iter__(self) -> Iterator[AnyRef]:
        return iter(self.of(BY_FOLDER))

    def __len__(self) -> int:
        return len(self._briefs)

    def of(self, folders: Container[str]) -> list[AnyRef]:
        """The names of the records of some kinds, each kind by its folder."""
        self._witness.sees_all(every(folder) for folder in BY_FOLDER if folder in folders)
        return [ref for ref in self._briefs if ref.folder in folders]
