"""The kinds as an owner has them: what each is called, where its list stands and stood, or that it is switched off."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from generator.fields.choices import Choice, Option
from generator.fields.declare import Group, flag, many, needed, optional
from generator.fields.texts import FLAG, LOCALISED
from generator.fields.web import ADDRESS_WORD, LIST_ADDRESS
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER, LISTED
from generator.words import N_, Words

_KINDS = Choice({folder: Option(kind.plural) for folder, kind in BY_FOLDER.items()})


class OwnedKind(Group):
    """A kind as the owner has it."""

    singular: ClassVar[str] = N_("a kind as the owner has it")
    told_apart_by = (("kind",),)
    rules: ClassVar[tuple[Mapping[str, object], ...]] = (
        {
            "if": {"anyOf": [{"required": ["address"]}, {"required": ["former_addresses"]}]},
            "then": {"properties": {"kind": {"enum": LISTED}}},
        },
    )
    kind: str = needed(_KINDS, N_("Kind"), help=N_("The folder of the kind."), example="cantieri")
    off: bool = flag(
        FLAG,
        N_("Switched off"),
        help=N_("Yes if the site does without it: its records, if there are any, are not shown."),
    )
    one: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("One of them"),
        help=N_("What one of its records is called, as within a sentence, without an article."),
        example={"it": "progetto di territorio", "en": "local project"},
    )
    several: Mapping[str, str] | None = optional(
        LOCALISED,
        N_("Several of them"),
        help=N_("What several of its records are called, as within a sentence."),
        example={"it": "progetti di territorio", "en": "local projects"},
    )
    address: Mapping[str, str] | None = optional(
        LIST_ADDRESS, N_("Address of the list"), help=N_("The word of its list’s address, in each language.")
    )
    former_addresses: tuple[str, ...] = many(
        ADDRESS_WORD,
        N_("Former words of the address"),
        help=N_(
            "The words of your own that the address of its list had before; they lead to where it stands now, as "
            "Vetrina’s own does."
        ),
        example=["opere"],
    )


def reworded(words: Words, kinds: Iterable[OwnedKind]) -> Words:
    """The words of a language with what the owner calls some kinds, wherever they are called."""
    said: dict[str, str | tuple[str, str]] = {}
    for owned in kinds:
        said |= dict(_said(words, BY_FOLDER[owned.kind], owned))
    return words.reworded(said) if said else words


def _said(words: Words, kind: type[Kind], owned: OwnedKind) -> Iterator[tuple[str, str | tuple[str, str]]]:
    language = words.language
    one, several = (owned.one or {}).get(language), (owned.several or {}).get(language)
    if one:
        yield from ((kind.singular, one), *([(kind.noun, _capital(one))] if kind.noun else []))
        yield from [(kind.whole, words.text(Kind.whole, record="{record}"))] if kind.whole else []
    if several:
        ours = words.text(kind.plural)
        yield from ((title, _capital(several)) for title in (kind.plural, kind.list_title) if title)
        for heading in _headings(kind):
            if (said := words.text(heading)).startswith(ours):
                yield heading, f"{_capital(several)}{said[len(ours) :]}"
    if one and several:
        yield kind.counted[0], (f"{{number}} {one}", f"{{number}} {several}")


def _headings(kind: type[Kind]) -> Iterator[str]:
    """What heads the records of a kind on the pages of those that they refer to, and their numbers."""
    yield from (measure.title for measure in kind.measures)
    yield from (backlink.heading for backlink in kind.backlinks.values())
    yield from (field.backlink.heading for field in kind.declared.values() if field.backlink)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
