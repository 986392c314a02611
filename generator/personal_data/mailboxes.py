"""Mailboxes, in the spellings that hide them from machines too; whether one is an office's."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from unicodedata import combining, normalize

from generator.personal_data.person_names import NAMES_OF_THEMES, PERSON_NAMES, SURNAMES_OF_OFFICES

_WORDLIKE = r"\s(?:[ae]t|[AE]T)\s|[_-](?:at|AT)[_-](?=[\w-]{1,63}\.)|\s\\?@(?=\w)|\s[(\[{<]\s?[aA]\s?[)\]}>]\s"
"""What stands for “@”, and stands between words as well."""
_BESIDE = r"[«»‹›“”„\"'‘’|*~=#¦_–—-]"
"""Signs that set such a word apart, as brackets do."""
_DOT_APART = rf"{_BESIDE}\s?(?i:dot|punto)\s?{_BESIDE}"
_AT = (
    rf"{_WORDLIKE}|[_-](?i:at)[_-](?=[^\W_]{{1,63}}{_DOT_APART})"
    rf"|\s{_BESIDE}\s?(?i:at)\s?{_BESIDE}\s|\s?(?![_-]){_BESIDE}\s?(?i:at)\s?(?![_-]){_BESIDE}\s?"
    r"|\s?(?:\\?@|[(\[{<]\s?(?i:at?|et|chiocciol(?:a|ina)|@)\s?[)\]}>])\s?"
    rf"|(?:\s|\s?{_BESIDE}\s?)(?i:chiocciol(?:a|ina))(?:\s|\s?{_BESIDE}\s?)"
)
_DOT = rf"\.|\s\.\s|\s?[(\[{{]\s?(?i:dot|punto|\.)\s?[)\]}}]\s?|\s(?:dot|DOT|punto)\s|\s?{_DOT_APART}\s?"
_TOD = (
    r"\s\.\s|\s?[)\]}]\s?(?i:tod|otnup|\.)\s?[(\[{]\s?|\s(?:tod|TOD|otnup)\s"
    rf"|\s?{_BESIDE}\s?(?i:tod|otnup)\s?{_BESIDE}\s?"
)
"""The same, spelt backwards."""
_EMAN = re.compile(
    rf"""\w[\w.+-]*(?:(?:{_TOD})[\w.+-]+)*|["”»][^"“”«»@\n]{{1,64}}["“«]|[)\]}}][^()\[\]{{}}@\n]{{1,150}}[(\[{{]"""
)
"""A name, read backwards from its “@”: so each sign of a long row is read a few times, and no more."""
_PART_NAMES = re.compile(r"[\s,;|/]+")
"""Between the names of a group that shares a host: `{anna.verdi, mario.rossi}@…`."""
_LABEL = r"[^\W_](?:[^\W_]|-){0,62}"
_HOSTED = re.compile(rf"{_LABEL}(?:(?:{_DOT}){_LABEL}){{0,8}}(?:{_DOT})[^\W_]{{1,63}}")
_BETWEEN_WORDS, _SPELT_AT, _SPELT_DOT = re.compile(_WORDLIKE), re.compile(_AT), re.compile(_DOT)
_BEFORE = 160
"""Signs before it in which its name stands."""
_HOST = re.compile(r"\.(?:ch|com|de|edu|eu|fr|it|net|org|uk)$")
"""The end of what is a host, after which “et” and “at” are words."""
_TOP_LEVEL = re.compile(r"[^\W\d_]{2,}$")
_BY_LANGUAGE = {
    "it": """accessibilita accoglienza affari agenda amministrazione archivio assicurazione ateneo bandi
    benvenuti biblioteca borse brevetti campus centralino centro citta collaborazioni comitato comune comunicazione
    concorsi consigliera consigliere consiglio contatti convegni convenzioni cooperazione corsi cug cultura cus
    didattica dip dipartimenti
    dipartimento direttore direttrice direzione divulgazione dottorati dottorato erasmus europa eventi
    festival fiducia fondazione formazione gare generale generali impresa imprese inclusione incubatore innovazione
    internazionale internazionali iscrizioni laboratori laboratorio lauree master missione mobilita mostre
    musei museo newsletter nucleo orientamento orto osservatorio partecipazione pec polo portale posta
    postacertificata preside presidente presidenza progetti prorettore prorettrice protocollo provincia radio
    rassegna redazione regione relazioni rettorato rettore rettrice ricerca risorse rpd sbn scienza scienze
    scuola segnalazioni segreteria seminari servizi servizio sindaca sindaco sistema sistemi sostenibilita
    sport sportello stampa statistica studenti studi teatro territorio terza tirocini trasferimento trasparenza
    tutorato uffici ufficio unita universita urp valorizzazione valutazione volontariato""",
    "en": """accessibility admin admissions alumni careers city contact dean director dpo editor
    events feedback fellowship fellowships foundation fundraising hello help helpdesk hub incubator info
    innovation international job knowledge lab labs legal library marketing mayor media news noreply off
    office open outreach partnership partnerships patents placement podcast press privacy programme project
    projects public ranking rector relations reply report research science secretary security service services
    smart social spin startup study summer support team training transfer tto volunteers web webmaster welcome""",
    "de": """anfrage archiv bibliothek buero datenschutz dekanat empfang fakultaet forschung institut kanzlei
    kommunikation kontakt oeffentlichkeitsarbeit poststelle presse pressestelle rektorat sekretariat stabsstelle
    veranstaltungen verwaltung wissenstransfer zentrale""",
    "fr": """accessibilite accueil administration bibliotheque bureau communication courrier culture direction
    documentation evenements mediatheque musee partenariats presidence recherche rectorat scolarite secretariat
    valorisation""",
}
_OF_MANY = ("biblio[a-z]*", "(?:circoscrizione|municipio|quartiere)[0-9]*")
"""Of which there are many: libraries name their subject, districts have a number."""
ROLE_WORD = "|".join((*_OF_MANY, *sorted({word for words in _BY_LANGUAGE.values() for word in words.split()})))
"""The words by which a mailbox of an office is known, in any language."""
_ROLES = re.compile(f"(?:{ROLE_WORD})+")
"""One of them, or several run together: `ufficiostampa`."""
_ANYBODYS = frozenset(
    """alice aol email fastwebnet gmail gmx googlemail hotmail icloud inwind iol libero live me msn outlook pm proton
    protonmail tim tin tiscali vodafone virgilio yahoo ymail""".split()
)
"""Where everybody can have a mailbox: only one whose every word is an office's is taken for an office's there."""
_PRESS = re.compile(
    r"stampa(?![a-z])|(?<![a-z])press(?:e|estelle|office)?(?![a-z])|rassegna|(?<!multi)media(?![a-z])|mediarelations"
)


_SHORTEST, _LONGEST = 3, 10
"""The letters of an acronym that is told from a word."""
_FEWEST_OF_A_TITLE = 6


def mailboxes(text: str) -> Iterator[str]:
    """Every mailbox of a person in a text, as it is spelt there."""
    end = 0
    for at in _SPELT_AT.finditer(text):
        after = _HOSTED.match(text, at.end())
        before = _EMAN.match(text[max(end, at.start() - _BEFORE) : at.start()][::-1]) if after else None
        if not after or not before:
            continue
        name, host = _SPELT_DOT.sub(".", before[0][::-1]), _SPELT_DOT.sub(".", after[0])
        names = _PART_NAMES.split(name[1:-1].strip()) if name[0] in "([{" else [name]
        if _BETWEEN_WORDS.match(text, at.start()) and ("." not in name or _HOST.search(name)):
            continue
        end = after.end()
        if _TOP_LEVEL.search(host) and not all(is_role_mailbox(f"{one}@{host}") for one in names):
            yield text[at.start() - before.end() : end].strip()


def is_role_mailbox(address: str) -> bool:
    """Whether an address names an office or a role: as many of its words as not, at a host of everybody's all, or the
    host itself; and no person by the first name or the surname."""
    name, _, host = address.lower().partition("@")
    words = [word for word in re.split(r"[^\w+]|_", name) if word]
    if PERSON_NAMES.intersection(words) or _are_a_persons(words):
        return False
    roles = [word for word in words if _ROLES.fullmatch(word)]
    others = len(words) - len(roles)
    labels = host.split(".")[:-1]
    if not _ANYBODYS.isdisjoint(labels):
        return bool(roles) and not others
    return name in labels or (bool(roles) and others <= len(roles))


def _are_a_persons(words: Sequence[str]) -> bool:
    """Whether a word that offices and persons share stands beside a first name, or after its initial."""
    for before, after in pairwise(words):
        if after in SURNAMES_OF_OFFICES and (before in NAMES_OF_THEMES or (len(before) == 1 and before.isalpha())):
            return True
        if before in SURNAMES_OF_OFFICES and after in NAMES_OF_THEMES:
            return True
    return False


def may_be_an_acronym(address: str) -> bool:
    """Whether an address of no office may be that of a body, by its acronym: a short word that is no name we know, at a
    host of its own. Whether it is one, only who knows the body can tell."""
    name, _, host = address.lower().partition("@")
    is_short = name.isalpha() and _SHORTEST <= len(name) <= _LONGEST and name not in PERSON_NAMES
    return is_short and _ANYBODYS.isdisjoint(host.split("."))


def as_a_mailbox(title: str) -> str:
    """What the mailbox of a thing is called whose title is this: its letters; "" where there are few, or a name of a
    person is among its words.
    """
    words = re.findall("[a-z]+", "".join(sign for sign in normalize("NFKD", title.lower()) if not combining(sign)))
    name = "".join(words)
    return name if len(name) >= _FEWEST_OF_A_TITLE and not PERSON_NAMES.intersection(words) else ""


def is_for_the_press(address: str) -> bool:
    """Whether a mailbox names the office that answers journalists."""
    return bool(_PRESS.search(address.lower().partition("@")[0]))
