"""How many records of each kind the made-up site has, in which order they are written, and its settings."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.corpus.files import Files
from benchmarks.corpus.records import INTRODUCED, Records, both
from benchmarks.corpus.words import AUDIENCES, TOPICS, subjects

RECORDS, SEED, WORDS, BOTH = 500, 1, 300, 0.5
_FEWEST = 2
_SHARES = {"agreements": 0.25, "sources": 0.25, "organisations": 0.14, "people": 0.03, "events": 0.03}
_SHARES |= {"networks": 0.02, "calls": 0.02, "cantieri": 0.02, "indicators": 0.02, "places": 0.01}
"""Of every hundred records, how many are of a kind; initiatives are the rest, but for those below."""
_AREAS = (0.08, 36)
"""The areas of a plan, of which there is one: so many of a hundred, and no more than that."""
_NAVIGATION = (
    "programmes initiatives cantieri agreements networks calls events plans indicators organisations people sources"
)


@dataclass(frozen=True)
class Numbers:
    """The records of each kind, of so many together; a few at least of each, whatever is asked for."""

    records: int

    def of(self, folder: str) -> int:
        """How many a kind has."""
        if folder == "areas":
            return min(_AREAS[1], max(_FEWEST, round(_AREAS[0] * self.records)))
        if folder in ("plans", "programmes"):
            return 1
        if folder == "intros":
            return len(INTRODUCED)
        if folder in _SHARES:
            return max(_FEWEST, round(_SHARES[folder] * self.records))
        others = sum(map(self.of, ("areas", "plans", "programmes", "intros", *_SHARES)))
        return max(_FEWEST, self.records - others)


def write(folder: Path, records: int = RECORDS, seed: int = SEED, *, words: int = WORDS, both: float = BOTH) -> Path:
    """Write a valid site: the same records and the same seed give the same bytes.

    Texts have about `words` words; all records but sources and places have one, a share `both` in both languages.
    """
    dice = Random(seed)
    files = Files(folder / "content", dice, subjects(dice), words=words, both=both)
    Records(files, dice, subjects(dice), Numbers(records).of).write()
    _settings(files)
    return folder


def _settings(files: Files) -> None:
    files.yaml("site.yaml", {
        "title": "Finestra piena",
        "description": both("Atenei che non esistono, con molte schede.", "Universities that do not exist, full."),
        "languages": ["it", "en"],
        "base_url": "https://piena.example/",
        "owner": {"name": both("Atenei immaginari", "Imaginary universities"), "kind": "group"}
        | {"contact": "vetrina.ufficio@atenei.example"},
        "navigation": _NAVIGATION.split(),
        "home": {"figures": ["initiatives/iniziativa-000", "indicators/conto-00", "indicators/conto-01"]},
        "coverage": {
            "signed": "~ 20000",
            "as_of": "2026-11",
            "rule": both("Sono qui le intese di cui qualcuno ha detto.", "Here are the accords that somebody told of."),
        },
        "obligations": {
            "accessibility_url": "https://atenei.example/a",
            "privacy_url": "https://atenei.example/p",
            "data_protection_contact": "privacy.ufficio@atenei.example",
            "licence": {"title": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
    })  # fmt: skip
    for name, terms in (("topics", TOPICS), ("audiences", AUDIENCES)):
        entries = [{"id": id_, "label": label, "verified": "true"} for id_, label in terms.items()]
        facts = {"title": both(name, name), "version": "1", "source": "nessuna", "terms": entries}
        files.yaml(f"vocabularies/{name}.yaml", facts)
