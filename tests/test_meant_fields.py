"""Which field is meant by a word that names none: what fields are called comes before how they are spelt."""

import pytest

from generator.content.meant_field import meant_field
from generator.kinds.agreement import Agreement
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.event import Event
from generator.kinds.place import Place
from generator.problems.as_text import hint
from generator.problems.mend import KeyMend
from generator.words import words_for
from tests.harness import SiteTest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pubblico", "audiences"),
        ("tag", "topics"),
        ("argomenti", "topics"),
        ("parole_chiave", "topics"),
        ("luogo", "places"),
        ("sede", "places"),
        ("venue", "places"),
        ("iscrizioni", "booking"),
        ("prezzo", "cost"),
        ("categoria", "form"),
        ("tipologia", "form"),
        ("contatti", "contact"),
        ("inizio", "starts"),
        ("start", "starts"),
        ("end", "ends"),
        ("organsiers", "organisers"),
        ("sumary", "summary"),
    ],
)
def test_a_field_is_known_by_what_people_call_it_and_by_a_slip(written: str, meant: str) -> None:
    assert meant_field(written, Event) == (meant,)


@pytest.mark.parametrize("written", ["indirizzo", "stato", "relatori", "relatore", "scrizione"])
def test_a_word_is_no_slip_for_another_that_is_spelt_alike(written: str) -> None:
    assert meant_field(written, Event) == ()


def test_a_word_that_another_kind_has_among_others_is_known_by_the_first_of_a_label() -> None:
    assert meant_field("punto", Place) == ("point",)


ITALIAN = """
agreements: luogo=place|places, città=place|places, sede=place|places, firmato=signed_on, firmato_il=signed_on,
  data_firma=signed_on, scadenza=until, data_fine=until, durata=duration, importo=value, costo=value,
  finanziamento=value, enti=parties, partner=parties, contraenti=parties, sottoscrittori=signatories, sito=website,
  url=website, allegati=attachments, documenti=attachments, foto=image, tacito_rinnovo=renewal, rinnovabile=renewal,
  delibera=act, sintesi=summary, destinatari=audiences, data_inizio=effective_on, mail=contact, sdg=sdgs,
  indicatore=, fondi=, commento=, sostenitori=, indirizzo=, presentate=, referente=, edizione=, vincitori=, bando=,
  contributo=, parte=
calls: apertura=opens_on, chiusura=deadline, termine=deadline, ente=issued_by, importo=budget, fondi=budget,
  destinatari=audiences|addressed_to, ufficio=, valutazione=, giorno=
cantieri: sede=places, comune=places, stato=state, contributo=funding, ente=promoter, parti=, commento=
cases: struttura=structures, data_inizio=since, fine=, indicatore=indicators, contraenti=, contributo=contribution
corrections: indicatore=, sottoscrittori=, stato=, perché=because
events: organizzatore=organisers, promotore=organisers, data_fine=ends, città=places, ora=, relatore=, partecipanti=
indicators: unità_di_misura=unit, misura=unit, valori=series, luogo=, stato=
initiatives: edizione=editions, capofila=promoter, avvio=start, scadenza=end, ambito=scope, dipartimento=structures,
  impatto=estimated_impact, partecipazione=how_to_take_part, iscrizioni=how_to_take_part, fase=state, vincitori=,
  ufficio=structures, testo=, partecipanti=, valore=, indirizzo=
networks: capofila=coordinator, aderenti=members, soci_fondatori=founders, coordinate=, fondi=, settore=sector
news: data=on, pubblicato_il=publish_on, enti=acting, luogo=
organisations: sede=town, città=town, tipo=nature, acronimo=acronym, telefono=, via=
people: ruolo=roles, incarichi=roles, cognome=, ente=
places: coordinate=point, mappa=point, via=address, nazione=country, città=municipality, partecipanti=, commento=
plans: ateneo=body, documento=document|attachments, stato=, organizzatore=
programmes: ente=promoter, avvio=start, termine=end, stato=, obiettivi=aims
sources: pubblicato_il=publish_on|date, autore=publisher, link=url|website, testo=, commento=, editore=publisher
"""
"""What an Italian writes in each kind, and what that may be: nothing where it is no field of it."""


def test_what_an_italian_writes_is_a_field_that_is_called_so_or_none_is_guessed() -> None:
    wrong = []
    for line in ITALIAN.replace("\n  ", " ").strip().splitlines():
        folder, _, pairs = line.partition(": ")
        for pair in pairs.split(", "):
            written, _, meant = pair.strip(", ").partition("=")
            found = "|".join(meant_field(written, BY_FOLDER[folder]))
            wrong += [f"{folder}: {written}={found}, not {meant}"] if found != meant else []
    assert wrong == [], chr(10).join(wrong)


def test_of_two_fields_that_are_called_so_both_are_offered_and_neither_is_taken() -> None:
    site = SiteTest().replace("content/agreements/mobilita.md", "signed_on:", "luogo: Collefiorito\nsigned_on:")
    [told] = [one for one in site.check().found if one.code == "unknown-key"]
    assert told.suggestions == ("place", "places") and told.exact is None
    assert hint(told, words_for("it")) == "Volevi dire «place» o «places»?"


def test_a_word_is_that_of_its_own_kind_first() -> None:
    assert [meant_field(one, Agreement) for one in ("stato", "finanziamento")] == [("stage",), ("value",)]


@pytest.mark.parametrize(
    ("written", "renamed"),
    [
        ("firmato_il: 2025-03-26", True),
        ("firmato_il: 26 marzo 2025", True),
        ("firmato_il: n.d.", True),
        ("firmato_il: [scuole]", False),
    ],
)
def test_a_field_is_renamed_only_where_the_right_one_reads_the_value(written: str, renamed: bool) -> None:
    site = SiteTest().replace("content/agreements/mobilita.md", "signed_on: 2025-03-26", written)
    [told] = [one for one in site.check().found if one.code == "unknown-key"]
    assert told.suggestions == ("signed_on",)
    assert told.exact == (KeyMend(("firmato_il",), "signed_on") if renamed else None)
