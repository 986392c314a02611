"""The words by which the mailbox of an office or a role is known, by language; an owner may have others."""

import re
from collections.abc import Collection

_BY_LANGUAGE = {
    "it": """accessibilita amministrazione archivio ateneo biblioteca centralino comunicazione contatti cooperazione
    direzione dipartimento europa eventi formazione impresa imprese internazionale orientamento partecipazione
    postacertificata presidenza progetti protocollo relazioni relazionimedia rettorato ricerca rpd scuola segnalazioni
    segreteria servizi servizio sostenibilita sportello stampa territorio terzamissione trasferimento trasparenza
    ufficio uffici unita urp valorizzazione""",
    "en": """contact dpo events info international library media museo news office placement press privacy programme
    public ranking report research social support transfer webmaster""",
    "de": """archiv anfrage bibliothek buero datenschutz dekanat empfang fakultaet forschung gleichstellung institut
    kanzlei kommunikation kontakt museum oeffentlichkeitsarbeit poststelle presse pressestelle rektorat sekretariat
    service stabsstelle veranstaltungen verwaltung wissenstransfer zentrale""",
    "fr": """accessibilite accueil administration bibliotheque bureau cabinet communication courrier culture direction
    documentation evenements formation international mediatheque musee partenariats presidence presse recherche
    rectorat scolarite secretariat valorisation""",
}
OFFICES = frozenset(word for words in _BY_LANGUAGE.values() for word in words.split())
"""All of them: whose mailbox it is does not depend on the language of a page."""


def is_of_an_office(address: str, others: Collection[str] = ()) -> bool:
    """Whether a mailbox names an office or a role: at least one of its words does."""
    return any(word in OFFICES or word in others for word in re.split(r"[._-]", address.lower().partition("@")[0]))
