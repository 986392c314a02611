"""A text begins with the thing: what was agreed or what it is for comes first, its context and its names after."""

import re

import pytest

from generator.kinds.agreement import Agreement
from tests.content.conftest import nothing, ref

OPENINGS = [
    # record, how its text opens, in Italian and in English
    ("agreements/bicocca-eni-2022", r"fare ricerca insieme", r"do research together"),
    ("agreements/bicocca-galeazzi-2018", r"serve a studiare", r"serves to study"),
    ("agreements/bicocca-guardia-di-finanza-2023", r"strumenti statistici", r"statistical tools"),
    ("agreements/bicocca-intercos-2021", r"aprono un laboratorio", r"open a shared laboratory"),
    ("agreements/bicocca-pirelli-2023", r"L’accordo fa proseguire", r"The agreement continues"),
    ("agreements/polimi-a2a-transizione-ecologica-2022", r"fare ricerca insieme", r"doing research together"),
    ("agreements/polimi-bocconi-2018", r"un corso di laurea", r"a degree course"),
    ("agreements/polimi-brera-2018", r"nella ricerca come nella formazione", r"both research and training"),
    ("agreements/polimi-eni-centro-congiunto-2021", r"apre un centro", r"opens a centre"),
    ("agreements/polimi-pirelli-joint-labs-2021", r"L’accordo fa proseguire", r"The agreement continues"),
    ("agreements/polimi-snam-idrogeno-2020", r"studiare insieme", r"study together"),
    ("agreements/polimi-statale-citta-studi-2013", r"sosteneva il progetto", r"supported the"),
    ("agreements/polito-citta-di-torino-2023", r"unire le forze", r"joining forces"),
    (
        "agreements/polito-citta-di-torino-piano-regolatore-2018",
        r"dare alla Città gli studi",
        r"give Turin the studies",
    ),
    ("agreements/polito-spina-della-didattica-2025", r"La fondazione pagherebbe", r"The foundation would pay"),
    ("agreements/polito-unito-idrogeno-2021", r"uniscono le forze", r"join forces"),
    ("agreements/statale-human-technopole-2019", r"lavorare insieme", r"work together"),
    ("agreements/statale-legnano-2026", r"Medicina e Chirurgia", r"Medicine and Surgery"),
    ("cantieri/industria-4-0", r"L’industria 4\.0 era", r"Industry 4\.0 was"),
    ("cantieri/salute", r"Il cantiere sulla salute", r"Health was"),
    ("initiatives/citta-studi-campus-sostenibile", r"Il progetto", r"The project"),
    ("networks/catal-agrofood-lombardia", r"riunisce imprese", r"brings together companies"),
    ("networks/cluster-universita-europee", r"La rete è nata per", r"The network was set up so that"),
    ("networks/sdsn-italia", r"SDSN Italia", r"SDSN Italia"),
]


def first_sentence(wording):
    """The sentence that a text opens with, its heading where it opens with one."""
    return re.split(r"(?<=[\w)»”])\.\s|\n", wording.body.strip(), maxsplit=1)[0]


@pytest.mark.parametrize(("name", "italian", "english"), OPENINGS, ids=[name for name, *_ in OPENINGS])
def test_a_text_opens_with_what_it_is_about(showcase, name, italian, english):
    wordings = showcase[ref(name)].wordings
    opened = {language: first_sentence(wordings[language]) for language in ("it", "en")}
    assert re.search(italian, opened["it"]), opened["it"]
    assert re.search(english, opened["en"]), opened["en"]


def test_an_agreement_opens_with_no_heading_and_with_no_other_agreement(showcase):
    nothing(
        f"{wording.path}: {opened}"
        for record in showcase.of(Agreement)
        for wording in record.wordings.values()
        if (opened := first_sentence(wording)).startswith("#") or re.search(r"ref:(?:agreements|cantieri)/", opened)
    )
