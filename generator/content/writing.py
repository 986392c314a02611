"""A record that is being written, with its translations, and the records that it is the first to name."""

from collections.abc import Iterator, Sequence

from generator.content.draft import Draft
from generator.content.file_endings import ending_of
from generator.content.freshness import new_mark
from generator.content.given import Given, Known
from generator.content.record import Wording, words_of
from generator.content.suggested import id_for
from generator.content.validate import Content
from generator.fields.declare import Field
from generator.fields.texts import ID, is_web_address
from generator.fields.values import AnyRef, Ref
from generator.fields.walk import leaves
from generator.fields.web import UrlType
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.translation import Translation

_TEXT = "text"
"""What the text of a record is called where its fields are given; no kind has such a field."""
_EVIDENCE = "sources"
_UNPUBLISHED = "draft"


class Writing:
    """A new record of a kind, its translations into some languages, and the partners and sources it brings along."""

    def __init__(self, kind: type[Kind], content: Content, languages: Sequence[str]) -> None:
        self.languages = content.settings.languages
        """The site's."""
        self._content, self._given = content, Given(_names(content), content.settings.language_of_facts)
        self.kind, self.main = kind, Draft(kind, self._given)
        self.translations = {language: Draft(Translation, self._given) for language in languages}
        self.others: dict[AnyRef, Draft] = {}
        """The records that it names and that are not there yet."""

    def put(self, path: str, given: str) -> None:
        """Give a field a value: `en.title` is of a translation, `comune-di-x.nature` of a record it brings along.

        Raises RefusedError, and NoFieldError.
        """
        draft, name = self.draft_at(path)
        if name == _TEXT:
            draft.text = given
        else:
            draft.put(name, given)
        self._meet()

    def draft_at(self, path: str) -> tuple[Draft, str]:
        """The record or the translation that a field is of, and its name there."""
        first, _, rest = path.partition(".")
        if rest and first in self.translations:
            return self.translations[first], rest
        others = {ref.id: draft for ref, draft in self.others.items()}
        if rest and first in others and first not in self.kind.declared:
            return others[first], rest
        return self.main, path

    def forget(self, draft: Draft, field: Field) -> None:
        """Take back what was said of a field."""
        draft.values.pop(field.name, None)
        draft.gaps = [one for one in draft.gaps if one != field.name]
        self._meet()

    def lacks(self) -> Iterator[tuple[str, Field]]:
        """What each of them cannot do without, with what stands before the name of the field."""
        yield from (("", field) for field in self.main.lacks())
        for language, draft in self.translations.items():
            yield from ((f"{language}.", field) for field in draft.lacks())
        for ref, draft in self.others.items():
            yield from ((f"{ref.id}.", field) for field in draft.lacks())

    def is_free(self, id_: str) -> bool:
        """Whether no record of its kind has an id."""
        return Ref(self.kind.folder, id_) not in self._content.records.known

    def suggested_id(self) -> str:
        """An id that no record of its kind has."""
        taken = {ref.id for ref in self._content.records.known if ref.folder == self.kind.folder}
        return id_for(self.main, self.kind, self._content.records, taken)

    def files(self, id_: str) -> dict[str, str]:
        """What its files are to hold, by path."""
        languages = self._content.settings.languages
        found = {}
        for ref, draft in {Ref[object](self.kind.folder, id_): self.main, **self.others}.items():
            if (said := self.main.values.get(_UNPUBLISHED)) and _UNPUBLISHED in draft.model.declared:
                draft.values.setdefault(_UNPUBLISHED, said)  # what only a draft names is one
            ending = ending_of(self._content, BY_FOLDER[ref.folder], has_text=bool(draft.text))
            path = f"content/{ref.folder}/{ref.id}.{ending}"
            found[path] = draft.file(languages, with_text=ending == "md")
        for language, draft in self.translations.items():
            draft.values.pop("translated_from", None)
            if mark := new_mark(_wording(self.main), draft.text):
                draft.values["translated_from"] = mark
            found[f"content/{self.kind.folder}/{id_}.{language}.md"] = draft.file(languages, with_text=True)
        return found

    def _meet(self) -> None:
        """Know the records that are named and not there: what was said of those that are named no more is forgotten."""
        waiting, met = [self.main], dict[AnyRef, Draft]()
        while waiting:
            for ref in _named(waiting.pop()):
                if ref not in self._content.records.known and ref.folder in BY_FOLDER and ref not in met:
                    met[ref] = self.others.get(ref) or self._begun(ref)
                    waiting.append(met[ref])
        self.others = met
        for draft in met.values():
            if any(one.name == _EVIDENCE for one in draft.lacks()) and (shared := self.main.values.get(_EVIDENCE)):
                draft.values[_EVIDENCE] = [{"source": one["source"]} for one in shared]

    def _begun(self, ref: AnyRef) -> Draft:
        """A record of which only the name was given."""
        draft, name = Draft(BY_FOLDER[ref.folder], self._given), self._given.called.get(ref, "")
        if is_web_address(name) and (address := _address_of(draft)):
            draft.put(address, name)
        elif name and not ID.fullmatch(name):
            draft.put("title", name)
        return draft


def _names(content: Content) -> Known:
    """What can be referred to, and what it is called."""
    found: dict[str, dict[str, Sequence[str]]] = {folder: {} for folder in BY_FOLDER}
    for ref in content.records.known:
        note = content.records.notes.get(ref)
        found[ref.folder][ref.id] = note.brief.titles if note else ()
    terms = content.vocabularies.items()
    return found | {
        name: {one.id: [*one.label.values()] for one in words.terms if one.verified} for name, words in terms
    }


def _named(draft: Draft) -> list[AnyRef]:
    """The records that it names."""
    facts = draft.facts()
    found = leaves(facts) if facts else ()
    return [value for way, _, value in found if isinstance(value, Ref) and way[0] in draft.values]


def _address_of(draft: Draft) -> str:
    """The field that holds the address of what a record is of; "" where it has none."""
    return next((one.name for one in draft.model.declared.values() if isinstance(one.is_a, UrlType)), "")


def _wording(draft: Draft) -> Wording:
    """The words of a record."""
    title, short, summary = (str(draft.values.get(name, "")) for name in ("title", "short_title", "summary"))
    return words_of(title, short, summary, "", draft.text)
