"""The facts that the site must tell, typed by hand from the inventory of its sources. Nothing here is computed.

Days, durations and quantities are spelled as in content/; a reference is the id it names.
"""

RELEASE_2025 = "comunicato-bicocca-polito-2025"
RELEASE_2023 = "comunicato-anci-polimi-2023"
SOCIAL = "responsabilita-sociale-polimi"  # S4, the version with 34 of almost 200
ARTICLE = "articolo-innovationcity-cluster-cosmesi"
NOTICE = "cluster-tecnologico-lombardo-della-cosmesi"  # the sixth source
PLAN = "piao-politecnico-di-torino-2025-2027"

RECORDS: dict[str, dict[str, object]] = {
    # --- agreements ---
    "agreements/bicocca-polito": {
        "form": "memorandum",
        "stage": "signed",
        "parties": ["universita-di-milano-bicocca", "politecnico-di-torino"],
        "signatories": [
            {"person": "giovanna-iannantuoni", "on_behalf_of": "universita-di-milano-bicocca"},
            {"person": "stefano-paolo-corgnati", "on_behalf_of": "politecnico-di-torino"},
        ],
        "signed_on": "2025-03-26",
        "announced_on": None,
        "duration": "3 years",
        "until": None,
        "renewal": "possible",
        "renews": None,
    },
    "agreements/anci-lombardia-polimi": {
        "form": "framework",
        "stage": "signed",
        "parties": ["anci-lombardia", "politecnico-di-milano"],
        "announced_on": "2023-03-15",
        "beneficiaries.it": ["Comuni lombardi"],
        "until": None,
        "renews": None,
    },
    "agreements/polimi-veneranda-fabbrica-del-duomo-2015": {
        "form": "convention",
        "stage": "signed",
        "parties": ["politecnico-di-milano", "fabbrica-del-duomo"],
        "signed_on": "2015",
        "until": "2027",
        "sources.source": [
            "duomo-di-milano",
            "milan-cathedral",
            "record-11311-1228315-environment-monitoring-of-the-duomo",
            "caschi-funi-e-computer-la-squadra-politecnico-tra-le-guglie",
        ],
    },
    "agreements/polimi-statale-citta-studi-2013": {
        "stage": "signed",
        "parties": ["politecnico-di-milano", "universita-degli-studi-di-milano"],
        "signed_on": "2013-04-10",
        "until": "2025",
    },
    # --- Polisocial ---
    "programmes/polisocial": {
        "promoter": "politecnico-di-milano",
        "website": "http://www.polisocial.polimi.it/",
    },
    "initiatives/polisocial-award": {
        "form": "award",
        "programme": "polisocial",
        "frequency": {"it": "ogni anno", "en": "every year"},
        "funding.fund.it": ["cinque per mille"],
    },
    "initiatives/off-campus": {
        "form": "place",
        "programme": "polisocial",
        "start": "2019",
        "website": "http://www.polisocial.polimi.it/en/off-campus-3/",
    },
    # --- other initiatives ---
    "initiatives/citta-studi-campus-sostenibile": {
        "start": "2011",
        "partners.organisation": ["politecnico-di-milano", "universita-degli-studi-di-milano"],
        "website": "https://www.campus-sostenibile.polimi.it/",
    },
    "initiatives/campus-diffuso": {
        "start": "2021",
        "partners.organisation": [
            "politecnico-di-torino",
            "universita-degli-studi-di-torino",
            "citta-di-torino",
            "edisu-piemonte",
        ],
    },
    "initiatives/vivaio-bicocca": {
        "promoter": "universita-di-milano-bicocca",
        "partners.organisation": ["comune-di-milano"],
        "places": ["vivaio-bicocca"],
    },
    "initiatives/polo-penitenziario-bicocca": {
        "promoter": "universita-di-milano-bicocca",
        "differing.value": ["2009", "2013"],  # the years of its beginning, by two pages of the university
    },
    "initiatives/incontri-sulla-ricerca-polito": {
        "form": "event-series",
        "state": "announced",
        "plan_areas": ["attivita-culturali"],
    },
    "initiatives/spazio-espositivo-polito": {"state": "announced", "plan_areas": ["attivita-culturali"]},
    "initiatives/eventi-culturali-polito": {"state": "announced", "plan_areas": ["sfera-pubblica-e-impatto-sociale"]},
    "initiatives/universita-partecipata": {
        "state": "announced",
        "plan_areas": ["partecipazione-della-popolazione-studentesca"],
    },
    "initiatives/aziende-e-bandi": {
        "state": "announced",
        "plan_areas": ["collaborazioni-con-istituzioni-e-imprese"],
    },
    "initiatives/campus-sostenibile-polito": {
        "promoter": "politecnico-di-torino",
        "plan_areas": ["sostenibilita"],
        "website": "https://www.polito.it/ateneo/campus-sostenibile",
    },
    # --- Cantieri ---
    "programmes/cantieri-milano": {
        "promoter": "politecnico-di-milano",
        "partners.organisation": ["comune-di-milano"],
    },
    "cantieri/industria-4-0": {
        "theme": {"it": "industria 4.0", "en": "industry 4.0"},
        "programme": "cantieri-milano",
        "partners.organisation": ["mise"],
    },
    "cantieri/citta-intelligenti": {
        "theme": {"it": "città intelligenti", "en": "smart cities"},
        "programme": "cantieri-milano",
        "partners.organisation": ["vodafone", "comune-di-milano"],
    },
    "cantieri/salute": {
        "theme": {"it": "salute", "en": "health"},
        "programme": "cantieri-milano",
        "partners.organisation": ["human-technopole"],
        "partners.relation": ["named"],  # the source does not say "with"
    },
    "cantieri/fragilita-dei-territori": {
        "theme": {"it": "fragilità dei territori", "en": "vulnerable areas"},
        "programme": "cantieri-milano",
        "partners.organisation": ["comune-di-milano"],
    },
    "cantieri/beni-culturali": {
        "theme": {"it": "beni culturali", "en": "cultural heritage"},
        "programme": "cantieri-milano",
        "partners.organisation": ["fabbrica-del-duomo"],
        "partners.relation": ["named"],
    },
    # --- the cosmetics cluster and the regional call ---
    "networks/cluster-cosmesi-lombardia": {
        "form": "technology-cluster",
        "proposer": "rei-reindustria-innovazione",
        "coordinator": "rei-reindustria-innovazione",
        "founders": [
            "rei-reindustria-innovazione",
            "politecnico-di-milano",
            "universita-degli-studi-di-milano",
            "universita-di-milano-bicocca",
            "ancorotti-cosmetics",
            "regi",
            "lumson",
        ],
        "members": ["its-academy-nuove-tecnologie-della-vita"],  # in the partnership, not a founder
        "recognition.state": "under-way",
        "recognition.on": None,
        "constituted_on": "2025-12-15",
        "as_of": "2026-02-17",
    },
    "calls/bando-cluster-lombardi-2026": {"issued_by": "regione-lombardia", "deadline": "2026-03-05"},
    # --- the plan ---
    "plans/piao-polito-2025-2027": {
        "body": "politecnico-di-torino",
        "since": "2025",
        "until": "2027",
        "macro_areas.name": [
            "Ateneo Internazionale",
            "Ateneo motore di competitività",
            "Ateneo riconoscibile e riconosciuto",
        ],
    },
    "areas/sfera-pubblica-e-impatto-sociale": {
        "actors": ["polito-per-il-sociale", "centro-theseus"],
        "examples.organisation": [
            "trg",
            "fondazione-cultura-torino",
            "teatro-stabile-torino",
            "museo-egizio",
            "museo-dell-auto",
        ],
    },
    # --- organisations ---
    "organisations/politecnico-di-milano": {
        "nature": "university",
        "website": "https://www.polimi.it/",
        "contact": "relazionimedia@polimi.it",
    },
    "organisations/politecnico-di-torino": {
        "nature": "university",
        "website": "https://www.polito.it/",
        "contact": "relazioni.media@polito.it",
    },
    "organisations/universita-di-milano-bicocca": {"nature": "university", "contact": "ufficio.stampa@unimib.it"},
    "organisations/universita-degli-studi-di-milano": {"nature": "university"},
    "organisations/anci-lombardia": {
        "nature": "association",
        "website": "https://www.anci.lombardia.it/",
        "contact": "ufficio.stampa@anci.lombardia.it",
    },
    "organisations/anci": {"nature": "association"},
    "organisations/regione-lombardia": {"nature": "region"},
    "organisations/direzione-generale-universita-ricerca-e-innovazione": {"part_of": "regione-lombardia"},
    "organisations/ancorotti-cosmetics": {"nature": "company"},
    "organisations/regi": {"nature": "company"},
    "organisations/lumson": {"nature": "company"},
    "organisations/its-academy-nuove-tecnologie-della-vita": {"nature": "its"},
    "organisations/comune-di-milano": {"nature": "municipality"},
    "organisations/vodafone": {"nature": "company"},
    "organisations/mise": {"nature": "ministry"},
    "organisations/human-technopole": {"nature": "research-body"},
    "organisations/fabbrica-del-duomo": {"nature": "cultural-body"},
    "organisations/anvur": {"nature": "agency"},
    "organisations/polito-per-il-sociale": {"part_of": "politecnico-di-torino"},
    "organisations/centro-theseus": {"part_of": "politecnico-di-torino"},
    "organisations/hub-pubblica-amministrazione": {"part_of": "politecnico-di-torino"},
    # --- sources ---
    f"sources/{RELEASE_2025}": {"date": "2025-03-26", "language": "it", "form": "press-release"},
    f"sources/{RELEASE_2023}": {
        "date": "2023-03-15",
        "language": "it",
        "form": "press-release",
        "url": "https://www.polimi.it/apertura/dettaglio-apertura/home/accordo-quadro-con-anci-lombardia",
    },
    f"sources/{ARTICLE}": {"language": "it", "form": "article", "publisher_name": "Redazione InnovationCity"},
    f"sources/{PLAN}": {"language": "it", "form": "plan", "publisher": "politecnico-di-torino"},
    f"sources/{SOCIAL}": {
        "language": "en",
        "form": "web-page",
        "publisher": "politecnico-di-milano",
        "url": "https://www.polimi.it/en/terza-missione/social-responsibility/index.html",
    },
    f"sources/{NOTICE}": {
        "date": "2026-02-17",
        "form": "news",
        "publisher": "regione-lombardia",
        "external": True,
    },
    # --- copies: who publishes is who wrote, not who hosts ---
    "sources/polisocial-award-bando-edizione-2019": {"form": "notice", "publisher": "politecnico-di-milano"},
    "sources/la-matematica-contro-il-gioco-d-azzardo-un-robot-press": {
        "date": "2013-05-17",
        "publisher_name": "Politecnico di Milano, Fondazione Politecnico di Milano",
        "url": None,
    },
}

NAMES = {
    "agreements/bicocca-polito": "Milano-Bicocca Politecnico di Torino",
    "agreements/anci-lombardia-polimi": "ANCI Lombardia Politecnico di Milano",
    "programmes/polisocial": "Polisocial",
    "programmes/cantieri-milano": "«Cantieri» Milano",
    "initiatives/polisocial-award": "Polisocial Award",
    "initiatives/off-campus": "Off Campus",
    "networks/cluster-cosmesi-lombardia": "Cluster Tecnologico Lombardo del Made in Italy – Sistema Cosmetico",
    "organisations/politecnico-di-milano": "Politecnico di Milano",
    "organisations/politecnico-di-torino": "Politecnico di Torino",
    "organisations/universita-di-milano-bicocca": "Università di Milano-Bicocca",
    "organisations/universita-degli-studi-di-milano": "Università degli Studi di Milano",
    "organisations/anci-lombardia": "ANCI Lombardia",
    "organisations/its-academy-nuove-tecnologie-della-vita": ("ITS Academy Nuove Tecnologie della Vita ‘Giulio Natta’"),
    "organisations/rei-reindustria-innovazione": "REI Reindustria Innovazione",
    "organisations/mise": "Ministero dello Sviluppo Economico (MISE)",
    "organisations/fabbrica-del-duomo": "Veneranda Fabbrica del Duomo di Milano",
    "organisations/human-technopole": "Human Technopole",
}
"""Words that a record's Italian title holds."""

ENGLISH = {
    "accademia-di-belle-arti-di-brera": "Brera Academy of Fine Arts",
    "agenzia-delle-dogane-e-dei-monopoli": "Customs and Monopolies Agency",
    "citta-di-torino": "City of Turin",
    "citta-metropolitana-di-milano": "Metropolitan City of Milan",
    "comune-di-legnano": "Municipality of Legnano",
    "comune-di-milano": "Municipality of Milan",
    "fabbrica-del-duomo": "Veneranda Fabbrica del Duomo di Milano",
    "ministero-delle-infrastrutture-e-dei-trasporti": "Ministry of Infrastructure and Transport",
    "mise": "Ministry of Economic Development (MISE)",
    "politecnico-di-milano": "Politecnico di Milano",
    "politecnico-di-torino": "Politecnico di Torino",
    "regione-lombardia": "Lombardy Region",
    "regione-piemonte": "Piedmont Region",
    "universita-bocconi": "Bocconi University",
    "universita-degli-studi-di-milano": "University of Milan",
    "universita-degli-studi-di-parma": "University of Parma",
    "universita-degli-studi-di-torino": "University of Turin",
    "universita-di-milano-bicocca": "University of Milano-Bicocca",
}
"""The one English name of each body, which is the title of its English page; a Politecnico keeps its own."""

NOT_STATED = {
    "agreements/bicocca-polito": "place effective_on value act",
    "agreements/anci-lombardia-polimi": "signatories signed_on place effective_on duration renewal value act",
    "programmes/polisocial": "start end",
    "programmes/cantieri-milano": "start end",
    "initiatives/polisocial-award": "start editions how_to_take_part",
    "initiatives/off-campus": "places how_to_take_part",
    "cantieri/industria-4-0": "state start end places funding",
    "cantieri/citta-intelligenti": "state start funding",  # its text tells the length and the area, which are no fields
    "cantieri/salute": "state start end places funding",
    "cantieri/fragilita-dei-territori": "state start end places funding",
    "cantieri/beni-culturali": "state start end places funding",
    "networks/cluster-cosmesi-lombardia": "recognition.on",
    "calls/bando-cluster-lombardi-2026": "opens_on budget official_url",
    f"sources/{RELEASE_2025}": "url",
    f"sources/{ARTICLE}": "date url",
    f"sources/{PLAN}": "date url",
    f"sources/{SOCIAL}": "date",
}
"""What the six sources leave out: a field is listed as not stated, unless a seventh source states it."""

SIX = {RELEASE_2025, RELEASE_2023, ARTICLE, PLAN, SOCIAL, NOTICE, "meteoweb-bicocca-polito-2025"}
"""The six sources; MeteoWeb copies the first."""

FROM = {
    "agreements/bicocca-polito": RELEASE_2025,
    "agreements/anci-lombardia-polimi": RELEASE_2023,
    "programmes/polisocial": SOCIAL,
    "programmes/cantieri-milano": SOCIAL,
    "initiatives/polisocial-award": SOCIAL,
    "initiatives/off-campus": SOCIAL,
    "cantieri/industria-4-0": SOCIAL,
    "cantieri/citta-intelligenti": SOCIAL,
    "cantieri/salute": SOCIAL,
    "cantieri/fragilita-dei-territori": SOCIAL,
    "cantieri/beni-culturali": SOCIAL,
    "networks/cluster-cosmesi-lombardia": ARTICLE,
    "calls/bando-cluster-lombardi-2026": ARTICLE,
    "plans/piao-polito-2025-2027": PLAN,
    "organisations/politecnico-di-milano": RELEASE_2023,
    "organisations/anci-lombardia": RELEASE_2023,
}
"""The source that a record comes from first of all."""

ROLES = {
    "giovanna-iannantuoni": ("rettrice", "Rector", "universita-di-milano-bicocca", "2025-03-26", RELEASE_2025),
    "stefano-paolo-corgnati": ("rettore", "Rector", "politecnico-di-torino", "2025-03-26", RELEASE_2025),
    "donatella-sciuto": ("rettrice", "Rector", "politecnico-di-milano", "2023-03-15", RELEASE_2023),
    "mauro-guerra": ("presidente", "President", "anci-lombardia", "2023-03-15", RELEASE_2023),
    "alessandro-fermi": (
        "assessore a Università, Ricerca e Innovazione",
        "regional minister for Universities, Research and Innovation",
        "regione-lombardia",
        "2026-02-17",
        NOTICE,
    ),
    # an office has the form that its source has, feminine or not
    "roberta-cocco": (
        "assessore",
        "member of the city government",
        "comune-di-milano",
        "2017-12-11",
        "milano-capitale-europea-del-5g",
    ),
    "cristina-tajani": (
        "assessora",
        "member of the city government",
        "comune-di-milano",
        "2020-09-29",
        "off-campus-nolo-nuova-vita-per-il-mercato-comunale-coperto",
    ),
    "rita-monica-russo": (
        "provveditore",
        "Superintendent",
        "amministrazione-penitenziaria-piemonte",
        "2023-07-17",
        "accordo-di-collaborazione-prap-piemonte-liguria-e-valle-d",
    ),
    "paola-de-micheli": (
        "ministra",
        "Minister",
        "ministero-delle-infrastrutture-e-dei-trasporti",
        "2020-09-25",
        "accordo-ministero-delle-infrastrutture-e-trasporti",
    ),
}
"""A person's public role in each language, where, on which day it is attested, and by which source."""

PEOPLE = {
    "Alessandro Fermi", "Andrea De Gennaro", "Attilio Fontana", "Claudia De Giorgi", "Cristina Messa",
    "Cristina Tajani", "Donatella Sciuto", "Elio Franzini", "Ferruccio Resta", "Gaia Romani", "Gianmario Verona",
    "Giorgio Mantoan", "Giovanna Iannantuoni", "Giuseppe Arbore", "Giuseppe De Riggi", "Giuseppe Sala",
    "Guido Saracco", "Lorenzo Radice", "Marco Simoni", "Marina Brambilla", "Matteo Stocco", "Mauro Guerra",
    "Natascia Marchei", "Paola De Micheli", "Paolo Andrei", "Rita Monica Russo", "Roberta Cocco", "Roberto Alesse",
    "Stefano Geuna", "Stefano Paolo Corgnati", "Valerio Fabio Alberti",
}  # fmt: skip
"""Everybody who holds a public office in the sources: nobody else has a record."""

STATEMENTS = {
    ("agreements/bicocca-polito", "giovanna-iannantuoni"): "2025-03-26",
    ("agreements/bicocca-polito", "stefano-paolo-corgnati"): "2025-03-26",
    ("agreements/anci-lombardia-polimi", "donatella-sciuto"): "2023-03-15",
    ("agreements/anci-lombardia-polimi", "mauro-guerra"): "2023-03-15",
    ("networks/cluster-cosmesi-lombardia", "alessandro-fermi"): "2026-02-17",
}
"""The day of each statement."""

AWARD_TOTALS = {
    SOCIAL: [("submitted", "~< 200", "2013"), ("funded", "34", "2013"), ("amount", "2500000 EUR", "2013")],
    "social-responsibility": [
        ("submitted", "183", "2013"),
        ("funded", "30", "2013"),
        ("earmarked", "2970666 EUR", "2013"),
        ("paid", "2043000 EUR", "2013"),
    ],
}
"""The cumulative figures of the Award as each source gives them: they disagree, and stand side by side."""

EDITIONS = {
    # year: number, results on, submitted, funded, amount (or the amounts that disagree), projects named
    "2012-13": (None, "2013-05-16", "50", "8", "~< 500000 EUR", 0),
    "2013-14": (None, None, None, None, None, 0),
    "2017": (4, "2017-12-13", None, "7", None, 7),
    "2018": (5, None, None, "4", "500000 EUR, > 500000 EUR, 530000 EUR", 3),
    "2019": (6, None, None, "7", "570000 EUR, 580000 EUR", 6),
    "2020": (None, None, None, "5", "500000 EUR", 3),
    "2021": (8, "2021-11-18", None, "5", "500000 EUR", 5),
    "2022": (9, "2022-10-11", None, "5", "500000 EUR", 5),
    "2023": (10, "2023-09-14", None, "5", None, 2),
    "2024": (11, "2024-11-05", None, "7", None, 7),
}

THEMES = {
    "2017": "Periferie urbane",
    "2018": "Città e Comunità Smart in Africa",
    "2019": "Sport e inclusione sociale",
    "2020": "Vulnerabilità e Innovazione",
    "2021": "Equità e Ripresa",
    "2022": "Sviluppo Locale e Transizione Ecologica",
    "2023": "Attivare i territori, colmare i divari",
    "2024": "Innovazione di prossimità",
}

PLACES = {
    "off-campus-san-siro": ("2019-04", "via Gigante"),
    "off-campus-nolo": ("2020-09", "viale Monza 54"),
    "off-campus-san-vittore": ("2022-10", "piazza Gaetano Filangieri 2"),
    "off-campus-cascina-nosedo": ("2022-12", "via San Dionigi 78/80"),
    "off-campus-provvisorio": ("2025-10-27", "piazza del Governo Provvisorio"),
}
"""When each place of Off Campus opened, and its address."""

CLUSTERS = {
    "Lombardia Aerospace Cluster",
    "CAT.AL – Associazione Cluster di Alta Tecnologia Agrofood Lombardia",
    "Lombardy Green Chemistry Association – LGCA",
    "Lombardy Energy Cleantech Cluster – LE2C",
    "AFIL – Associazione Fabbrica Intelligente Lombardia",
    "Cluster Lombardo della Mobilità",
    "Cluster lombardo scienze della vita",
    "Fondazione Cluster Tecnologie per le Smart Cities & Communities Lombardia",
    "Cluster Lombardo Tecnologie per gli Ambienti di Vita (TAV)",
}
"""The nine technology clusters that Regione Lombardia has recognised."""

FIGURES = {
    # what it is about, and a word of the title: the series of value, as-of day and source
    ("programmes/cantieri-milano", "Cantieri"): [("5", None, SOCIAL)],
    ("organisations/anci-lombardia", "Comuni"): [("1506", "2023-03-15", RELEASE_2023)],
    ("organisations/politecnico-di-milano", "Dipartimenti"): [("12", "2023-03-15", RELEASE_2023)],
    ("organisations/politecnico-di-milano", "Scuole"): [("4", "2023-03-15", RELEASE_2023)],
    ("organisations/politecnico-di-milano", "Laboratori"): [("> 250", "2023-03-15", RELEASE_2023)],
    ("organisations/politecnico-di-milano", "Paesi"): [("> 100", "2023-03-15", RELEASE_2023)],
    ("organisations/politecnico-di-milano", "magistrali"): [("28 PERCENT", None, RELEASE_2023)],
    ("organisations/regione-lombardia", "Cluster"): [
        ("9", None, "cluster-tecnologici-lombardi"),
        ("9", "2026-02-17", ARTICLE),
    ],
    ("networks/cluster-cosmesi-lombardia", "fondatori"): [("7", "2026-02-17", ARTICLE)],
    ("plans/piao-polito-2025-2027", "Aree"): [("40", None, PLAN)],
}

AREAS = {
    "ateneo-internazionale": [
        "Comunità e Integrazione Internazionale",
        "Formazione del personale docente",
        "Formazione e Mobilità Internazionale",
        "Formazione sui temi delle transizioni ecologica e digitale",
        "Infrastrutture di ricerca",
        "Innovazione e Trasferimento Tecnologico per l’Internazionalizzazione",
        "Luoghi della didattica",
        "Orientamento studenti in ingresso e in itinere",
        "Politiche di evoluzione delle dinamiche della formazione",
        "Proiezione esterna intra UE ed extra UE",
        "Spazi comuni",
        "Task force su Intelligenza Artificiale",
        "Tecnologie per la didattica",
        "Valorizzazione delle vocazioni di ricercatori, ricercatrici e docenti",
    ],
    "ateneo-motore-di-competitivita": [
        "Formazione e valorizzazione del personale PTAB",
        "Opportunità di carriera per giovani ricercatori e ricercatrici",
        "Orientamento e carriere studenti, dottorandi/e e postdoc in uscita",
        "Portfolio brevetti, sfruttamento e commercializzazione",
        "Promozione dei risultati della ricerca del Politecnico",
        "Supporto alla progettualità nella ricerca",
        "Valorizzazione del personale",
        "Valorizzazione della presenza dell’Ateneo negli enti partecipati",
    ],
    "ateneo-riconoscibile-e-riconosciuto": [
        "Assicurazione della qualità",
        "Attività culturali",
        "Collaborazioni con istituzioni e imprese",
        "Comunicazione di Ateneo",
        "Comunicazione interna",
        "Fidelizzazione Alumni e Emeriti",
        "Partecipazione della popolazione studentesca alla vita istituzionale di Ateneo",
        "Politiche delle pari opportunità nelle carriere del personale",
        "Promozione dell’Ateneo e delle sue competenze",
        "Sfera pubblica e promozione dell’impatto sociale dell’Ateneo",
        "Rafforzamento dei legami di comunità",
        "Servizi di Welfare di Ateneo",
        "Servizi informativi e di supporto alle decisioni, trasparenza e accessibilità informazioni istituzionali",
        "Sostenibilità",
        "Supporto al policy e decision making governativo territoriale, nazionale ed europeo",
        "Supporto alla popolazione studentesca e coinvolgimento nella formazione",
        "Supporto alle attività di formazione",
        "Valorizzazione delle diversità",
    ],
}
"""The areas of the plan by macro-area, under their exact names; apostrophes are curly."""

SECTIONS = {
    "Infrastrutture di ricerca": "Infrastrutture di Ricerca",
    "Supporto alla progettualità nella ricerca": "Supporto alla progettualità della ricerca",
    "Assicurazione della qualità": "Assicurazione della Qualità",
    "Collaborazioni con istituzioni e imprese": "Collaborazione con istituzioni e imprese",
}
"""The areas whose section has another name than the index."""

THIRD_MISSION = {
    "Assicurazione della qualità",
    "Attività culturali",
    "Collaborazioni con istituzioni e imprese",
    "Comunicazione di Ateneo",
    "Fidelizzazione Alumni e Emeriti",
    "Partecipazione della popolazione studentesca alla vita istituzionale di Ateneo",
    "Promozione dell’Ateneo e delle sue competenze",
    "Sfera pubblica e promozione dell’impatto sociale dell’Ateneo",
    "Rafforzamento dei legami di comunità",
    "Servizi informativi e di supporto alle decisioni, trasparenza e accessibilità informazioni istituzionali",
    "Sostenibilità",
    "Supporto al policy e decision making governativo territoriale, nazionale ed europeo",
    "Valorizzazione delle diversità",
    "Portfolio brevetti, sfruttamento e commercializzazione",
    "Promozione dei risultati della ricerca del Politecnico",
    "Supporto alla progettualità nella ricerca",
    "Innovazione e Trasferimento Tecnologico per l’Internazionalizzazione",
    "Proiezione esterna intra UE ed extra UE",
}

BACKLINKS = {
    "organisations/politecnico-di-milano": """agreements/anci-lombardia-polimi networks/cluster-cosmesi-lombardia
        programmes/polisocial programmes/cantieri-milano initiatives/polisocial-award initiatives/off-campus
        cantieri/industria-4-0 cantieri/citta-intelligenti cantieri/salute cantieri/fragilita-dei-territori
        cantieri/beni-culturali""",
    "organisations/universita-di-milano-bicocca": "agreements/bicocca-polito networks/cluster-cosmesi-lombardia",
    "organisations/politecnico-di-torino": "agreements/bicocca-polito plans/piao-polito-2025-2027",
    "organisations/comune-di-milano": """cantieri/citta-intelligenti cantieri/fragilita-dei-territori
        programmes/cantieri-milano""",
    "organisations/anci-lombardia": "agreements/anci-lombardia-polimi",
    "organisations/universita-degli-studi-di-milano": "networks/cluster-cosmesi-lombardia",
    "organisations/rei-reindustria-innovazione": "networks/cluster-cosmesi-lombardia",
    "organisations/its-academy-nuove-tecnologie-della-vita": "networks/cluster-cosmesi-lombardia",
    "organisations/mise": "cantieri/industria-4-0",
    "organisations/vodafone": "cantieri/citta-intelligenti",
    "organisations/human-technopole": "cantieri/salute",
    "organisations/fabbrica-del-duomo": """cantieri/beni-culturali
        agreements/polimi-veneranda-fabbrica-del-duomo-2015""",
    "organisations/regione-lombardia": """calls/bando-cluster-lombardi-2026 networks/cluster-cosmesi-lombardia""",
    "organisations/polito-per-il-sociale": "areas/sfera-pubblica-e-impatto-sociale",
    "organisations/museo-egizio": "areas/sfera-pubblica-e-impatto-sociale organisations/politecnico-di-torino",
    "organisations/univerlecco": "networks/cluster-lombardo-ambienti-di-vita",
    "areas/sfera-pubblica-e-impatto-sociale": "agreements/bicocca-polito agreements/polito-sant-egidio-2023",
    "areas/sostenibilita": """networks/rus-universita-per-lo-sviluppo-sostenibile networks/sdsn-italia networks/unite
        networks/iscn-sustainable-campus indicators/politecnico-torino-net-zero agreements/polito-sant-egidio-2023""",
    "areas/formazione-sui-temi-delle-transizioni-ecologica-e-digitale": "agreements/polito-acea-pinerolese-2019",
    "areas/supporto-alla-popolazione-studentesca": """agreements/campus-diffuso-torino-2025
        agreements/polito-citta-di-torino-2023""",
    "areas/infrastrutture-di-ricerca": "agreements/polito-leonardo-2022",
    "areas/supporto-al-policy-e-decision-making": "agreements/polito-unito-idrogeno-2021",
    "areas/orientamento-e-carriere-in-uscita": "networks/rete-eccellenze-tecnologiche",
    "areas/portfolio-brevetti": "networks/rete-eccellenze-tecnologiche",
    "programmes/polisocial": "initiatives/polisocial-award initiatives/off-campus",
    "programmes/cantieri-milano": """cantieri/industria-4-0 cantieri/citta-intelligenti cantieri/salute
        cantieri/fragilita-dei-territori cantieri/beni-culturali""",
    "people/giovanna-iannantuoni": "agreements/bicocca-polito",
    "people/stefano-paolo-corgnati": "agreements/bicocca-polito",
    "people/donatella-sciuto": "agreements/anci-lombardia-polimi",
    "people/mauro-guerra": "agreements/anci-lombardia-polimi",
    "people/alessandro-fermi": "networks/cluster-cosmesi-lombardia",
    "plans/piao-polito-2025-2027": "areas/sfera-pubblica-e-impatto-sociale areas/sostenibilita",
    f"sources/{RELEASE_2025}": "agreements/bicocca-polito",
    f"sources/{RELEASE_2023}": "agreements/anci-lombardia-polimi organisations/politecnico-di-milano",
    f"sources/{SOCIAL}": "programmes/polisocial programmes/cantieri-milano initiatives/polisocial-award",
    f"sources/{ARTICLE}": "networks/cluster-cosmesi-lombardia calls/bando-cluster-lombardi-2026",
}
"""Records that the page of another one links to."""

SAID = [
    # on the page of a record, in a language, words that tell a fact (regular expressions)
    ("agreements/bicocca-polito", "it", r"nuovi materiali per l’energia"),
    ("agreements/bicocca-polito", "it", r"miglioramento della qualità dell’aria"),
    ("agreements/bicocca-polito", "it", r"salute e biomedicale"),
    ("agreements/bicocca-polito", "it", r"comunicare e divulgare la scienza"),
    ("agreements/bicocca-polito", "it", r"mobilità fra i due atenei"),
    ("agreements/bicocca-polito", "it", r"solo nelle parole del rettore"),
    ("agreements/bicocca-polito", "it", r"fine stimata 26 marzo 2028"),
    ("agreements/bicocca-polito", "it", r"contiamo la durata dalla firma\."),
    ("agreements/bicocca-polito", "it", r"In vigore mancano circa 16 mesi .*Situazione al 22 novembre 2026"),
    ("agreements/bicocca-polito", "it", r"(?:non dicono|[dn]elle fonti): [^.]*valore"),
    ("agreements/bicocca-polito", "it", r"firma: Giovanna Iannantuoni ?\(rettrice, al 26 marzo 2025"),
    ("agreements/bicocca-polito", "en", r"estimated end 26 March 2028"),
    ("agreements/bicocca-polito", "en", r"about 16 months left"),
    ("agreements/bicocca-polito", "en", r"(?:in the sources|that was read): [^.]*value"),
    ("agreements/anci-lombardia-polimi", "it", r"Fine non nota"),
    ("agreements/anci-lombardia-polimi", "it", r"(?:non dicono|[dn]elle fonti): [^.]*firmatari"),
    ("agreements/anci-lombardia-polimi", "it", r"(?:non dicono|[dn]elle fonti): [^.]*durata"),
    ("agreements/anci-lombardia-polimi", "it", r"La data del comunicato è quella dell’annuncio"),
    ("agreements/anci-lombardia-polimi", "it", r"non è presentato come completo"),
    ("agreements/anci-lombardia-polimi", "en", r"End not known"),
    ("agreements/anci-lombardia-polimi", "en", r"(?:in the sources|that was read): [^.]*signatories"),
    ("initiatives/polisocial-award", "it", r"Almeno 53 progetti finanziati in 9 edizioni"),
    ("initiatives/polisocial-award", "it", r"Progetti presentati quasi 200 dal 2013"),
    ("initiatives/polisocial-award", "it", r"Progetti finanziati 34 dal 2013"),
    ("initiatives/polisocial-award", "it", r"(?<!circa )2,5 milioni di euro"),
    ("initiatives/polisocial-award", "it", r"senza data"),
    ("initiatives/polisocial-award", "en", r"At least 53 projects funded in 9 editions"),
    ("initiatives/polisocial-award", "en", r"Projects submitted almost 200 since 2013"),
    ("initiatives/polisocial-award", "en", r"Projects funded 34 since 2013"),
    ("initiatives/polisocial-award", "en", r"undated"),
    ("initiatives/polisocial-award", "it", r"2\.970\.666 euro"),
    ("initiatives/polisocial-award", "it", r"2\.043\.000 euro"),
    ("programmes/cantieri-milano", "it", r"figura qui come promotore: lo deduciamo noi"),
    ("programmes/cantieri-milano", "it", r"del 2019 o di prima"),
    ("programmes/cantieri-milano", "en", r"this is our inference"),
    ("agreements/polimi-veneranda-fabbrica-del-duomo-2015", "it", r"una cinquantina di persone"),
    ("agreements/polimi-statale-citta-studi-2013", "en", r"renewed every three years"),
    ("cantieri/industria-4-0", "it", r"MISE ?, il Ministero dello Sviluppo Economico"),
    ("cantieri/industria-4-0", "en", r"MISE ?, the Ministry of Economic Development"),
    ("cantieri/industria-4-0", "en", r"The Ministry of Economic Development funded MADE\."),
    ("cantieri/beni-culturali", "it", r"dal 2015 una convenzione con la Veneranda Fabbrica"),
    ("initiatives/off-campus-san-vittore", "it", r"Dipartimento di Architettura e Studi Urbani"),
    ("initiatives/off-campus-san-vittore", "it", r"Dentro il carcere di San Vittore"),
    ("initiatives/off-campus-san-vittore", "en", r"Inside Milan’s San Vittore prison"),
    ("agreements/polimi-regione-lombardia-2021", "it", r"solo dell’approvazione della Giunta regionale"),
    ("initiatives/polisocial-award", "it", r"ludoteca «smart» e multisensoriale"),
    ("initiatives/vivaio-bicocca", "it", r"5\.750 m²"),
    ("initiatives/incontri-sulla-ricerca-polito", "it", r"incontri di 30 o 45 minuti"),
    ("initiatives/campus-sostenibile-polito", "it", r"Protocollo Itaca"),
    ("initiatives/universita-partecipata", "it", r"cittadinanza attiva, responsabilità sociale"),
    ("organisations/politecnico-di-torino", "it", r"40 aree di intervento"),
    ("organisations/politecnico-di-torino", "it", r"dal 2019 al 2024"),
    ("organisations/universita-di-milano-bicocca", "it", r"fondato nel 2001"),
    ("organisations/universita-bocconi", "it", r"laurea magistrale sul rischio informatico"),
    ("organisations/universita-degli-studi-di-milano", "it", r"Medicina e Chirurgia"),
    ("organisations/hub-pubblica-amministrazione", "it", r"trasversali oppure dedicati a un solo tema"),
    ("organisations/anvur", "it", r"agenzia che valuta gli atenei"),
    ("cantieri/salute", "it", r"senza precisarne il ruolo"),
    ("organisations/politecnico-di-milano", "it", r"fondato nel 1863"),
    ("organisations/politecnico-di-milano", "en", r"founded in 1863"),
    ("organisations/politecnico-di-milano", "it", r"tre sedi principali a Milano"),
    ("organisations/politecnico-di-milano", "it", r"Lecco, Cremona, Mantova e Piacenza, e una in Cina, a Shanghai"),
    ("organisations/politecnico-di-milano", "it", r"12 dipartimenti; al 15 marzo 2023"),
    ("organisations/politecnico-di-milano", "it", r"4 scuole; al 15 marzo 2023"),
    ("organisations/politecnico-di-milano", "en", r"12 departments; as of 15 March 2023"),
    ("organisations/politecnico-di-milano", "en", r"4 schools; as of 15 March 2023"),
    ("organisations/politecnico-di-milano", "it", r"oltre 250 laboratori e grandi infrastrutture"),
    ("organisations/politecnico-di-milano", "it", r"oltre 100 Paesi"),
    ("organisations/politecnico-di-milano", "it", r"28% di iscritti internazionali .*?; anno accademico 2020–21"),
    ("organisations/politecnico-di-milano", "it", r"calcolo ad alte prestazioni"),
    ("organisations/anci-lombardia", "it", r"quasi tutti i 1\.506 Comuni lombardi"),
    ("organisations/anci-lombardia", "en", r"1,506"),
    ("organisations/anci-lombardia", "it", r"«Casa dei Comuni»"),
    ("organisations/anci-lombardia", "it", r"tre ambiti"),
    (f"sources/{SOCIAL}", "it", r"non è datata.*2019 o di prima"),
    (f"sources/{SOCIAL}", "en", r"undated.*2019 or earlier"),
    (f"sources/{RELEASE_2025}", "it", r"terzo ambito prioritario ha due nomi"),
    ("areas/assicurazione-della-qualita", "it", r"linee guida.*mappatura.*«Good Practice»"),
    ("areas/attivita-culturali", "it", r"30 o 45 minuti"),
    ("areas/collaborazioni-con-istituzioni-e-imprese", "it", r"«trasversali» o «focalizzati»"),
    ("areas/collaborazioni-con-istituzioni-e-imprese", "it", r"«Aziende e bandi».*regionali, nazionali ed europei"),
    ("areas/collaborazioni-con-istituzioni-e-imprese", "en", r"“Aziende e bandi” \(companies and calls\)"),
    ("areas/rafforzamento-dei-legami-di-comunita", "it", r"«no manel policy»"),
    ("areas/sfera-pubblica-e-impatto-sociale", "it", r"prima scuola di tecnologia italiana"),
    ("areas/sfera-pubblica-e-impatto-sociale", "en", r"first school of technology in Italy"),
    ("areas/sostenibilita", "it", r"comunità energetica rinnovabile \(CER\) è in via di costituzione"),
    ("areas/sostenibilita", "it", r"Green Team allargato, lo Student Sustainability HUB e il Protocollo Itaca"),
    ("areas/sostenibilita", "it", r"condizioni di fragilità\..*persone rifugiate"),
    ("areas/sostenibilita", "it", r"[Gg]li eventi devono essere organizzati in modo sostenibile"),
    ("areas/sostenibilita", "en", r"vulnerable students\..*refugees"),
    ("areas/valorizzazione-delle-diversita", "it", r"servizi di counseling"),
    ("networks/cluster-lombardo-ambienti-di-vita", "it", r"aggregatore e coordinatore nel percorso verso il cluster"),
    ("pages/method", "it", r"Ogni cifra ha la sua fonte; se la fonte non è datata, lo diciamo"),
    ("networks/cluster-cosmesi-lombardia", "it", r"in corso"),
    ("networks/cluster-cosmesi-lombardia", "en", r"under way"),
    ("calls/bando-cluster-lombardi-2026", "it", r"Chiuso"),
    ("calls/bando-cluster-lombardi-2026", "it", r"L’anno è dedotto"),
    ("calls/bando-cluster-lombardi-2026", "en", r"Closed"),
]

NEVER = {
    "ten recognised clusters": r"\bdieci cluster\b|\bten (recognised |technology )*clusters\b"
    r"|\b10 (recognised )?cluster(?! tecnologici</span>)",  # ten are of that form, in the picture of the networks
    "the tenth as recognised": r"decimo cluster (tecnologico )?riconosciuto|tenth recognised",
    "a misprint of a source": r"\bdell Lombardia\b|\bsostenibilità social\b(?!»)",
    "rankings": r"\bQS\b|World University Rankings|\b139[°ºª]|\b139th\b|prime 150|top 150",
    "words of the release of 2025": r"rappresenta un passo significativo per potenziare|importante joint venture"
    r"|valore per la società intera",
    "words of the release of 2023": r"sostanzia la positiva collaborazione|leve imprescindibili|irrobustimento"
    r"|da sempre vicino ai bisogni",
    "words of the article": r"ha seguito l’iter sin dai primordi|settore d’eccellenza della manifattura",
    "words of the web page": r"a long-term view, a change of mentality|best realities of the territory",
    "words of the plan": r"volte a stimolare le riflessioni|recupero della fiducia nella scienza da parte"
    r"|tradurre gli aspetti relativi alle tecnologie",
}
"""What no published page may say; a statement is told in our own words."""

MAILBOXES = {
    "ufficio.stampa@unimib.it",
    "relazioni.media@polito.it",
    "relazionimedia@polimi.it",
    "ufficio.stampa@anci.lombardia.it",
}
"""The only addresses that the sources allow to publish."""
