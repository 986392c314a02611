"""The records of the made-up site, kind by kind, with relations such as real ones have."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from random import Random

from benchmarks.corpus.files import Facts, Files
from benchmarks.corpus.words import AUDIENCES, BODIES, HERE, PEOPLE, TOPICS, TOWNS, UNIVERSITIES, Said
from generator.kinds.agreement_forms import FORMS as AGREEMENT_FORMS
from generator.kinds.event_words import FORMS as EVENT_FORMS
from generator.kinds.initiative import FORMS as INITIATIVE_FORMS
from generator.kinds.initiative_states import STATES
from generator.kinds.network import FORMS as NETWORK_FORMS

EDITIONS = 20
_BEGINNING, _DAYS = datetime.date(2014, 1, 10), 4690  # to the day of the tests
_LEFT_OUT = ("effective_on", "renewal", "value", "act", "signatories", "duration", "signed_on")
_ONLY_SIGNED = ("signatories", "signed_on")
_NAMED, _CHANGED = 4, 9
"""Of so many undertakings one has a partner that its source only names, and one has changed since."""
INTRODUCED = {
    "agreements": ("Che cos’è un’intesa", "What an accord is"),
    "initiatives": ("Che cos’è un laboratorio", "What a workshop is"),
    "organisations": ("Chi sta qui", "Who is here"),
}
"""The lists that say at their head what their records are."""


def both(it: str, en: str) -> Said:
    """A text in both languages."""
    return {"it": it, "en": en}


class Records:
    """All records, written by `files`; `number` says how many a kind has."""

    def __init__(self, files: Files, dice: Random, subjects: Iterator[Said], number: Callable[[str], int]) -> None:
        self.files, self.dice, self.subjects, self.number = files, dice, subjects, number
        self.universities: list[str] = []
        self.partners: list[str] = []
        self.people = _ids("persona", number("people"))
        self.places = _ids("comune", number("places"))
        self.areas = _ids("area", number("areas"))
        files.sources = _ids("fonte", number("sources"))
        files.leads_to = "organisations/ente-000"

    def write(self) -> None:
        """Write all of them, always in the same order."""
        self._organisations()
        self._sources()
        self._people()
        self._plan()
        self._places()
        self._undertakings()
        self._events()
        self._agreements()
        self._networks_and_calls()
        self._indicators()
        self._introductions()

    def _organisations(self) -> None:
        ids = _ids("ente", self.number("organisations"))
        last = min(len(UNIVERSITIES), max(1, len(ids) // 4))
        self.universities, self.partners = ids[:last], ids[last:]
        for at, id_ in enumerate(ids):
            town, body = TOWNS[at % len(TOWNS)], at - last
            nature = "university" if body < 0 else list(BODIES)[body % len(BODIES)]
            named = UNIVERSITIES[at] if body < 0 else BODIES[nature][at // len(BODIES) % len(BODIES[nature])]
            facts: Facts = {"title": named.format(town=town) + HERE[at // len(TOWNS) % len(HERE)], "nature": nature}
            facts |= {"part_of": self.dice.choice(self.universities)} if nature == "university-centre" else {}
            self.files.told(
                "organisations", id_, facts | ({"town": self.places[at % len(self.places)]} if at % 3 else {})
            )

    def _sources(self) -> None:
        forms = ("press-release", "web-page", "article", "notice")
        for at, id_ in enumerate(self.files.sources):
            said = next(self.subjects)["it"]
            facts: Facts = {"title": f"Notizie {at}: {said}, con le parole di chi c’era e di chi no"}
            publisher = {"publisher": self.dice.choice(self.universities)}
            facts |= publisher if at % 4 else {"publisher_name": "Il Corriere delle Nuvole"}
            facts |= {"date": self._day()} if at % 6 else {"not_stated": ["date"]}
            facts |= {"language": "it", "url": f"https://corriere.example/{at}", "form": forms[at % len(forms)]}
            self.files.bare("sources", id_, facts, cites=False)

    def _people(self) -> None:
        for at, id_ in enumerate(self.people):
            role: Facts = {"title": both("guardiana delle lanterne", "keeper of the lanterns")}
            role |= {"source": self.files.sources[0], "attested_on": "2025-05"}
            role["organisation"] = self.dice.choice(self.universities)
            self.files.told("people", id_, {"title": PEOPLE[at % len(PEOPLE)], "roles": [role]})

    def _plan(self) -> None:
        body, macro = self.universities[0], ("citta", "saperi", "persone")
        areas = [{"id": id_, "name": id_.capitalize()} for id_ in macro]
        facts = {"title": "Piano dei passi leggeri", "body": body, "since": "2024", "until": "2030"}
        self.files.told("plans", "piano", {**facts, "macro_areas": areas}, "Plan of light steps", everywhere=True)
        for at, id_ in enumerate(self.areas):
            said = next(self.subjects)
            area = {"title": f"Area {at + 1}: {said['it']}", "plan": "piano", "macro_area": macro[at % 3]}
            self.files.told("areas", id_, area, f"Area {at + 1}: {said['en']}")
        programme = {"title": "Porte aperte", "promoter": body, "start": "2016", "not_stated": ["end"]}
        self.files.told("programmes", "porte-aperte", programme, "Open doors", everywhere=True)

    def _places(self) -> None:
        for at, id_ in enumerate(self.places):
            town = TOWNS[at % len(TOWNS)]
            named = town if at < len(TOWNS) else f"{town} {at // len(TOWNS) + 1}"
            self.files.bare("places", id_, {"title": named, "form": "municipality"})

    def _undertakings(self) -> None:
        for at, id_ in enumerate(_ids("iniziativa", self.number("initiatives"))):
            said, town = next(self.subjects), self.dice.choice(TOWNS)
            facts: Facts = {"title": f"Laboratorio {at + 1} di {town} per {said['it']}"}
            facts |= self._undertaking(at) | {"form": self._any(INITIATIVE_FORMS.options)}
            facts["places"] = [self.places[at % len(self.places)]]
            if not at:
                facts |= {"title": "Premio Candela", "form": "award", "editions": self._editions()}
            english = "Candle Award" if not at else f"Workshop {at + 1} of {town} for {said['en']}"
            self.files.told("initiatives", id_, self._classified(facts), english)
        for at, id_ in enumerate(_ids("cantiere", self.number("cantieri"))):
            said = next(self.subjects)
            facts = {"title": f"Cantiere {at + 1} per {said['it']}", "theme": said}
            self.files.told("cantieri", id_, facts | self._undertaking(at), f"Cantiere {at + 1} for {said['en']}")

    def _undertaking(self, at: int) -> Facts:
        facts: Facts = {"state": self._any(STATES.options), "promoter": self.dice.choice(self.universities)}
        facts["partners"] = [{"organisation": one} for one in self.files.some(self.partners, 3)]
        if at % _NAMED == 1:
            facts["partners"][-1]["relation"] = "named"
        if at % _CHANGED == 1:
            facts["notice"] = {"on": "2026-05", "text": both("La sede è un’altra.", "The premises are others.")}
        start = self._day()[:4] if at % 5 else ""
        facts |= {"start": start} if start and facts["state"] != "announced" else {"not_stated": ["start"]}
        return facts if at % 3 else {**facts, "programme": "porte-aperte"}

    def _editions(self) -> list[Facts]:
        editions = []
        for at in range(EDITIONS):
            said = next(self.subjects)
            edition: Facts = {
                "year": str(2005 + at),
                "number": str(at + 1),
                "theme": said,
                "submitted": str(20 + 3 * at),
            }
            named = [f"Fiammella {at}.{one}" for one in range(1 + at % 7)]
            projects = [{"name": name, "subject": next(self.subjects)} for name in named]
            edition |= {"funded": str(len(projects)), "amount": f"{9000 * at} EUR"}
            editions.append({**edition, "projects": projects})
        return editions

    def _events(self) -> None:
        for at, id_ in enumerate(_ids("evento", self.number("events"))):
            said = next(self.subjects)
            facts: Facts = {"title": f"Serata {at + 1} con {said['it']}"}
            facts |= {"form": self._any(EVENT_FORMS.options), "organisers": self.files.some(self.universities, 2)}
            facts |= {"initiative": "iniziativa-000", "places": [self.places[at % len(self.places)]]}
            facts |= {"starts": f"{self._day(400)} 18:30", "cost": "0 EUR"}
            self.files.told("events", id_, self._classified(facts), f"Evening {at + 1} with {said['en']}")

    def _agreements(self) -> None:
        for at, id_ in enumerate(_ids("accordo", self.number("agreements"))):
            said, body = next(self.subjects), self.dice.choice(self.partners)
            facts: Facts = {"title": f"Intesa {at + 1} tra atenei, imprese ed enti per {said['it']}"}
            facts |= {"form": self._any(AGREEMENT_FORMS.options), "stage": "signed" if at % 8 else "announced"}
            facts["parties"] = [*(self.universities[:1] if at % 3 else self.files.some(self.universities, 3)), body]
            facts["announced_on" if not at % 8 else "signed_on"] = self._day()
            if at % 3:
                facts |= {"duration": f"{1 + at % 6} years", "plan_areas": self.files.some(self.areas, 2)}
            if not at % 5:
                facts |= {"renewal": "possible", "value": f"{1000 * at} EUR"}
            if at % 8 and not at % 3:
                who = {"person": self.dice.choice(self.people), "on_behalf_of": facts["parties"][0]}
                facts |= {"signatories": [who], "act": {"body": body, "number": f"{at + 1}/2025", "on": self._day()}}
            not_required = () if at % 8 else _ONLY_SIGNED
            left_out = [name for name in _LEFT_OUT if name not in facts and name not in not_required]
            english = f"Accord {at + 1} of universities, companies and bodies on {said['en']}"
            self.files.told("agreements", id_, self._classified(facts | {"not_stated": left_out}), english)

    def _networks_and_calls(self) -> None:
        for at, id_ in enumerate(_ids("rete", self.number("networks"))):
            facts: Facts = {"title": f"Rete {at + 1} delle lanterne", "form": self._any(NETWORK_FORMS.options)}
            facts |= {"coordinator": self.universities[0], "founders": self.files.some(self.partners, 5)}
            members = [one for one in self.files.some(self.partners, 12) if one not in facts["founders"]]
            facts |= {"members": members} if members else {"not_stated": ["members"]}
            if facts["form"] == "technology-cluster":
                facts |= {"recognition": {"state": "under-way"}}
            self.files.told("networks", id_, facts, f"Network {at + 1} of lanterns")
        for at, id_ in enumerate(_ids("bando", self.number("calls"))):
            facts = {"title": f"Bando {at + 1} per le candele", "issued_by": self.dice.choice(self.universities)}
            opens = _BEGINNING + datetime.timedelta(_DAYS - 60 - 20 * at)
            facts |= {"opens_on": opens.isoformat(), "deadline": (opens + datetime.timedelta(90)).isoformat()}
            facts |= {"not_stated": ["budget"], "official_url": f"https://bandi.example/{at}"}
            self.files.told("calls", id_, facts, f"Call {at + 1} for candles")

    def _indicators(self) -> None:
        for at, id_ in enumerate(_ids("conto", self.number("indicators"))):
            series = [{"period": str(year), "value": f"~ {year * (at + 1)}"} for year in range(2016, 2026)]
            facts: Facts = {"title": f"Lanterne accese, conto {at + 1}", "about": "initiatives/iniziativa-000"}
            facts["unit"] = both("lanterne", "lanterns")
            facts["series"] = [{**one, "source": self.dice.choice(self.files.sources)} for one in series]
            self.files.told("indicators", id_, facts, f"Lanterns lit, count {at + 1}")

    def _introductions(self) -> None:
        for folder, title in INTRODUCED.items():
            self.files.introduced(folder, both(*title))

    def _day(self, more: int = 0) -> str:
        """A day since the beginning, or among so many about the day of the tests."""
        since = self.dice.randrange(_DAYS) if not more else _DAYS - more // 2 + self.dice.randrange(more)
        return (_BEGINNING + datetime.timedelta(since)).isoformat()

    def _any(self, choices: Iterable[str]) -> str:
        return self.dice.choice(list(choices))

    def _classified(self, facts: Facts) -> Facts:
        told = {"topics": self.files.some(list(TOPICS), 2), "audiences": self.files.some(list(AUDIENCES), 1)}
        return {**facts, **told, "classification": "editorial"}


def _ids(word: str, number: int) -> list[str]:
    width = 3 if word in ("ente", "fonte", "iniziativa", "accordo") else 2
    return [f"{word}-{at:0{width}}" for at in range(number)]
