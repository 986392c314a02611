"""Every agreement of the register, typed by hand from the public record; it is known by its parties and its date.

A date, duration or end is None where no source states it exactly; `told` holds words in Italian that the record then
says instead. Where the day of the signature is known, that of the announcement may go without saying. `status` is
that of 22 November 2026, `near` whether the agreement ends within twelve months of it.
"""

from typing import NamedTuple

MILANO, TORINO, BICOCCA = "politecnico-di-milano", "politecnico-di-torino", "universita-di-milano-bicocca"
STATALE, LOMBARDIA, COMUNE = "universita-degli-studi-di-milano", "regione-lombardia", "comune-di-milano"
SAN_PAOLO = "fondazione-compagnia-di-san-paolo"


class Row(NamedTuple):
    parties: str
    signed: str | None
    announced: str | None
    duration: str | None = None
    until: str | None = None
    stage: str = "signed"
    status: str = "end-not-known"
    near: bool = False
    extension: str | None = None
    told: tuple[str, ...] = ()


REGISTER = [
    # --- Politecnico di Milano ---
    Row(f"anci-lombardia {MILANO}", None, "2023-03-15"),
    Row(
        f"{MILANO} ministero-delle-infrastrutture-e-dei-trasporti",
        "2020-09-25",
        "2020-09-25",
        duration="3 years",
        status="term-passed",
    ),
    Row(
        f"{MILANO} pirelli fondazione-politecnico-di-milano",
        None,
        "2021-12-15",
        duration="3 years",
        status="term-passed",
    ),
    Row(f"{MILANO} eni", "2021-03-15", "2021-03-15", duration="5 years", extension="2 years", told=("sette anni",)),
    Row(f"{MILANO} a2a", "2022-02-09", "2022-02-09", duration="5 years", status="in-force", near=True),
    Row(f"{MILANO} snam fondazione-politecnico-di-milano", None, "2020-10-07"),
    Row(f"{MILANO} thales-alenia-space", "2021-05-31", "2021-05-31"),
    Row(
        f"{MILANO} agenzia-delle-dogane-e-dei-monopoli",
        "2025-06-16",
        "2025-06-16",
        duration="3 years",
        status="in-force",
    ),
    Row(f"{MILANO} autostrade-per-l-italia", "2020-12", "2021-01", duration="3 years", status="term-passed"),
    Row(f"{MILANO} {LOMBARDIA} {COMUNE}", None, "2022-04-12", stage="presented", status="no-record-of-signature"),
    Row(
        f"{MILANO} {LOMBARDIA} {COMUNE} ministero-delle-infrastrutture-e-dei-trasporti"
        " ministero-dell-universita-e-della-ricerca rete-ferroviaria-italiana fnm",
        None,
        "2022-09-29",
        told=("2022-09-26", "2022-09-29"),  # the sources differ on the day of the signature
    ),
    Row(f"{MILANO} ministero-delle-infrastrutture-e-dei-trasporti", "2024-10-21", "2024-10"),
    Row(f"{MILANO} centro-cardiologico-monzino", None, "2021-07-05"),
    Row(f"{MILANO} accademia-di-belle-arti-di-brera", "2018-05", "2018-05"),
    Row(f"{MILANO} universita-bocconi", "2018-09-28", "2018-09-28"),
    Row(f"{MILANO} {LOMBARDIA}", None, "2021-07-09", stage="approved", status="no-record-of-signature"),
    Row(f"{MILANO} {LOMBARDIA}", None, "2019-05-11", stage="approved", status="no-record-of-signature"),
    Row(f"{MILANO} fabbrica-del-duomo", "2015", None, until="2027", status="in-force"),
    Row(f"{MILANO} {STATALE}", "2013-04-10", None, until="2025", status="term-passed", told=("ogni tre anni",)),
    # --- Politecnico di Torino ---
    Row(f"{TORINO} citta-di-torino", "2023-02-09", "2023-02-09", duration="3 years", status="term-passed"),
    Row(f"{TORINO} citta-di-torino", "2018-11-13", "2018-11-13", duration="3 years", status="term-passed"),
    Row(f"{TORINO} stellantis", None, "2022-11-24", until="2026", status="in-force", near=True),
    Row(f"{TORINO} confindustria-piemonte", None, "2026-02-05", until="2031", status="in-force"),
    Row(f"{TORINO} confindustria-piemonte", None, "2019-07-19", status="concluded"),
    Row(f"{TORINO} confindustria-cuneo", "2025-11-19", "2025-11-19"),
    Row(f"{TORINO} {SAN_PAOLO}", None, None, until="2021", stage="presented", status="no-record-of-signature"),
    Row(f"{TORINO} {SAN_PAOLO}", None, "2022-04-01", until="2024", stage="announced", status="no-record-of-signature"),
    Row(
        f"{TORINO} {SAN_PAOLO}",
        None,
        "2025-02-14",
        duration="6 years",
        stage="announced",
        status="no-record-of-signature",
    ),
    Row(f"{TORINO} miac-polo-agrifood", "2021-12-13", "2021-12-13"),
    Row(f"{TORINO} ministero-dell-ambiente-e-della-sicurezza-energetica sogesid", None, "2024-12-09"),
    Row(f"{TORINO} acea-pinerolese", "2019-12-17", "2019-12-19"),
    Row(f"{TORINO} universita-degli-studi-di-torino", "2021-07-05", "2021-07-05"),
    Row(f"{TORINO} iren", "2022-11-11", "2022-11-11", duration="3 years", status="term-passed"),
    Row(f"{TORINO} asl-citta-di-torino", "2019-10-29", "2019-10-29"),
    Row(f"{TORINO} regione-piemonte", "2023-04", "2025-04-08", told=("8 aprile 2025",)),
    Row(f"{TORINO} leonardo", "2022-12", "2023-12-01", told=("1º dicembre 2023",)),
    Row(f"{TORINO} comunita-di-sant-egidio", None, "2023-12"),
    Row(
        f"{TORINO} universita-degli-studi-di-torino citta-di-torino edisu-piemonte",
        None,
        "2025-10-14",
        until="2027-12-31",
        stage="approved",
        status="no-record-of-signature",
    ),
    # --- Milano-Bicocca ---
    Row(f"{BICOCCA} {TORINO}", "2025-03-26", "2025-03", duration="3 years", status="in-force"),
    Row(f"{BICOCCA} intercos-group", None, "2021-03"),
    Row(f"{BICOCCA} pirelli", None, "2023-02-13", duration="6 years", status="in-force"),
    Row(
        f"{BICOCCA} guardia-di-finanza universita-degli-studi-di-parma societa-italiana-di-statistica", None, "2023-07"
    ),
    Row(f"{BICOCCA} carabinieri-lombardia", "2023-12-11", "2023-12", duration="3 years", status="in-force", near=True),
    Row(f"{BICOCCA} amministrazione-penitenziaria-piemonte", "2023-07-17", "2023-07-17"),
    Row(f"{BICOCCA} asst-monza", "2018-12-12", "2018-12-12", duration="3 years", status="term-passed"),
    Row(f"{BICOCCA} eni", None, "2022-02-15", duration="5 years", status="in-force", near=True),
    Row(f"{BICOCCA} istituto-ortopedico-galeazzi", None, None, told=("2 maggio 2018",)),  # the day of the protocol
    Row(
        f"{BICOCCA} {LOMBARDIA}",
        None,
        "2021-03-18",
        until="2023-12",
        stage="approved",
        status="no-record-of-signature",
        extension="6 months",
    ),
    Row(
        f"{BICOCCA} {COMUNE}",
        None,
        "2023-07-22",
        duration="30 years",
        until="2053",
        stage="approved",
        status="no-record-of-signature",
    ),
    Row(f"{BICOCCA} {LOMBARDIA}", None, "2019-05-11", stage="approved", status="no-record-of-signature"),
    # --- Università degli Studi di Milano ---
    Row(
        f"{STATALE} {LOMBARDIA}",
        None,
        "2021-05-11",
        until="2023-12-31",
        status="term-passed",
        extension="6 months",
    ),
    Row(f"{STATALE} guardia-di-finanza-lombardia", "2024-11-06", None),
    Row(f"{STATALE} citta-metropolitana-di-milano comune-di-legnano", "2026-02-11", "2026-02-11"),
    Row(f"{STATALE} human-technopole", "2019-06-12", "2019-06-12"),
    Row(f"{STATALE} {COMUNE}", None, "2023-07-25", stage="approved", status="no-record-of-signature"),
]
