"""What an audit of the demonstration found false or misleading: on each page what it must say now, and never again.

The rows go as the audit did: first what was false, then what misled, then labels. Where a row is held by a test of its
own (statuses, gaps, the style sheet, people, sitemap, figures), its pages stand here too, in the words of a visitor.
"""

import re
from pathlib import Path

import pytest

from tests.content.conftest import nothing, words

FALSE = [
    # what was found, page, what it says, what it must not say
    ("period not used", "accordi/polito-stellantis-2022", r"finisce nel 2026", r"Nota sulla durata"),
    ("period not used", "accordi/polito-compagnia-di-san-paolo-2019", r"fine 2021", r"Nota sulla durata"),
    ("period not used", "accordi/polito-compagnia-di-san-paolo-2022", r"fine 2024", r"Nota sulla durata"),
    ("period not used", "scadenze", r"Stellantis per l’ingegneria dell’autoveicolo 2026", r""),
    (
        "two days lost",
        "accordi",
        r"Campus Nord alla Bovisa-Goccia .{0,120}26 o 29 set 2022 le fonti non concordano",
        r"",
    ),
    ("called unsigned", "accordi", r"11 Firma non documentata", r"(?i)non (?:risulta )?firmato"),
    (
        "called unsigned",
        "accordi/polimi-regione-lombardia-2021",
        r"Firma non documentata",
        r"(?i)non (?:risulta )?firmato",
    ),
    ("false claim", "", r"ogni cosa con la sua fonte", r"qui non compare"),
    ("false claim", "metodo", r"se la fonte non è datata, lo diciamo", r"qui non compare"),
    ("wrong date", "indicatori", r"28% di iscritti internazionali alle lauree magistrali anno accademico 2020–21", r""),
    ("wrong date", "indicatori", r"692\.215 euro dal cinque per mille anno 2022", r"3 maggio 2024"),
    ("wrong date", "indicatori", r"7\.686 persone che scelgono l’ateneo anno 2022", r"15 marzo 2023 Iscritti"),
    (
        "acts in the plan",
        "organizzazioni/trg",
        r"convenzione culturale con il Politecnico di Torino",
        r"di cui si occupa",
    ),
    ("a part beside its whole", "accordi", r"9 In vigore 4 con fine entro dodici mesi", r""),
    ("a part beside its whole", "accordi/stato/in-vigore", r"In vigore 9 accordi su 55\.", r"\b3 accordi su"),
    (
        "nothing linked",
        "piani/piao-polito-2025-2027",
        r"Assicurazione della qualità 1 : 1 pagina collegata",
        r"ancora ness",
    ),
    ("nothing linked", "organizzazioni/polito-per-il-sociale", r"Attività culturali", r"ancora nessuna"),
    ("a university less", "iniziative", r"Università .{0,20}Politecnico di Milano 8", r""),
    ("no one says when", "en/deadlines", r"25 agreements whose end is not known, 1 listed above", r"No one says"),
    ("invented precision", "iniziative/polisocial-award", r"Ogni riquadro è un progetto: 53", r"\b190\b"),
    ("about what is exact", "iniziative/polisocial-award", r"2,5 milioni di euro", r"(?i)circa 2,5"),
    (
        "a call that is news",
        "fonti/politecnico-bovisa-goccia-masterplan-presentato",
        r"notizia dell’ente",
        r"avviso pubb",
    ),
    ("relies on", "en/networks/rete-eccellenze-tecnologiche", r"RETE", r"\brel(?:y|ies) on"),
    (
        "psychological",
        "piani/piao-polito-2025-2027/valorizzazione-delle-diversita",
        r"servizi di counseling",
        r"psicolog",
    ),
    ("accredits", "organizzazioni/anvur", r"valuta gli atenei", r"accredita gli"),
    ("four of seven", "", r"4 atenei protagonisti, 44 partner, altri 3 atenei\.", r"47 partner"),
    (
        "a cut address",
        "fonti/la-matematica-contro-il-gioco-d-azzardo-un-robot-press",
        r"Politecnico di Milano",
        r"aiu\.\.\.",
    ),
]
MISLEADING = [
    ("a gap twice", "accordi/bicocca-polito", r"Non trovato nella parte letta delle fonti:", r"non indicat"),
    ("expired", "accordi/polimi-eni-centro-congiunto-2021", r"fra il 15 marzo 2026 e il 15 marzo 2028", r"(?i)scadut"),
    ("no estimate", "accordi/polimi-pirelli-joint-labs-2021", r"Durata trascorsa, rinnovo non noto", r"Fine non nota"),
    ("no estimate", "accordi/bicocca-pirelli-2023", r"fine stimata 13 febbraio 2029", r"Fine non nota"),
    ("no estimate", "scadenze", r"Milano-Bicocca ed Eni.{0,60} 15 febbraio 2027 ?, stima dall’annuncio", r""),
    (
        "two words for a sum",
        "iniziative/polisocial-award",
        r"somma destinata, con 2\.043\.000 euro già versati",
        r"stanziat",
    ),
    (
        "a note under nothing",
        "accordi/polimi-campus-nord-protocollo-2022",
        r"Valore 30 milioni di euro dalla Regione Lombardia",
        r"Nota sul|Valore economico",
    ),
    ("a deduced date as a fact", "accordi/polimi-brera-2018", r"maggio 2018 \(data dedotta\)", r"maggio 2018 (?!\()"),
    ("a deduced date as a fact", "luoghi/milano", r"maggio 2018 \(data dedotta\)", r"maggio 2018 (?!\()"),
    ("a deduced date as a fact", "persone/ferruccio-resta", r"maggio 2018 \(data dedotta\)", r"maggio 2018 (?!\()"),
    ("a copy consulted", "accordi/bicocca-polito", r"letta in una copia il 22 novembre 2026", r"consultata"),
    ("part of a list as all", "organizzazioni/politecnico-di-milano", r"Iniziative promosse .*Polisocial Award", r""),
    ("an acronym", "cantieri/industria-4-0", r"Ministero dello Sviluppo Economico \(MISE\)", r""),
    ("an acronym", "organizzazioni/mise", r"Ministero delle Imprese e del Made in Italy \(MIMIT\)", r""),
    ("promoter by our reading", "cantieri/salute", r"promotore \(lo deduciamo noi\)", r"promotore (?!\()"),
    (
        "promoter by our reading",
        "organizzazioni/politecnico-di-milano",
        r"Cantieri promossi \(lo deduciamo noi\) Beni culturali",
        r"",
    ),
    (
        "a recognised cluster to be set up",
        "reti/cluster-lombardo-ambienti-di-vita",
        r"Riconoscimento: ottenuto",
        r"verso la",
    ),
    ("an evident slip", "accordi/statale-legnano-2026", r"Lorenzo Radice ?\(sindaco", r"sindaco di Milano"),
    (
        "nine beside ten",
        "",
        r"9 cluster riconosciuti Cluster riconosciuti da Regione Lombardia: il decimo era in attesa",
        r"",
    ),
    ("a year made a month", "", r"Duomo di Milano \( ?2027 ?\)", r"dicembre 2027"),
    (
        "the unsigned beside the signed",
        "",
        r"Di 11 accordi la firma non è documentata\. .*Università di Milano-Bicocca: 2; di 5 la firma non",
        r"anche con firma non",
    ),
    ("what a page of 2019 tells", "cantieri", r"I «Cantieri» erano progetti condivisi", r"I «Cantieri» sono"),
    (
        "what a page of 2019 tells",
        "cantieri",
        r"Copertura 5G di Milano: l’obiettivo annunciato nel 2017: 100% entro il 2019",
        r"",
    ),
    ("what a page of 2019 tells", "cantieri/salute", r"del 2019 o di prima", r"condivide con la città"),
    ("worked out of undated totals", "iniziative/polisocial-award", r"I totali che danno le fonti", r"calcolo nostro"),
    (
        "an edition nobody tells of",
        "iniziative/polisocial-award",
        r"Sull’edizione 2014-17 non abbiamo",
        r"2014-17 e 2025|2013-14–",
    ),
    (
        "a gap that the page fills",
        "iniziative/polisocial-award",
        r"giorno dell’esito \(2013-14, dal 2018 al 2020\);.*10 progetti, di cui si sa solo il numero",
        r"tema \(2012-13",
    ),
    (
        "two of eighty-four",
        "reti/rus-universita-per-lo-sviluppo-sostenibile",
        r"Membri con una pagina qui",
        r"Membri Pol",
    ),
    ("one prison, two names", "luoghi/milano", r"Casa circondariale di San Vittore", r"Casa circondariale Francesco"),
    (
        "a decision told as done",
        "iniziative/vivaio-bicocca",
        r"Non sappiamo se sia stata firmata",
        r"destinata alla ricerca e alla didattica dell’Univ",
    ),
    ("a year that nobody wrote", "accordi/statale-legnano-2026", r"11 febbraio 2026 \(data dedotta\)", r""),
    ("a year that nobody wrote", "bandi/bando-cluster-lombardi-2026", r"5 marzo 2026 \(data dedotta\)", r""),
    (
        "whose mailbox",
        "organizzazioni/universita-di-milano-bicocca",
        r"ufficio\.stampa@unimib\.it ufficio stampa, al 26 marzo 2025",
        r"casella indicata",
    ),
    ("an acronym", "organizzazioni/anvur", r"ANVUR – Agenzia Nazionale di Valutazione", r""),
    (
        "an acronym",
        "indicatori/piao-polito-aree-di-intervento",
        r"Piano integrato di attività e organizzazione \(PIAO\)",
        r"PIAO 2025",
    ),
    (
        "a part called most",
        "en/indicators",
        r"The years with most agreements are 2021 and 2023: 10 each",
        r"Most agreements",
    ),
]
LABELS = re.compile(
    r"Non determinabil|Informazioni dovute|Usare e segnalare|Sito calcolato|Decorrenza|Unità di misura|"
    r"Che cosa tenere presente|[Ss]chede? collegat|\b[Vv]etr[oi] acces|ruolo pubblico:|Nome della sezione|"
    r"Altri: |\ba a(?:prile|gosto)\b|\d+ (?:in tutto|in all)\.|Macro-area|enhanc|\bforesee|"
    r"framework convention|constitut|third place|Temi, 20\d\d|Chi vi fa ricerca"
)
"""Labels and turns of phrase that were replaced, in either language."""


def said(pages, address):
    """What a page says, with a blank before a full stop or a comma taken out."""
    told = words(pages.main(f"{address}/index.html".removeprefix("/")))
    return re.sub(r"\s+(?=[,.;])", "", told)


@pytest.mark.parametrize(("fault", "address", "told", "refused"), FALSE + MISLEADING)
def test_what_the_audit_found_is_said_rightly(pages, fault, address, told, refused):
    page = said(pages, address)
    assert re.search(told, page), f"{fault}: {address} does not say {told}"
    assert not (refused and re.search(refused, page)), f"{fault}: {address} says {refused}"


def test_no_page_has_a_label_that_was_replaced(pages):
    found = {}
    for path in pages.files:
        if Path(path).name == "index.html" and (match := LABELS.search(words(pages.main(path)))):
            found[path] = match[0]
    nothing(found)
