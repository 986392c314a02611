"""What somebody wrote as a sentence, where it is the end of another one."""

import re

_OPENERS = {
    "it": """a al alla alle anche aveva avevamo c ci con da dal dalla del dell della di e è era erano gli ha i il in l
    la le lo mancava mancavano nel nella nelle nessuno non per quel quella quello questa questo secondo si solo sono su
    sul sulla un una uno""",
    "en": """a after all an another as at because by for from he in it its no nobody not of on one only our she since
    some that the their there these they this those to two under we what when with""",
    "de": """alle auf bei das dem den der des die diese dieser dieses ein eine einem einen einer er es für im in kein
    keine man mit nach nicht nur seit so von was weil wir zu zum zur""",
    "fr": """au aucun aucune aux avec c ce ces cet cette d dans des du elle en il ils l la le les nous on pas pour qu
    que selon seul seule sur un une""",
}
"""By language, words that begin a sentence and are no names: their capital is the sentence’s."""
_ORDINARY = {language: frozenset(words.split()) for language, words in _OPENERS.items()}
_NAMES = re.compile(r"L[’']Aquila|La (?:Maddalena|Rochelle|Spezia|Thuile)|Le (?:Havre|Mans)|The Hague")
"""Towns whose names begin like a sentence."""
_WORD = re.compile(r"\w+")


def as_clause(text: str, language: str) -> str:
    """A text as the end of a sentence: without its full stop, and without the capital of an ordinary word.

    A name keeps its capital, and so does every word of which it is not known that it is none.
    """
    first = _WORD.match(text)
    ordinary = first and first[0].lower() in _ORDINARY.get(language, ()) and not _NAMES.match(text)
    said = text.rstrip().rstrip(".")
    return said[:1].lower() + said[1:] if ordinary else said
