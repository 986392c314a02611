"""Groups of facts made up from what kinds declare, with texts that are hard to write down as YAML."""

from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from hypothesis import strategies as st

from generator.content.open_data import PlaceAddressType, RorType
from generator.content.settings import Settings
from generator.content.settings_types import (
    GapsType,
    ModelType,
    OwnedType,
)
from generator.content.style import StyleSheet
from generator.content.vocabularies import Vocabulary
from generator.fields.choices import Choice
from generator.fields.colours import ColourType
from generator.fields.dates import DayType, DurationType, YearsType
from generator.fields.declare import Group, GroupOf
from generator.fields.degrees import DegreesType
from generator.fields.in_languages import DifferingType
from generator.fields.istat import IstatType
from generator.fields.meant.plain_words import says_unknown
from generator.fields.moments import MomentType
from generator.fields.quantities import CountType, MoneyType, QuantityType
from generator.fields.references import AnyReference, ListOrRecord, Reference, TermType
from generator.fields.texts import (
    CodeType,
    DigestType,
    FewWordsType,
    FileNameType,
    FlagType,
    ImpersonalType,
    LanguageType,
    LocalIdType,
    LocalisedType,
    NumberType,
    TextType,
)
from generator.fields.time_zones import TimeZoneType
from generator.fields.types import FieldType, ListOf
from generator.fields.web import AddressWordsType, AddressWordType, BaseUrlType, MailboxType, SitePathType, UrlType
from generator.kinds.catalogue import COUNTS, KINDS
from generator.kinds.indicator import ComputedType
from generator.kinds.intro import Intro
from generator.kinds.translation import Translation

LANGUAGES = ("it", "en")
LOOKALIKES = (
    "no yes on off y ~ null Null true FALSE 0 7 007 0123 -1 +39 1_000 0x1F 0o17 017 0b1 1e3 1.5 .5 5. 1e-3"
    " .inf -.INF .nan 12:30 12:30:45 2026-03-26 2026-03 2025-02-30 2001-12-14T21:59:43Z = << - ? :"
    " -x ?x :x - --- ... --- %x a: :a a:b"
    " #x x#y &a *a !x |x >x 'x \"x @x `x [x] {x} ,x x,y x] \\x \\ ' '' \" 'x' l'a «x» l’a 🌊 è e\u0301 \u200b \u00adx"
    " | > > 250 ~< 5"
)
PIECES = st.one_of(
    st.sampled_from(LOOKALIKES.split(" ")),
    st.sampled_from([" ", "  ", "\t", ": ", " #", " - ", "' ", '" ', "\u2028", "\ufeff", "x" * 1100]),
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12),
)
texts = (
    st.lists(PIECES, min_size=1, max_size=4)
    .map(lambda pieces: "".join(pieces).strip())
    .filter(lambda text: text and not says_unknown(text))
)
ids = st.sampled_from("x energia citta-di-x 2019 0123 1e3 007 true no null a-1".split())
urls = st.sampled_from(["https://a.example/", "http://a.example/#x", "https://a.example/?a=b&c='d':e,[f]"])
localised = st.permutations(LANGUAGES).flatmap(lambda order: st.fixed_dictionaries(dict.fromkeys(order, texts)))
addresses = st.permutations(LANGUAGES).flatmap(lambda order: st.fixed_dictionaries(dict.fromkeys(order, ids)))
READ: Mapping[type[FieldType[Any]], st.SearchStrategy[str]] = {
    DayType: st.sampled_from("2019 1088 2026-03 2025-03-26 2024-02-29".split()),
    YearsType: st.sampled_from("2017 1999 2012-13".split()),
    DurationType: st.sampled_from(["1 day", "3 years", "18 months"]),
    QuantityType: st.sampled_from("34 0 1234 0.125 12.5 1234.567".split())
    | st.sampled_from(
        ["~< 200", "~ 2500000 EUR", "< 3", "> 250", "999999999999999", "0.5 EUR", "73500.25 EUR", "1.25 PERCENT"]
    ),
    CountType: st.sampled_from(["34", "~< 200", "> 0", "999999999999999"]),
    MoneyType: st.sampled_from(["0 EUR", "~ 2500000 EUR", "73500.25 EUR", "> 1.5 CHF"]),
    DigestType: st.sampled_from("5f0c2e9b7a41d386 0123456701234567 1234567890123456 123456789012e345".split()),
    LanguageType: st.sampled_from(["it", "en", "fur"]),
    NumberType: st.integers(0, 999_999_999).map(str),
    ModelType: st.just("1"),
    Reference: ids,
    AnyReference: st.tuples(st.just("agreements"), ids).map("/".join),
    TermType: ids.filter(lambda id_: not id_.isdigit()),
    LocalIdType: ids,
    MomentType: st.sampled_from(["2027-05-12", "2027-05-12 18:30", "2027-05-12 18:30 Europe/Lisbon"]),
    DegreesType: st.sampled_from(["45.47826", "-9.1", "0"]),
    UrlType: urls,
    RorType: st.just("https://ror.org/012345678"),
    PlaceAddressType: st.sampled_from(
        ["http://publications.europa.eu/resource/authority/country/ITA", "https://sws.geonames.org/3175395/"]
    ),
    BaseUrlType: st.just("https://a.example/"),
    IstatType: st.just("015146"),
    GapsType: st.just("https://a.example/{path}?{title}&{body}"),
    SitePathType: st.sampled_from(["/a/", "/accordi/0123/"]),
    MailboxType: st.just("info@a.example"),
    ColourType: st.sampled_from(["#12397f", "#000000"]),
    AddressWordType: ids,
    TimeZoneType: st.sampled_from(["Europe/Lisbon", "UTC"]),
}
"""What each type reads that is not a text of any kind."""
ANY_TEXT = (TextType, FewWordsType, ImpersonalType, ListOrRecord)
"""The types that read any of these texts: one that is in neither must say what it reads."""


def groups(model: type[Group]) -> st.SearchStrategy[Any]:
    """Groups with all that they need, and some of the rest."""
    parts = {}
    for one in model.declared.values():
        filled = values(one.is_a)
        if one.unit_in:  # any words may stand after it
            filled = filled.filter(lambda value: not value.code)
        parts[one.name] = filled if one.presence == "needed" else st.just(nothing(one.is_a)) | filled
    if model.exactly_one:
        filled, empty = (model.declared[name] for name in model.exactly_one)
        parts |= {filled.name: values(filled.is_a), empty.name: st.just(nothing(empty.is_a))}
    return st.fixed_dictionaries(parts).map(lambda facts: model(**facts))


def nothing(is_a: FieldType[Any]) -> Any:
    """The value of a field that is not filled."""
    return () if isinstance(is_a, ListOf) else False if isinstance(is_a, FlagType) else None


def values(is_a: FieldType[Any]) -> st.SearchStrategy[Any]:
    """Values of a type."""
    if isinstance(is_a, GroupOf):
        return groups(is_a.model)
    if isinstance(is_a, ListOf):
        return st.lists(values(is_a.item), min_size=1, max_size=2).map(tuple)
    if type(is_a) in READ:
        return READ[type(is_a)].map(is_a.read)
    if isinstance(is_a, OwnedType):
        return st.just("placeholder") | values(is_a.inner)
    if isinstance(is_a, Choice):
        return st.sampled_from(list(is_a.options))
    if isinstance(is_a, CodeType):
        return st.sampled_from(is_a.codes)
    if isinstance(is_a, ComputedType):
        return st.sampled_from(list(COUNTS))
    if isinstance(is_a, FlagType):
        return st.booleans()
    if isinstance(is_a, AddressWordsType):
        return addresses
    if isinstance(is_a, LocalisedType):
        return localised
    if isinstance(is_a, DifferingType):
        return texts | localised
    if isinstance(is_a, FileNameType):
        return texts.map(lambda name: normalize("NFC", name))
    assert type(is_a) in ANY_TEXT, f"no values are known for {is_a}"
    return texts


any_group = st.sampled_from([*KINDS, Translation, Settings, Vocabulary, StyleSheet, Intro]).flatmap(groups)
