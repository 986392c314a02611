"""Pages of prose: what the showcase is, how it works, what the law asks it to say."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator

from generator.kinds.base import Kind
from generator.kinds.declare import needed, optional
from generator.kinds.fields import ID, Choices, refuse
from generator.words import N_, Phrase

PURPOSE = Choices(
    {
        "about": N_("about"),
        "method": N_("method"),
        "accessibility": N_("accessibility"),
        "privacy": N_("privacy"),
        "legal": N_("legal notes"),
        "report": N_("report"),
    }
)


def _read_addresses(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(word, str) for word in value.values()):
        expected = Phrase(N_("an address for each language"))
        raise refuse("wrong-type", value, expected=expected, example="{it: metodo, en: method}")
    for word in value.values():
        if not ID.fullmatch(word):
            raise refuse("bad-id", word, id=word, example="metodo")
    return dict(value)


class Page(Kind):
    singular: ClassVar[str] = N_("a page")
    folder: ClassVar[str] = "pages"
    plural: ClassVar[str] = N_("Pages")
    needs_source: ClassVar[bool] = False

    address: Annotated[Mapping[str, str], PlainValidator(_read_addresses)] = needed(N_("Address"))
    purpose: Annotated[str, PlainValidator(PURPOSE)] | None = optional(N_("Purpose"))
