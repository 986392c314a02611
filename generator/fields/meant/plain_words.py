"""What days, lengths and numbers that people write have in common: small numbers in words, and “not stated”."""

from collections.abc import Mapping

SMALL: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            *("zero null zéro", "un uno una one a ein eine un une", "due two zwei deux", "tre three drei trois"),
            *("quattro four vier quatre", "cinque five fünf cinq", "sei six sechs six", "sette seven sieben sept"),
            *("otto eight acht huit", "nove nine neun neuf", "dieci ten zehn dix", "undici eleven", "dodici twelve"),
        )
    )
    for name in names.split()
}
_UNKNOWN = {
    *("non indicato", "non indicata", "non indicati", "non specificato", "non specificata", "non noto", "non nota"),
    *("non dichiarato", "non dichiarata", "non disponibile", "non pervenuto", "non riportato", "non riportata"),
    *("non definito", "non definita", "non previsto", "non prevista", "sconosciuto", "sconosciuta", "ignoto", "ignota"),
    *("n.d.", "n.d", "nd", "n/d", "n.a.", "n/a", "n.p.", "not stated", "unknown", "not available", "not specified"),
    *("da definire", "da verificare", "da completare", "tbd", "tba", "?", "??", "???", "-", "--", "–", "—"),
    *("not_stated", "non so", "boh", "nessun dato"),
}


def says_unknown(written: str) -> bool:
    """Whether a value says in words that nobody says what it is."""
    return plain(written) in _UNKNOWN


def plain(written: str) -> str:
    """Small letters and single spaces, without what stands around a value."""
    return " ".join(written.replace("’", "'").strip("\"'“”«»‘’ \u00a0").casefold().split())
