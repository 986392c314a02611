"""What a person can read is offered as the exact mend; what nobody can be sure of is not guessed."""

import pytest

from generator.fields.dates import DAY, DURATION, YEARS
from generator.fields.degrees import LATITUDE
from generator.fields.meant.plain_words import says_unknown
from generator.fields.moments import MOMENT
from generator.fields.quantities import COUNT, MONEY, QUANTITY, QuantityInUnit
from generator.fields.texts import FLAG, LANGUAGE, NUMBER
from generator.fields.types import FieldType, RefusedError
from generator.fields.web import MAILBOX, URL
from generator.kinds.agreement_choices import RENEWALS, STAGES
from generator.kinds.agreement_forms import FORMS
from generator.kinds.organisation import NATURES


def cases(is_a: FieldType[object], table: str) -> list[tuple[FieldType[object], str, str]]:
    rows = [line.partition("→") for line in table.strip().splitlines()]
    return [(is_a, written.strip(), meant.strip()) for written, _, meant in rows]


DAYS = """
26 marzo 2025 → 2025-03-26
1º marzo 2025 → 2025-03-01
mercoledì 26 marzo 2025 → 2025-03-26
il 26 Marzo 2025 → 2025-03-26
dal 1° gennaio 2026 → 2026-01-01
l’8 marzo 2025 → 2025-03-08
26 mar 2025 → 2025-03-26
March 26, 2025 → 2025-03-26
26/03/2025 → 2025-03-26
26.3.2025 → 2025-03-26
04-05-2026 → 2026-05-04
2025/03/26 → 2025-03-26
2025-3-6 → 2025-03-06
20250326 → 2025-03-26
26/3/25 → 2025-03-26
26/03/95 → 1995-03-26
26/03/55 →
marzo 2025 → 2025-03
03/2025 → 2025-03
anno 2025 → 2025
2026-02-30 →
31/02/2026 →
domani →
5 maggio →
ventitré marzo 2024 → 2024-03-23
primo marzo 2024 → 2024-03-01
the first of March 2024 → 2024-03-01
23 marzo duemilaventiquattro → 2024-03-23
marzo ’24 → 2024-03
mar 24 →
tre 2024 →
tanti marzo 2024 →
primo semestre 2024 → 2024
II semestre del 2023 → 2023
4° trimestre 2023 → 2023
seconda metà del 2024 → 2024
H1 2024 → 2024
fine 2024 → 2024
fine marzo 2024 → 2024-03
inizio anno 2024 → 2024
estate 2024 → 2024
marzo 2024 circa → 2024-03
circa 23 marzo 2024 →
entro il 2024 →
26/3/2025 ore 10 → 2025-03-26
2025-03-26 10:00 → 2025-03-26
inverno 2023/24 →
quinto semestre 2024 →
luglio-agosto 2025 →
13/13/2025 →
"""
DURATIONS = """
3 anni → 3 years
tre anni → 3 years
3 (tre) anni → 3 years
un anno → 1 year
18 mesi → 18 months
90 giorni → 90 days
6 settimane → 42 days
triennale → 3 years
un triennio → 3 years
anni 3 → 3 years
2 anni e 6 mesi → 30 months
per 5 anni → 5 years
3 →
tre →
durata 18 mesi. → 18 months
3-year → 3 years
anni 3 (tre) → 3 years
anni 2 e mesi 6 → 30 months
3 years 6 months → 42 months
2,5 anni → 30 months
36 mesi (3 anni) → 36 months
3 anni (triennale) → 3 years
36 mesi (2 anni) →
90 giorni (3 mesi) →
3 (due) anni →
3-5 anni →
3/5 anni →
3+2 anni →
3 anni + 2 →
3 anni e 2 →
3 anni, 2 anni →
2 anni e 10 giorni →
6 mesi e 2 anni →
circa 3 anni →
quasi 3 anni →
2 anni, 6 mesi → 30 months
fino a revoca →
due anni e mezzo → 30 months
un anno e mezzo → 18 months
2 years and a half →
two and a half years → 30 months
deux ans et demi → 30 months
zweieinhalb Jahre → 30 months
mezzo anno → 6 months
un mese e mezzo →
trentasei mesi → 36 months
ventiquattro (24) mesi → 24 months
novanta giorni → 90 days
thirty months → 30 months
anni tre e mezzo → 42 months
3 anni (tre) → 3 years
3 anni (due) →
tanti anni →
tanti (molti) anni →
un quadrimestre → 4 months
due lustri → 10 years
tanti anni e mezzo →
due anni e mezzo rinnovabili →
3 anni rinnovabili →
"""
QUANTITIES = """
€ 50.000 → 50000 EUR
500.000 EUR → 500000 EUR
50.000,00 € → 50000 EUR
1.500.000,00 euro → 1500000 EUR
EUR 50000 → 50000 EUR
2,5 milioni di euro → 2500000 EUR
un milione di euro → 1000000 EUR
50mila euro → 50000 EUR
1.5 million euros → 1500000 EUR
circa 50000 EUR → ~ 50000 EUR
200 circa → ~ 200
oltre 250 → > 250
più di 1.200 → > 1200
quasi 200 → ~< 200
meno di 10 → < 10
1.200 → 1200
12,5% → 12.5 PERCENT
1'500 → 1500
gratuito → 0 EUR
1 miliardo e 200 milioni di euro → 1200000000 EUR
un milione e 250.000 euro → 1250000 EUR
2 milioni e mezzo di euro → 2500000 EUR
un milione e mezzo → 1500000
2 milioni e 500 mila euro → 2500000 EUR
one million and a half euros → 1500000 EUR
200 milioni e 1 miliardo di euro →
20 e 30 →
1 mila e 5 milioni →
2 milioni e 3 milioni →
1.234.567,89 → 1234567.89
1,500.00 USD → 1500 USD
1 500 000 → 1500000
1.250,5 mila euro → 1250500 EUR
€ 5m → 5000000 EUR
5 m →
nessuno →
2,500 →
2.500 milioni di euro →
1.250 mila euro →
2,500 mila →
100.000.00 →
500 000 00 →
10.00.000 →
1.5.2025 →
12,34,56 EUR →
1.500,000 →
€ 1234.567 →
1'50'000 →
centomila euro → 100000 EUR
duecentocinquantamila euro → 250000 EUR
trecento mila euro → 300000 EUR
milleduecento euro → 1200 EUR
un milione e duecentomila euro → 1200000 EUR
un milione duecentomila euro → 1200000 EUR
two hundred and fifty thousand euros → 250000 EUR
a hundred thousand euros → 100000 EUR
oltre centomila → > 100000
circa 2 milioni → ~ 2000000
1.200,50 € → 1200.5 EUR
5k → 5000
k€ 50 → 50000 EUR
ventitré → 23
zero → 0
una trentina → ~ 30
oltre un centinaio → > 100
due centinaia →
cento e lode →
almeno 20 →
tanti →
molti progetti →
"""
OF_MILLIONS = """
2,5 milioni → 2.5
2,5 → 2.5
circa 2,5 milioni di euro → ~ 2.5
1.500.000 euro → 1.5
2500000 EUR → 2.5
un milione → 1
1.500.000 →
2,5 milioni di dollari →
"""
MOMENTS = """
12/05/2027 ore 18:30 → 2027-05-12 18:30
12 maggio 2027, 18.30 → 2027-05-12 18:30
alle 18 →
5 dicembre 2026 ore 18 → 2026-12-05 18:00
5 dicembre 2026, ore 18 → 2026-12-05 18:00
5 dicembre 2026, alle ore 18 → 2026-12-05 18:00
5 dicembre 2026, alle ore 18.30 → 2026-12-05 18:30
sabato 5 dicembre 2026 alle 9 → 2026-12-05 09:00
5 dicembre 2026 dalle 18 → 2026-12-05 18:00
5 dicembre 2026 h 18 → 2026-12-05 18:00
2025-05-05 h 18 → 2025-05-05 18:00
2025-05-05 h. 18:30 → 2025-05-05 18:30
5 dicembre 2026 h. 18:00 → 2026-12-05 18:00
5 dicembre 2026 - 18h → 2026-12-05 18:00
05/12/2026 18 → 2026-12-05 18:00
2026-12-05T18 → 2026-12-05 18:00
5 December 2026 at 18 → 2026-12-05 18:00
December 5, 2026 at 6 pm → 2026-12-05 18:00
5 December 2026, 6.30 p.m. → 2026-12-05 18:30
5 December 2026, 12am → 2026-12-05 00:00
5 December 2026, 18 pm →
5. Dezember 2026 um 18 Uhr → 2026-12-05 18:00
5. Dezember 2026, 18 Uhr 30 → 2026-12-05 18:30
5. Dezember 2026, 18.30 Uhr → 2026-12-05 18:30
5 décembre 2026 à 18h → 2026-12-05 18:00
5 décembre 2026 à 18 heures → 2026-12-05 18:00
5 décembre 2026 à 18 h 30 → 2026-12-05 18:30
20 maggio 18 → 2018-05-20
5 12 18 → 2018-12-05
10.12.18 → 2018-12-10
2026 12 05 → 2026-12-05
12 ott 18 → 2018-10-12
dicembre 2026 ore 18 →
5 dicembre 2026 ore 25 →
5 dicembre 2026 ore 18-20 →
"""
CASES = [
    *cases(DAY, DAYS),
    *cases(DURATION, DURATIONS),
    *cases(QUANTITY, QUANTITIES),
    *cases(QuantityInUnit("milioni di euro", "it"), OF_MILLIONS),
    *cases(QuantityInUnit("euro per abitante", "it"), "1.500.000 euro → 1500000\n2,5 milioni → 2500000\n12% →"),
    *cases(QuantityInUnit("%", "it"), "12% → 12\ncirca 12,5 per cento → ~ 12.5\n12 PERCENT → 12\n12 EUR →"),
    *cases(QuantityInUnit("percento", "it"), "12,5 per cento → 12.5"),
    *cases(QuantityInUnit("migliaia", "it"), "10mila → 10\n1.200 →"),
    *cases(QuantityInUnit("persone", "it"), "2,5 milioni → 2500000\n12% →\n€ 50.000 →"),
    *cases(QuantityInUnit("delle famiglie", "it"), "12% → 12 PERCENT"),
    *cases(MONEY, "50.000 → 50000 EUR\n50000 → 50000 EUR\ncirca 2 milioni → ~ 2000000 EUR\n12,5% →\n1.5.2025 →"),
    *cases(COUNT, "1.200 → 1200\n2.500 mila →\ncirca 60 → ~ 60\n60 progetti →\n2,5 →"),
    *cases(NUMBER, "1.200 → 1200\ndue → 2\ncirca 5 →"),
    *cases(MOMENT, MOMENTS),
    *cases(YEARS, "2012/2013 → 2012-13\n2012 – 13 → 2012-13\n2012, forse 2013 →\n2012-2113 →\n2013-12 →"),
    *cases(FLAG, "sì → true\nvero → true\nno → false\nforse →"),
    *cases(
        LANGUAGE,
        "italiano → it\nEnglish → en\nfrancese → fr\nit-IT → it\nIT → it\nsardo → sc\nladino →\nveneto antico →",
    ),
    *cases(URL, "www.ateneo.example/x → https://www.ateneo.example/x\nateneo →"),
    *cases(URL, "https//www.a.example/x → https://www.a.example/x\nhttps:/a.example → https://a.example"),
    *cases(URL, "htps://a.example → https://a.example\nhttps://https://a.example → https://a.example"),
    *cases(MAILBOX, "mailto:ufficio@a.example → ufficio@a.example\n<urp@a.example> → urp@a.example\nmailto:x →"),
    *cases(
        FORMS,
        "protocollo d’intesa → memorandum\nProtocollo d'Intesa → memorandum\nlettera d’intenti → letter-of-intent"
        "\nconvenzione quadro → framework",
    ),
    *cases(STAGES, "firmato → signed\nFirmata → signed\nsigend → signed\nperso →"),
    *cases(RENEWALS, "no → excluded\nnon rinnovabile → excluded\ntacito rinnovo → tacit\nsì → possible"),
    *cases(
        NATURES,
        "comune → municipality\nuniversità → university\nazienda → company\ncittà → municipality"
        "\nasl → health-body\nente →",
    ),
]


@pytest.mark.parametrize(("is_a", "written", "meant"), CASES)
def test_what_people_write_is_offered_as_files_have_it(is_a: FieldType[object], written: str, meant: str) -> None:
    with pytest.raises(RefusedError):
        is_a.read(written)
    assert is_a.meant(written) == ((meant,) if meant else ())
    for mend in is_a.meant(written):
        is_a.read(mend)


def test_what_a_body_is_called_that_may_be_another_is_asked_and_not_written() -> None:
    assert [NATURES.mend(name) for name in ("azienda", "città", "consorzio", "Comune")] == ["", "", "", "municipality"]
    assert NATURES.meant("consorzio") == ("company", "public-body")


@pytest.mark.parametrize("written", ["primo semestre 2024", "marzo 2024 circa"])
def test_a_part_of_a_year_is_asked_and_not_written(written: str) -> None:
    assert [is_a.mend(written) for is_a in (DAY, MOMENT)] == ["", ""]
    assert [is_a.mend("23 marzo 2024") for is_a in (DAY, MOMENT)] == ["2024-03-23", "2024-03-23"]


NO_NUMBERS = [
    "²⁰²⁵-03-26",
    "²⁰ marzo 2025",
    "³ years",
    "③ anni",
    "٣ anni",
    f"{'9' * 5000} anni",
    f"{'9' * 5000},5 anni",
    "9" * 5000,
]


@pytest.mark.parametrize("written", NO_NUMBERS, ids=lambda written: f"{written[:9]}{len(written)}")
@pytest.mark.parametrize("is_a", [DAY, DURATION, MOMENT, NUMBER, QUANTITY, MONEY, COUNT, YEARS, LATITUDE], ids=type)
def test_what_only_looks_like_a_number_is_refused_and_guessed_by_nobody(is_a: FieldType[object], written: str) -> None:
    with pytest.raises(RefusedError):
        is_a.read(written)
    assert is_a.meant(written) == ()


@pytest.mark.parametrize(
    "written", ["non indicato", "Non specificata", "n.d.", "sconosciuto", "???", "–", "unknown", "TBD"]
)
def test_not_knowing_is_no_value(written: str) -> None:
    assert says_unknown(written)


@pytest.mark.parametrize(
    "written", ["non ammessi i cani", "indicato", "nd-1", "Non indicato dalla fonte, ma noto", "0"]
)
def test_what_only_begins_so_is_one(written: str) -> None:
    assert not says_unknown(written)


AMBIGUOUS = ["500.000", "1.200 EUR", "~ 50.000 EUR", "12.345 PERCENT", "999.999"]


@pytest.mark.parametrize("written", AMBIGUOUS)
def test_one_dot_and_three_digits_are_refused(written: str) -> None:
    with pytest.raises(RefusedError) as refused:
        QUANTITY.read(written)
    assert refused.value.code == "ambiguous-number"


@pytest.mark.parametrize(
    "written", ["0.125", "0.125 PERCENT", "500.0", "500.00 EUR", "12.3456", "1234.567", "1000.125"]
)
def test_what_only_one_reading_fits_is_read(written: str) -> None:
    assert str(QUANTITY.read(written)) == written


@pytest.mark.parametrize(
    ("is_a", "written"),
    [
        (QUANTITY, "0.125 EUR"),
        (MONEY, "12.3456 EUR"),
        (MONEY, "50"),
        (MONEY, "3 PERCENT"),
        (COUNT, "2.5"),
        (COUNT, "5 EUR"),
    ],
)
def test_money_and_counts_are_as_exact_as_they_can_be(is_a: FieldType[object], written: str) -> None:
    with pytest.raises(RefusedError):
        is_a.read(written)


@pytest.mark.parametrize(
    ("unit", "language", "written", "is_read"),
    [
        ("persone", "it", "12 PERCENT", False),
        ("persone", "it", "12", True),
        ("people", "en", "12 PERCENT", False),
        ("euro", "it", "1500000 EUR", False),
        ("milioni", "it", "2.5 EUR", False),
        ("delle famiglie", "it", "12 PERCENT", True),
        ("raccolti", "it", "5000 EUR", True),
        ("Personen", "de", "12 PERCENT", True),
    ],
)
def test_a_figure_has_one_unit_alone(unit: str, language: str, written: str, is_read: bool) -> None:
    is_a = QuantityInUnit(unit, language)
    if is_read:
        assert str(is_a.read(written)) == written
    else:
        with pytest.raises(RefusedError) as refused:
            is_a.read(written)
        assert refused.value.code == "two-units"
