"""References: to a record of a kind, to any record, to an entry of a vocabulary."""

from typing import TypeVar

from generator.fields.texts import ID, TextType
from generator.fields.types import FieldType, RefusedError, Schema, Speaker, Written, definition, whole
from generator.fields.values import AnyRef, Ref, Term
from generator.view.text import Piece
from generator.words import N_, Phrase, Words

K = TypeVar("K")


class Reference(FieldType[Ref[K]]):
    """The bare id of a record in `folder`."""

    expected = N_("an id")
    widget = "relation"
    is_code = True

    def __init__(self, folder: str, example: str = "universita-di-esempio") -> None:
        self.folder, self.example = folder, example

    def read(self, written: Written) -> Ref[K]:
        text = self.text(written)
        if not ID.fullmatch(text):
            example = Phrase(N_("the id of a record of content/{folder}"), {"folder": self.folder})
            raise RefusedError("bad-reference", text, example=example)
        return Ref(self.folder, text)

    def write(self, value: Ref[K]) -> Written:
        return value.id

    def meant(self, written: str) -> tuple[str, ...]:
        """Several ids that no comma parts."""
        parts = written.replace(";", " ").split()
        return (", ".join(parts),) if len(parts) > 1 and all(map(ID.fullmatch, parts)) else ()

    def schema(self, words: Words) -> Schema:
        return {
            "type": ["string", "integer"],
            "pattern": whole(ID.pattern),
            "minimum": 0,
            "x-reference": self.folder,
        }

    def say(self, value: Ref[K], speaker: Speaker) -> Piece:
        return speaker.link(value)


class AnyReference(FieldType[AnyRef]):
    """The folder and the id of any record: `agreements/comune-e-ateneo`."""

    expected = N_("a reference")
    help = N_("Folder and id of a record, such as agreements/comune-e-ateneo.")
    example = "agreements/comune-e-ateneo"
    widget = "relation"
    defined = "AnyRecord"
    is_code = True

    def read(self, written: Written) -> AnyRef:
        text = self.text(written)
        folder, _, id_ = text.partition("/")
        if not (ID.fullmatch(folder) and ID.fullmatch(id_)):
            example = Phrase(N_("the folder and the id of a record, such as {example}"), {"example": self.example})
            raise RefusedError("bad-reference", text, example=example)
        return Ref(folder, id_)

    def schema(self, words: Words) -> Schema:
        return {**definition(self.defined), "x-reference": "*"}

    def say(self, value: AnyRef, speaker: Speaker) -> Piece:
        return speaker.link(value)


class ListOrRecord(TextType):
    """What a link of the site leads to: the list of a kind, by its folder, or one record, by folder and id."""

    defined = "ListOrRecord"

    def schema(self, words: Words) -> Schema:
        return definition(self.defined)


class TermType(FieldType[Term]):
    """The bare id of an entry of a vocabulary; never all digits, which YAML takes for a number."""

    expected = N_("an id")
    example = "energia"
    widget = "relation"
    is_code = True

    def __init__(self, vocabulary: str, example: str = "energia") -> None:
        self.vocabulary, self.example = vocabulary, example

    def read(self, written: Written) -> Term:
        text = self.text(written)
        if not ID.fullmatch(text) or text.isdigit():
            example = Phrase(N_("the id of an entry of content/vocabularies/{name}.yaml"), {"name": self.vocabulary})
            raise RefusedError("bad-reference", text, example=example)
        return Term(self.vocabulary, text)

    def schema(self, words: Words) -> Schema:
        pattern = whole(rf"(?![0-9]+\s*$){ID.pattern}")
        return {"type": "string", "pattern": pattern, "x-vocabulary": self.vocabulary}

    def say(self, value: Term, speaker: Speaker) -> Piece:
        return speaker.term(value)

    def _shown(self) -> Written:
        return "energia"


ANY_RECORD = AnyReference()
