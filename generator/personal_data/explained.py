"""Numbers that are no telephone's: what their check digits, the word before them or their unit explains."""

import re
from collections.abc import Callable
from functools import partial

from generator.personal_data.mailboxes import ROLE_WORD
from generator.personal_data.person_names import PERSON_NAMES

_GAP = r"(?:[^\S\n]|[./·–-])"
_MOBILE = rf"(?:(?:\+|00)?39{_GAP}?)?3\d{{2}}{_GAP}{{0,3}}(?:\d{_GAP}?){{6}}\d(?!{_GAP}?\d)"
_SPACED_MOBILE = rf"(?:(?:\+|00)?39{_GAP})?3\d{{2}}{_GAP}{{1,3}}(?:\d{_GAP}?){{6}}\d(?!{_GAP}?\d)"
"""An Italian mobile number, and one with its prefix apart: what stands before or after it explains no such."""
_LANDLINE = rf"0[1-9]\d{{0,2}}{_GAP}{{1,3}}(?:\d{_GAP}?){{4,7}}\d(?!{_GAP}?\d)"
"""An Italian landline with its prefix apart."""
_TOLL_FREE = rf"80[03]{_GAP}\d{{3}}{_GAP}?\d{{3}}(?!{_GAP}?\d)"
"""A number that costs its caller nothing, with its prefix apart."""
_OTHER = rf"\s(?:{_MOBILE}|{_LANDLINE})"
"""A telephone number that follows another number."""
_CODES = r"""
    (?:smart\s?)?c\.?i\.?g\.?(?:\s(?:derivat[oi] | figli[oa] | padre | master | quadro))? | c\.?u\.?p\.? | simog | anac
    | mepa | r\.?d\.?o\.? | o\.?d\.?a\.? | cpv | p\.?\s?iva | partita\siva | vat | c\.?\s?f\.? | codice\sfiscale | issn
    | isbn(?:-1[03])? | isni | orcid | doi | ror | handle | arxiv | pm(?:c?id) | viaf | gnd | oclc | scopus(?:\sid)?
    | matr\. | serial(?:e | \sn(?:o | umber)\.?)? | prot(?:\.(?:\sgen\.)?)? | rep\. | d\.?g\.?r\.?(?:\s[IVX]+\s?/)?
    | d\.?r\.? | d\.?m\.? | d\.?lgs\.? | l\. | art(?:icolo | \.) | act\snumber | lotto | rea | cciaa | istat
    | matricola | codice\s[^\W\d]+ | grant(?:\sagreement)? | ga | particella | sub | foglio | mappale | sha\S* | hash
    | (?:marchi[oa]?|disegno|modello)\s(?:dell['’]\s?)?(?:UE|EU|unione\seuropea|comunitari[oa]) | MUE | EUTM | EUIPO
    | pct\S* | commit | versione | version | tabella | table | cap | segnatura | conto\sdi\stesoreria | c/c
    | (?:numero | num\. | n\.)\s(?:di\s)?prot(?:ocollo | \.)
"""
"""What is numbered by whoever keeps it: such a number is nobody's telephone."""
_WORDS = r"""
    accordo | agreement | avviso | cod\. | code | codice | conto | contratto | convenzione | domanda | gara | invoice
    | iris | istanza | p\.i\. | progetto | project | record | registro | scheda | serie
"""
_COUNTED = r"""
    id | order | ordine | repertorio | protocollo(?!:\s?0[1-9]\d{7,8}(?!\d))(?:\sgenerale)?
    | determina(?:zione)?(?:\s[^\W\d]+)? | decreto | legge
    | delibera(?:zione)?(?:\sd(?:i|el|ella|el\sla|ell['’])\s?(?:giunta|consiglio|senato|assemblea))? | atto | bando
    | pratica | fascicolo | mandato(?:\sdi\s\w+)? | fattura | inventario
"""
"""What may be numbered, and may as well be what somebody is to be called about; of the second an unbroken number is."""
_NO = r"n(?:(?:r|um|umero|umber|\.?o)?\b\.?|\.?\s?°)[\s:]{0,2}"
_THEN = r"(?:[\s.:]{0,3}|-)"
"""Between a word and its number; the hyphen is that of ids and of file names."""
_NUMBER = rf"\d(?:(?!{_OTHER})[\d\s./–-])*"
"""A number, up to a telephone number that follows it."""
_WHOSE = r"(?:\([^()\d]{1,20}\)\s?|(?-i:(?!TEL|CELL|FAX)[A-Z]{2,8}[.\s-]){1,3}(?=[\d.-]*\d{3}))?"
"""Between a word and its number: of which kind it is, or whose register it stands in."""
_LABELLED = re.compile(
    rf"(?<![^\W_])(?:(?:{_CODES}){_THEN}(?:{_NO})?(?:prot\.?\s)?{_WHOSE}"
    rf"|(?:{_WORDS} | {_COUNTED}){_THEN}{_NO}(?:prot\.?\s)?"
    rf"|(?:{_WORDS}){_THEN}(?!{_MOBILE}|(?<!-){_LANDLINE})"
    rf"|(?:{_COUNTED}){_THEN}(?!{_SPACED_MOBILE}|(?<!-){_LANDLINE})){_NUMBER}",
    re.IGNORECASE | re.VERBOSE,
)
_CALLED = rf"""
    {ROLE_WORD} | {"|".join(sorted(PERSON_NAMES))}
    | a[dilt]? | all[ao] | il | lo | la | un | dal | del | nel | sul | quest[oa] | nostro | suo | mio | e | o | on | the
    | our | us | me | chiam\w* | contatt\w* | tel | telefon\w* | cell\w* | call\w* | phone | fax | whatsapp | sms
    | referente | responsabile | info\w* | portineri[ae] | portier[ei] | custod[ei] | reperibil\w+ | reception
    | prenotazion[ei] | dott(?:\.?ssa)? | prof(?:\.?ssa)? | professor\w* | sig(?:\.?ra)? | guardia | infermeria
"""
"""What stands before the number of whoever is to be called."""
_IS_CALLED = re.compile(rf"(?:{_CALLED})\b", re.IGNORECASE | re.VERBOSE)
_NUMBERED = re.compile(
    rf"(?<![^\W_])[^\W\d_]+\.?\s(?!num){_NO}(?!{_MOBILE})\d{{5,}}(?:/\d{{2,4}})?"
    r"(?![\s./·–-]{0,2}\d)",
    re.IGNORECASE | re.VERBOSE,
)
"""What says of itself that it is numbered, whatever it is, and its unbroken number."""
_CODE = re.compile(
    r"(?<![\w./–-])(?=[\dA-Z-]*[A-Z])(?=(?:[\dA-Z]+-)*(?:(?:19|20)\d{2}|[A-Z]+\d+|\d+[A-Z]+)\b)[\dA-Z]+(?:-[\dA-Z]+)+"
    r"(?![\w./–-]|\s\d)"
)
"""Capitals and figures in parts, one of them a year or of both."""
_ALONE = r"(?<![\d+])(?<!\d[\s.,/·–-])(?<!\d\))(?<!\d\)\s)(?<!\d\s[/·–-]\s)"
"""Where no number goes on."""
_AMOUNT = rf"(?!0\d)\d(?:(?!{_OTHER})(?:\d|[.,\n](?=\d)|[^\S\n]))*+"
"""A number as amounts are written: none begins with a nought but that of a fraction."""
_MONEY = re.compile(
    rf"(?:€|\bEUR\b|\beuro\b|\b(?:USD|CHF|GBP)\b|[$£])\s?(?!{_SPACED_MOBILE}){_AMOUNT}"
    rf"|{_ALONE}(?!{_SPACED_MOBILE}){_AMOUNT}\n?(?:€|%|\$|(?:EUR|euro|USD|CHF|GBP|dollari|dollars|sterline|pounds|franchi|francs)\b)",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    rf"\b(?:[kMG]Wh?|kg|mq|m²|km²?)[\s:]{{1,2}}(?!{_MOBILE}){_AMOUNT}"
    rf"|{_ALONE}{_AMOUNT}\n?(?:[kMG]Wh|kg|mq|k?m[²2]|km|visualizzazioni|views)\b"
    rf"|{_ALONE}(?!{_MOBILE}){_AMOUNT}\n?(?:milioni|million|miliardi|abitanti|residenti|inhabitants|persone"
    r"|people|studenti|students|visite|visits|visitator[ei]|visitatrici|visitors|spettatori|partecipanti|participants"
    r"|utenti|users|iscritti|download|scaricamenti|byte|m|(?:ore|hours)(?!\s(?:\d|dalle|da)))\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(
    r"(?<![\d+.,/])(?<!\d[\s–-])"
    r"(?:\d[.,]\d{5,}|(?!39[.,]3\d)[1-9]\d[.,]\d{4,}|0[13-57-9][.,]\d{4,}|0(?![1345789][0159])[1345789]\d[.,]\d{4,})"
    r"(?!\d|[\s./–-]\d)"
)
"""No Italian number has one or two digits before a point but 02 and 06, nor three but those of the larger towns."""
_PAGES = re.compile(r"\bpp?\.\s{0,2}\d{1,5}\s?[–-]\s?\d{1,5}(?![\s./–-]?\d)")
_SUM = re.compile(
    r"\b(?:bilancio|budget|cost[io]|entrate|fatturato|import[io]|ricav[io]|spes[ae]|total[ei]?|uscite|valor[ei]|value)"
    r"(?:\s(?:al\s|del\s|nel\s|of\s|in\s)?(?:19|20)\d{2})?[\s:]{1,3}[1-9]\d{0,2}(?:[ .]\d{3})+(?![ ./-]?\d)",
    re.IGNORECASE,
)
"""What a balance sheet says, in groups of three."""
_GOES_ON = re.compile(r"\+\d[\d\s.()/–-]{0,20}\Z")
"""Of a number with its country what stands before the end of a text."""
_IN_LANDLINE = "".join(rf"(?<!(?<!\d)0\d{{{few}}}[ .]{group})" for few in (1, 2, 3) for group in ("", r"\d{3}[ .]"))
_GROUPED = re.compile(
    rf"(?<![\d+(.]){_IN_LANDLINE}(?<!80[03] )(?!80[03] (?!000)\d{{3}} 000(?!\d| \d))[1-9]\d{{0,2}}"
    r"(?:(?:[. ]\d{3})*[. ]000|(?:\.\d{3}){3,}|(?:[. ]\d{3})+,\d\d)(?!\d)"
)
"""A number in groups of three that ends in noughts or in cents, or has more of them than a telephone's; the end of
none."""
_OF_A_YEAR = re.compile(
    r"(?<![\d+./–-])(?<!\d\s)\d{5,7}/(?:19|20)\d{2}(?![./–-]?\d|\s\d)"
    rf"|\b[A-Z]{{2,6}}\s?\((?:19|20)\d{{2}}\)\s(?!{_MOBILE}|{_LANDLINE})\d+(?![./–-]?\d|\s\d)"
)
"""What a court or an institution counts in each year."""
_DATES = re.compile(
    r"\b\d{1,2}([./-])\d{1,2}\1(?:19|20)\d{2}\b|\b(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2}\b"
    r"|(?:(?<![\d.+/-])(?:0?[1-9]|1[0-2])[./-]|\((?:0[1-9]|1[0-2])\)\s)(?:19|20)\d{2}\b(?![./-]?\d|\s\d{3,4}\b)"
)
"""Days, and months with their year; 02/2012 345 is a telephone in Milan."""
_FROM_TO = r"(?:[01]?\d|2[0-3])[.:h][0-5]\d\s?[–-]\s?(?:[01]?\d|2[0-4])[.:h][0-5]\d"
_HOURS = re.compile(
    rf"(?<![\d.+/–-])(?<!\d\s){_FROM_TO}(?:[\s,;/e]{{1,3}}{_FROM_TO})*(?:(?={_OTHER})|(?![./–-]?\d|\s\d))"
)
"""When an office is open."""
_YEARS = re.compile(
    r"\b(?:19|20)\d{2}(?:(?:[\s,/–-]|\be\b|\band\b){1,4}(?:19|20)\d{2}\b)+"
    rf"|(?:\b(?:19|20)\d{{2}}|(?<![\d+.,/·–-])(?<!\d\s)(?<!\d\)\s)\d{{1,3}}(?:[/–-]\d{{1,2}})?)"
    rf"(?=\s(?!0[1-9]\s(?:19|20)\d\d(?!\s?\d{{4}}(?!\d))){_LANDLINE})"
)
"""Years, and the year or the small number before a telephone number, of a house, a room or an hour."""
_DEGREES = re.compile(r"(?<![\d.+])(?:[1-9]?\d|1[0-7]\d)[.,]\d{5,8}(?!\d)")
"""A point on a map; 02.12345678 is a telephone in Milan."""
_DOI = re.compile(r"\b(?:10\.\d{4,9}|handle\.net)/\S+")
_CODES_OF_SO_MANY = re.compile(
    r"\bC\.?U\.?P\.?[\s.:]{1,3}[A-Z]\s?\d\s?\d\s?[A-Z](?:\s?\d){11}\b"
    r"|\bC\.?I\.?G\.?[\s.:]{1,3}[A-FXYZ\d](?:\s?[A-F\d]){9}\b"
    r"|\bISBN(?:-1[03])?[\s.:]{1,3}(?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dX]\b"
)
"""The codes of public projects, of tenders and of books, however their signs are grouped: so many and no more."""
_IN_A_WORD = re.compile(r"\b(?=\w*[^\W\d_])(?=\w*\d)\w+")
_EXPLAINED = (
    *(_DOI, _CODE, _CODES_OF_SO_MANY, _LABELLED, _OF_A_YEAR, _PAGES, _DECIMAL, _MONEY, _SUM, _MEASURED),
    *(_DATES, _HOURS, _YEARS, _IN_A_WORD),
)


def without_explained(text: str) -> str:
    """A text in which spaces stand for the numbers that are explained; its length stays."""
    for pattern in _EXPLAINED:
        text = pattern.sub(_blank, text)
    text = _GROUPED.sub(lambda one: one[0] if _GOES_ON.search(one.string[: one.start()]) else _blank(one), text)
    for pattern, explains in _CHECKED:
        text = pattern.sub(partial(_blank_where, explains), text)
    return _DEGREES.sub(lambda match: match[0] if match[0].startswith("0") else _blank(match), text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_where(explains: Callable[[str], bool], match: re.Match[str]) -> str:
    return _blank(match) if explains(match[0]) else match[0]


def _digits(written: str) -> list[int]:
    return [10 if sign in "xX" else int(sign) for sign in written if sign.isdigit() or sign in "xX"]


def _is_vat(written: str) -> bool:
    """An Italian VAT number or the tax code of a body: 11 digits, the last by Luhn."""
    doubled = [digit * 2 - 9 * (digit > 4) if place % 2 else digit for place, digit in enumerate(_digits(written))]
    return sum(doubled) % 10 == 0


def _is_issn(written: str) -> bool:
    return sum(digit * weight for digit, weight in zip(_digits(written), range(8, 0, -1), strict=True)) % 11 == 0


def _is_isni(written: str) -> bool:
    """ISNI and ORCID: ISO 7064, mod 11-2."""
    *rest, last = _digits(written)
    total = 0
    for digit in rest:
        total = (total + digit) * 2
    return (12 - total % 11) % 11 == last


def _is_isbn(written: str) -> bool:
    return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(_digits(written))) % 10 == 0


def _is_numbered(written: str) -> bool:
    """Whether nobody is called by the word before the number."""
    return not _IS_CALLED.match(written)


def _is_list(written: str) -> bool:
    """Small numbers in their order, such as those of the goals of sustainable development."""
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    return numbers == sorted(set(numbers))


_CHECKED: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_NUMBERED, _is_numbered),
    (re.compile(r"(?<![\d+])\d{11}(?!\d)"), _is_vat),
    (re.compile(r"(?<!\d)(?<!\d-)\d{4}-\d{3}[\dX](?![\d-])"), _is_issn),
    (re.compile(r"(?<!\d)(?:\d{4}[ -]?){3}\d{3}[\dX](?!\d)"), _is_isni),
    (re.compile(r"(?<!\d)97[89](?:[ -]?\d){10}(?!\d)"), _is_isbn),
    (re.compile(r"(?<![\d+(./–-])(?<!\d\s)[1-9]\d?(?:[\s,;]{1,2}[1-9]\d?){4,}(?![\d./–-]|\s\d)"), _is_list),
)
