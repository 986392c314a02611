"""Invented words: towns, bodies, people and subjects that are nobody's."""

from collections.abc import Iterator
from itertools import product
from random import Random

Said = dict[str, str]
"""A text in Italian and in English."""

TOWNS = [
    f"{first}{second}"
    for second in ("lunaria", "storta", "piuma", "sorda", "vetrina", "di Mezzo", "allegra", "capovolta")
    for first in ("Rocca", "Monte", "Castel ", "Borgo", "Fonte", "Pieve ", "Torre", "Acqua")
]
_MOTHERS = ("nuvol", "sasso", "merl", "campanell", "gran", "carr", "fiocc", "ment")
PEOPLE = [
    f"{name} {surname}{of_the_mother}"
    for of_the_mother in ("", *(f" {name.capitalize()}{end}" for end in ("ini", "oni", "elli") for name in _MOTHERS))
    for surname in ("Calamaio", "Ombrelli", "Lanternini", "Setaccio", "Bussola")
    for name in ("Zeffira", "Ottorino", "Melusina", "Baldassarre")
]
BODIES: dict[str, tuple[str, ...]] = {
    "municipality": ("Comune di {town}",),
    "company": ("Officine {town}", "Lumaca Veloce {town}", "Telai e Ponti {town}"),
    "association": ("Amici della nebbia di {town}", "Coro stonato di {town}"),
    "ministry": ("Ministero delle Nuvole e delle Altre Faccende Passeggere, sede di {town}",),
    "foundation": ("Fondazione Gran Turchino di {town}",),
    "school": ("Scuola dei Venti di {town}",),
    "health-body": ("Azienda sanitaria immaginaria di {town}",),
    "research-body": ("Istituto per lo studio delle ombre di {town}",),
    "region": ("Regione {town}",),
    "cultural-body": ("Museo delle cose perdute di {town}",),
    "agency": ("Agenzia dei sentieri di {town}",),
    "public-body": ("Autorità dei ponti levatoi di {town}",),
    "university-centre": ("Laboratorio dei sentieri di {town}", "Centro per le cose leggere di {town}"),
}
HERE = ("", " Ponente", " Levante", " Alta", " Bassa")
"""Where in a town, for the bodies that are many there."""
UNIVERSITIES = ("Università di {town}", "Politecnico di {town}", "Libera Università degli Studi Immaginari di {town}")
SUBJECTS: tuple[tuple[str, str], ...] = (
    ("l’acqua", "water"),
    ("i boschi", "woods"),
    ("gli orti di quartiere", "neighbourhood gardens"),
    ("la musica per strada", "street music"),
    ("il riuso dei mulini", "the reuse of mills"),
    ("la cura delle lanterne e di chi le accende nelle sere di nebbia", "the care of lanterns and of who lights them"),
    ("le biblioteche viaggianti", "travelling libraries"),
    ("i tetti che raccolgono la pioggia", "roofs that gather the rain"),
)
TOPICS: dict[str, Said] = {
    "acqua": {"it": "acqua", "en": "water"},
    "boschi": {"it": "boschi", "en": "woods"},
    "musica": {"it": "musica", "en": "music"},
    "mulini": {"it": "mulini", "en": "mills"},
    "nebbia": {"it": "nebbia", "en": "fog"},
    "libri": {"it": "libri", "en": "books"},
}
AUDIENCES: dict[str, Said] = {
    "abitanti": {"it": "abitanti", "en": "residents"},
    "scuole": {"it": "scuole", "en": "schools"},
}


def subjects(dice: Random) -> Iterator[Said]:
    """Subjects without end, alone and then in pairs: "l’acqua", "l’acqua e i boschi"."""
    pairs = [(one, other) for one, other in product(SUBJECTS, SUBJECTS) if one < other]
    while True:
        for it, en in dice.sample(SUBJECTS, len(SUBJECTS)):
            yield {"it": it, "en": en}
        for (it, en), (other_it, other_en) in dice.sample(pairs, len(pairs)):
            yield {"it": f"{it} e {other_it}", "en": f"{en} and {other_en}"}


def fitting(text: str, limit: int) -> str:
    """A text no longer than `limit`, cut after a whole word."""
    return text if len(text) <= limit else text[: limit + 1].rsplit(" ", 1)[0]
