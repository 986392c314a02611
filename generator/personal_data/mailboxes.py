"""Mailboxes, in the spellings that hide them from machines too; whether one is an office's."""

import re
from collections.abc import Iterator

from generator.personal_data.text_windows import windows

_AT = r"\s?(?:\\?@|[(\[{<]\s?(?i:at?|et|chiocciola|@)\s?[)\]}>])\s?|\s(?:at|AT|chiocciola)\s"
_DOT = r"\.|\s\.\s|\s?[(\[{]\s?(?i:dot|punto|\.)\s?[)\]}]\s?|\s(?:dot|DOT|punto)\s"
_MAILBOX = re.compile(rf"(?:[\w+-]+(?:{_DOT}))*[\w.+-]*\w(?:{_AT})\w[\w-]*(?:(?:{_DOT})\w[\w-]*)+")
_SPELT_AT, _SPELT_DOT = re.compile(_AT), re.compile(_DOT)
_BEFORE, _AFTER = 80, 120
"""Signs around it in which its name and its host stand."""
_TOP_LEVEL = re.compile(r"[^\W\d_]{2,}$")
_BY_LANGUAGE = {
    "it": """accessibilita affari amministrazione archivio ateneo biblioteca brevetti centralino centro comune
    comunicazione contatti cooperazione cultura didattica dip dipartimento direttore direttrice direzione europa eventi
    formazione gare generale generali impresa imprese innovazione internazionale internazionali laboratorio
    missione museo orientamento partecipazione pec posta postacertificata presidente presidenza preside progetti
    prorettore prorettrice protocollo provincia redazione regione relazioni rettorato rettore rettrice ricerca
    rpd scuola segnalazioni segreteria servizi servizio sindaca sindaco sostenibilita sportello stampa studenti
    territorio terza tirocini trasferimento trasparenza ufficio uffici unita universita urp valorizzazione""",
    "en": """accessibility admissions alumni careers contact dean director dpo editor events help helpdesk info
    international job library mayor media news noreply off office patents placement press privacy programme public
    ranking rector reply report research service services social spin startup support transfer tto webmaster""",
    "de": """anfrage archiv bibliothek buero datenschutz dekanat empfang fakultaet forschung institut kanzlei
    kommunikation kontakt oeffentlichkeitsarbeit poststelle presse pressestelle rektorat sekretariat stabsstelle
    veranstaltungen verwaltung wissenstransfer zentrale""",
    "fr": """accessibilite accueil administration bibliotheque bureau communication courrier culture direction
    documentation evenements mediatheque musee partenariats presidence recherche rectorat scolarite secretariat
    valorisation""",
}
_FIRST_NAMES = frozenset(
    """alberto alessandra alessandro alessia alessio alice andrea angela angelo anna annamaria antonella antonio
    arianna barbara beatrice bruno carla carlo caterina chiara claudia claudio cristina daniela daniele dario
    davide debora domenico donatella elena eleonora elisa elisabetta emanuela emanuele enrico erica fabio
    fabrizio federica federico filippo francesca francesco franco gabriele gabriella giacomo gianluca gianni
    giorgia giorgio giovanna giovanni giulia giuliano giulio giuseppe giuseppina ilaria irene ivan jessica john
    laura leonardo lorenzo luca lucia luciano luigi luisa manuela marco margherita maria mariangela mario marta
    martina massimo matteo maurizio mauro michela michele monica nicola nicoletta paola paolo patrizia peter
    piero pietro raffaele raffaella riccardo rita roberta roberto rosanna salvatore sandra sara sergio silvia
    simona simone sofia stefania stefano teresa thomas tommaso umberto valentina valeria valerio vincenzo
    walter""".split()
)
"""Of persons: no mailbox with one is an office's, whatever else its name says."""
ROLE_WORDS = tuple(sorted({word for words in _BY_LANGUAGE.values() for word in words.split()}))
"""The words by which a mailbox of an office is known, in whatever language its site is."""
_ROLES = re.compile(f"(?:{'|'.join(ROLE_WORDS)})+")
"""One of them, or several run together: `ufficiostampa`."""
_ANYBODYS = frozenset(
    """alice aol email fastwebnet gmail gmx googlemail hotmail icloud inwind iol libero live me msn outlook pm proton
    protonmail tim tin tiscali vodafone virgilio yahoo ymail""".split()
)
"""Where everybody can have a mailbox: only one whose every word is an office's is taken for an office's there."""


def mailboxes(text: str) -> Iterator[str]:
    """Every mailbox of a person in a text, as it is spelt there."""
    for match in (found for few in windows((_SPELT_AT,), text, _BEFORE, _AFTER) for found in _MAILBOX.finditer(few)):
        address = _SPELT_DOT.sub(".", _SPELT_AT.sub("@", match[0], count=1))
        is_spelt = "@" not in match[0]
        if not _TOP_LEVEL.search(address) or (is_spelt and "." not in address.partition("@")[0]):
            continue
        if not is_role_mailbox(address):
            yield match[0].strip()


def is_role_mailbox(address: str) -> bool:
    """Whether an address names an office or a role: as many of its words as not, at a host of everybody's all; and no
    person by the first name."""
    name, _, host = address.lower().partition("@")
    words = [word for word in re.split(r"[._-]", name) if word]
    if _FIRST_NAMES.intersection(words):
        return False
    roles = [word for word in words if _ROLES.fullmatch(word)]
    others = len(words) - len(roles)
    return bool(roles) and others <= (0 if _ANYBODYS & {*host.split(".")[:-1]} else len(roles))
