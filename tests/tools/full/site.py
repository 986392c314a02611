"""The records of the made-up site, and the files they stand in."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import yaml

from generator.content.freshness import fingerprint
from generator.kinds.agreement import FORMS as AGREEMENT_FORMS
from generator.kinds.initiative import FORMS as INITIATIVE_FORMS
from generator.kinds.initiative import STATES
from generator.kinds.network import FORMS as NETWORK_FORMS
from tests.tools.full.words import AUDIENCES, BODIES, PEOPLE, TOPICS, TOWNS, UNIVERSITIES, Said, fitting, subjects

RECORDS, SEED = 300, 1
PLACES = 3
FEWEST = 2
SHARES = {"agreements": 0.4, "initiatives": 0.25, "organisations": 0.22}
SHARES |= dict.fromkeys(("networks", "calls", "people"), 0.03)
"""Of every hundred records, how many are of a kind; the rest are cantieri, indicators, a programme and a plan."""
EDITIONS = 20
SOURCES, AREAS = 0.6, 0.12
"""Beside each record, so many sources and areas of the plan."""
_VERIFIED, _BEGINNING = "2026-11-20", datetime.date(2014, 1, 10)
_DAYS = 4690  # from the beginning to the day of the tests
_LEFT_OUT = {"agreements": ("effective_on", "renewal", "value", "act", "signatories", "duration", "signed_on")}

Facts = dict[str, Any]


def write(folder: Path, records: int = RECORDS, seed: int = SEED) -> Path:
    """Write a valid site: the same records and the same seed give the same bytes."""
    _Site(folder, records, Random(seed)).write()
    return folder


class _Site:
    def __init__(self, folder: Path, records: int, dice: Random) -> None:
        self.content, self.dice, self.subjects = folder / "content", dice, subjects(dice)
        self.many = {kind: max(FEWEST, round(share * records)) for kind, share in SHARES.items()}
        self.some = max(FEWEST, (records - sum(self.many.values()) - 2) // 2)
        self.sources = [f"fonte-{number:03}" for number in range(max(FEWEST, round(SOURCES * records)))]
        self.areas = [f"area-{number:02}" for number in range(max(FEWEST, round(AREAS * records)))]
        self.universities: list[str] = []
        self.partners: list[str] = []

    def write(self) -> None:
        self._organisations()
        self._sources()
        self._people()
        self._plan()
        self._places()
        self._undertakings()
        self._agreements()
        self._networks_and_calls()
        self._indicators()
        self._settings()

    # --- kinds ---

    def _organisations(self) -> None:
        number = self.many["organisations"]
        universities = min(len(UNIVERSITIES), max(1, number // 4))
        for at in range(number):
            town = TOWNS[at % len(TOWNS)]
            nature = "university" if at < universities else list(BODIES)[(at - universities) % len(BODIES)]
            named = UNIVERSITIES[at] if at < universities else BODIES[nature][at // len(BODIES) % len(BODIES[nature])]
            id_ = f"ente-{at:03}"
            (self.universities if at < universities else self.partners).append(id_)
            facts: Facts = {"title": named.format(town=town), "nature": nature}
            self._file("organisations", id_, facts | ({"town": town} if at % 3 else {}))

    def _sources(self) -> None:
        forms = ("press-release", "web-page", "article", "notice")
        for at, id_ in enumerate(self.sources):
            said = next(self.subjects)["it"]
            facts: Facts = {"title": fitting(f"Notizie {at}: {said}, con le parole di chi c’era e di chi no", 90)}
            publisher = {"publisher": self.dice.choice(self.universities)}
            facts |= publisher if at % 4 else {"publisher_name": "Il Corriere delle Nuvole"}
            facts |= {"date": self._day()} if at % 6 else {"not_stated": ["date"]}
            facts |= {"language": "it", "url": f"https://corriere.example/{at}", "form": forms[at % len(forms)]}
            self._file("sources", id_, facts, cites=False)

    def _people(self) -> None:
        for at in range(self.many["people"]):
            role = {"title": _both("guardiana delle lanterne", "keeper of the lanterns"), "source": self.sources[0]}
            role |= {"organisation": self.dice.choice(self.universities), "attested_on": "2025-05"}
            self._file("people", f"persona-{at:02}", {"title": PEOPLE[at % len(PEOPLE)], "roles": [role]})

    def _plan(self) -> None:
        body, macro = self.universities[0], ("citta", "saperi", "persone")
        areas = [{"id": id_, "name": id_.capitalize()} for id_ in macro]
        facts = {"title": "Piano dei passi leggeri", "body": body, "since": "2024", "until": "2030"}
        self._texts("plans", "piano", {**facts, "macro_areas": areas}, "Plan of light steps")
        for at, id_ in enumerate(self.areas):
            said = next(self.subjects)
            area = {"title": f"Area {at + 1}: {said['it']}", "plan": "piano", "macro_area": macro[at % 3]}
            self._texts("areas", id_, area, f"Area {at + 1}: {said['en']}")
        programme = {"title": "Porte aperte", "promoter": body, "start": "2016", "not_stated": ["end"]}
        self._texts("programmes", "porte-aperte", programme, "Open doors")

    def _places(self) -> None:
        for number, town in enumerate(TOWNS[:PLACES]):
            facts: Facts = {"title": f"Sala grande di {town}", "municipality": town, "not_stated": ["address"]}
            self._file("places", f"sala-{number:02}", facts)

    def _undertakings(self) -> None:
        for at in range(self.many["initiatives"]):
            said, town = next(self.subjects), self.dice.choice(TOWNS)
            facts = {"title": fitting(f"Laboratorio {at + 1} di {town} per {said['it']}", 90)}
            facts |= self._undertaking(at) | {"form": self._any(INITIATIVE_FORMS.options)}
            facts["places"] = [f"sala-{at % PLACES:02}"]
            if not at:
                facts |= {"title": "Premio Candela", "form": "award", "editions": self._editions()}
            english = "Candle Award" if not at else fitting(f"Workshop {at + 1} of {town} for {said['en']}", 90)
            self._texts("initiatives", f"iniziativa-{at:03}", self._classified(facts), english)
        for at in range(self.some):
            said = next(self.subjects)
            facts = {"title": fitting(f"Cantiere {at + 1} per {said['it']}", 90), "theme": said} | self._undertaking(at)
            self._texts("cantieri", f"cantiere-{at:02}", facts, f"Cantiere {at + 1} for {said['en']}")

    def _undertaking(self, at: int) -> Facts:
        facts: Facts = {"state": self._any(STATES.options), "promoter": self.dice.choice(self.universities)}
        facts["partners"] = [{"organisation": one} for one in self._some(self.partners, 3)]
        facts |= {"start": self._day()[:4]} if at % 5 else {"not_stated": ["start"]}
        return facts if at % 3 else {**facts, "programme": "porte-aperte"}

    def _editions(self) -> list[Facts]:
        editions = []
        for at in range(EDITIONS):
            said = next(self.subjects)
            edition = {"year": str(2005 + at), "number": str(at + 1), "theme": said, "submitted": str(20 + 3 * at)}
            named = [f"Fiammella {at}.{one}" for one in range(1 + at % 7)]
            projects = [{"name": name, "subject": next(self.subjects)} for name in named]
            edition |= {"funded": str(len(projects)), "amount": f"{9000 * at} EUR"}
            editions.append({**edition, "projects": projects})
        return editions

    def _agreements(self) -> None:
        for at in range(self.many["agreements"]):
            said, body = next(self.subjects), self.dice.choice(self.partners)
            facts: Facts = {"title": fitting(f"Intesa {at + 1} tra atenei, imprese ed enti per {said['it']}", 90)}
            facts |= {"form": self._any(AGREEMENT_FORMS.options), "stage": "signed" if at % 8 else "announced"}
            facts["parties"] = [*(self.universities[:1] if at % 3 else self._some(self.universities, 3)), body]
            facts["announced_on" if not at % 8 else "signed_on"] = self._day()
            if at % 3:
                facts["duration"] = f"{1 + at % 6} years"
            if not at % 5:
                facts |= {"renewal": "possible", "value": f"{1000 * at} EUR"}
            not_required = () if at % 8 else ("signatories", "signed_on")
            left_out = [name for name in _LEFT_OUT["agreements"] if name not in facts and name not in not_required]
            english = fitting(f"Accord {at + 1} of universities, companies and bodies on {said['en']}", 90)
            self._texts("agreements", f"accordo-{at:03}", self._classified(facts | {"not_stated": left_out}), english)

    def _networks_and_calls(self) -> None:
        for at in range(self.many["networks"]):
            facts: Facts = {"title": f"Rete {at + 1} delle lanterne", "form": self._any(NETWORK_FORMS.options)}
            facts |= {"coordinator": self.universities[0], "founders": self._some(self.partners, 5)}
            facts |= {"members": self._some(self.partners, 12), "recognition": {"state": "under-way"}}
            self._texts("networks", f"rete-{at:02}", facts, f"Network {at + 1} of lanterns")
        for at in range(self.many["calls"]):
            facts = {"title": f"Bando {at + 1} per le candele", "issued_by": self.dice.choice(self.universities)}
            facts |= {"opens_on": "2026-09-01", "deadline": f"2026-12-{1 + at:02}", "not_stated": ["budget"]}
            facts["official_url"] = f"https://bandi.example/{at}"
            self._texts("calls", f"bando-{at:02}", facts, f"Call {at + 1} for candles")

    def _indicators(self) -> None:
        for at in range(self.some):
            series = [{"period": str(year), "value": f"~ {year * (at + 1)}"} for year in range(2016, 2026)]
            facts: Facts = {"title": f"Lanterne accese, conto {at + 1}", "about": "initiatives/iniziativa-000"}
            facts["unit"] = _both("lanterne", "lanterns")
            facts["series"] = [{**one, "source": self.dice.choice(self.sources)} for one in series]
            self._texts("indicators", f"conto-{at:02}", facts, f"Lanterns lit, count {at + 1}")

    def _settings(self) -> None:
        kinds = (
            "programmes initiatives cantieri agreements networks calls plans indicators organisations people sources"
        )
        self._yaml("site.yaml", {
            "title": "Finestra piena",
            "description": _both("Atenei che non esistono, con molte schede.", "Universities that do not exist, full."),
            "languages": ["it", "en"],
            "base_url": "https://piena.example/",
            "owner": {"name": _both("Atenei immaginari", "Imaginary universities"), "kind": "group"}
            | {"contact": "vetrina.ufficio@atenei.example"},
            "navigation": kinds.split(),
            "highlights": ["initiatives/iniziativa-000", "indicators/conto-00", "indicators/conto-01"],
            "obligations": {
                "accessibility_url": "https://atenei.example/a",
                "privacy_url": "https://atenei.example/p",
                "data_protection_contact": "privacy.ufficio@atenei.example",
                "licence": {"title": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
            },
        })  # fmt: skip
        for name, terms in (("topics", TOPICS), ("audiences", AUDIENCES)):
            entries = [{"id": id_, "label": label, "verified": "true"} for id_, label in terms.items()]
            facts = {"title": _both(name, name), "version": "1", "source": "nessuna", "terms": entries}
            self._yaml(f"vocabularies/{name}.yaml", facts)

    # --- what records share ---

    def _day(self) -> str:
        return (_BEGINNING + datetime.timedelta(self.dice.randrange(_DAYS))).isoformat()

    def _any(self, choices: Iterable[str]) -> str:
        return self.dice.choice(list(choices))

    def _some(self, ids: list[str], most: int) -> list[str]:
        return sorted(self.dice.sample(ids, min(len(ids), self.dice.randint(1, most))))

    def _classified(self, facts: Facts) -> Facts:
        told = {"topics": self._some(list(TOPICS), 2), "audiences": self._some(list(AUDIENCES), 1)}
        return {**facts, **told, "classification": "editorial"}

    # --- files ---

    def _texts(self, folder: str, id_: str, facts: Facts, english: str) -> None:
        """A record with words in both languages; every fifth has no summary."""
        summary = next(self.subjects) if self.dice.randrange(5) else {"it": "", "en": ""}
        said = {one: f"{summary[one].capitalize()}, {more}." for one, more in _MORE.items() if summary[one]}
        text = " ".join(f"{next(self.subjects)['it'].capitalize()} riunisce chi passa." for _ in range(12))
        it = {"title": facts["title"], "summary": said.get("it", "")}
        words = SimpleNamespace(short_title=it["title"], alt="", body=f"{text}\n", **it)
        en = {"title": english, "summary": said.get("en", ""), "translated_from": fingerprint(words)}
        self._file(folder, id_, facts | it, f"---\n{text}\n")
        self._yaml(f"{folder}/{id_}.en.md", en, "---\nThe same in English.\n")

    def _file(self, folder: str, id_: str, facts: Facts, text: str = "", *, cites: bool = True) -> None:
        """The facts of a record; each but a source rests on the first source and on others."""
        sources = sorted({self.sources[0], *self._some(self.sources, 3)}) if cites else []
        told = {**facts, "verified_on": _VERIFIED, "sources": [{"source": one} for one in sources]}
        self._yaml(f"{folder}/{id_}.{'md' if text else 'yaml'}", told, text)

    def _yaml(self, path: str, facts: Facts, text: str = "") -> None:
        stated = {key: value for key, value in facts.items() if value not in ("", [])}
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        written = yaml.safe_dump(stated, allow_unicode=True, sort_keys=False, width=1000)
        file.write_bytes(f"{'---' if text else ''}\n{written}{text}".lstrip().encode())


_MORE = {"it": "insieme a chi vive vicino e a chi studia lontano", "en": "with those who live near and study far"}


def _both(it: str, en: str) -> Said:
    return {"it": it, "en": en}
