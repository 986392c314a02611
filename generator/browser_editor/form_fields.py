"""Declared fields → the fields of a form: all of them, in the order of the model at every depth.

So what is saved differs only in what was edited. What no form can ask for, because it is a text or a group by turns,
stands hidden at its place and keeps what it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.vocabularies import Vocabulary
from generator.fields.choices import Choice
from generator.fields.declare import Field, Group, GroupOf
from generator.fields.in_languages import DifferingType
from generator.fields.references import Reference, TermType
from generator.fields.texts import TEXT, FileNameType, FlagType, LocalisedType, NumberType
from generator.fields.types import FieldType, ListOf
from generator.kinds.base import Kind
from generator.text.inline import sentence_case
from generator.words import Words

FormPart = dict[str, Any]
"""As the configuration has it."""
NOT_STATED = "not_stated"
"""The field that names what no source states."""
_OF_SEVERAL = ("select", "relation")
_HIDDEN: FormPart = {"widget": "hidden"}
_OURS = ("", "head", "sources", "not-stated", "verified")
"""The blocks of what no source could state: it is said by those who write."""


@dataclass(frozen=True)
class FormFields:
    """The fields of forms in the words of one language."""

    words: Words
    languages: Sequence[str]
    """Those of the site."""
    vocabularies: Mapping[str, Vocabulary]

    def of(self, model: type[Group], translated: Iterable[str], listed: Iterable[str] = ()) -> list[FormPart]:
        """The fields of a kind or a group; those `translated` are asked for in each language, with dots for inner ones.

        `listed` are names that its records list as not stated, besides those of its own fields.
        """
        names = set(translated)
        return [self._field(model, one, names, listed) for one in model.declared.values()]

    def _field(self, model: type[Group], one: Field, translated: set[str], listed: Iterable[str]) -> FormPart:
        inner = {name.partition(".")[2] for name in translated if name.startswith(f"{one.name}.")}
        asked = self._not_stated(model, listed) if one.name == NOT_STATED else self._asked(one.is_a, inner)
        named = {"name": one.name, "label": sentence_case(self.words.text(one.label))}
        if asked == _HIDDEN:
            return {**named, **_HIDDEN}
        return {
            **named,
            **asked,
            "required": one.presence == "needed",
            "hint": " ".join(self._hints(model, one)),
            **({"i18n": True} if one.name in translated or inner else {}),
        }

    def _hints(self, model: type[Group], one: Field) -> Iterable[str]:
        text = self.words.text
        yield from dict.fromkeys(text(said) for said in (one.help, one.is_a.help) if said)
        if one.limit:
            yield text("At most {number} characters.", number=self.words.number(one.limit))
        if one.presence == "required" and NOT_STATED in model.declared:
            told = model.declared[NOT_STATED].label
            yield text("If the source does not say it, tick it under “{label}”.", label=text(told))

    # --- what asks for a type ---

    def _asked(self, is_a: FieldType[Any], translated: set[str]) -> FormPart:
        if isinstance(is_a, ListOf):
            return self._list(is_a, translated)
        if isinstance(is_a, GroupOf):
            return {"widget": "object", "collapsed": "auto", "fields": self.of(is_a.model, translated)}
        if isinstance(is_a, DifferingType):
            return _HIDDEN
        if isinstance(is_a, LocalisedType):
            return {"widget": "object", "collapsed": "auto", "fields": self._in_each_language()}
        if isinstance(is_a, Choice | TermType):
            return self._choice(is_a)
        if isinstance(is_a, Reference):
            return _relation(is_a)
        if isinstance(is_a, FlagType):  # a switch would write "false" where nothing is written
            return {"widget": "select", "options": [{"label": self.words.text("yes"), "value": True}]}
        if isinstance(is_a, NumberType):
            return {"widget": "number", "value_type": "int", "min": 0}
        if isinstance(is_a, FileNameType):
            return {"widget": "file", "choose_url": False}
        return self._text(is_a)

    def _list(self, is_a: ListOf[Any], translated: set[str]) -> FormPart:
        least = {"min": is_a.at_least} if is_a.at_least else {}
        item = is_a.item
        if isinstance(item, GroupOf):
            return {"widget": "list", "collapsed": "auto", "fields": self.of(item.model, translated), **least}
        if isinstance(item, LocalisedType):
            return {"widget": "list", "fields": self._in_each_language(), **least}
        if isinstance(item, Choice | TermType | Reference):
            asked = self._asked(item, set())
            if asked["widget"] in _OF_SEVERAL:  # a vocabulary without verified terms offers nothing to choose from
                return {**asked, "multiple": True, **least}
        one = {"name": "value", "label": self.words.text("Entry"), **self._text(item)}
        return {"widget": "list", "field": one, **least}

    def _choice(self, is_a: Choice | TermType) -> FormPart:
        if isinstance(is_a, Choice):
            said = {value: self.words.text(option.label) for value, option in is_a.options.items()}
        else:
            terms = self.vocabularies[is_a.vocabulary].terms if is_a.vocabulary in self.vocabularies else ()
            said = {one.id: _first(one.label, self.languages) for one in terms if one.verified}
        if not said:
            return self._text(is_a)
        return {"widget": "select", "options": [{"label": label, "value": value} for value, label in said.items()]}

    def _not_stated(self, model: type[Group], listed: Iterable[str]) -> FormPart:
        """A list of what no source states: all that the record can state, and what its records already list."""
        fields = (one for one in model.declared.values() if not issubclass(model, Kind) or one.block not in _OURS)
        names = {one.name: self.words.text(one.label) for one in fields if one.presence != "needed"}
        names |= {name: name for name in sorted(listed) if name not in names}
        options = [
            {"label": name if label == name else f"{label} ({name})", "value": name}
            for name, label in names.items()
            if name != NOT_STATED
        ]
        return {"widget": "select", "multiple": True, "options": options}

    def _in_each_language(self) -> list[FormPart]:
        return [
            {
                "name": language,
                "label": sentence_case(self.words.language_name(language)),
                "widget": "string",
                "required": language == self.languages[0],
            }
            for language in self.languages
        ]

    def _text(self, is_a: FieldType[Any]) -> FormPart:
        """A text on one line, held to the pattern of its type where it has one."""
        pattern = is_a.schema(self.words).get("pattern", "")
        if not pattern or pattern == TEXT.schema(self.words)["pattern"]:
            return {"widget": "string"}
        example = is_a.example if isinstance(is_a.example, str) else ""
        told = self.words.text("written like this: {example}", example=example)
        return {"widget": "string", "pattern": [pattern, told]}


def _relation(is_a: Reference[Any]) -> FormPart:
    """A pick list of the records of a kind; beside it one is made on the spot."""
    return {
        "widget": "relation",
        "collection": is_a.folder,
        "value_field": "{{slug}}",
        "display_fields": ["title"],
        "search_fields": ["title"],
    }


def _first(said: Mapping[str, str], languages: Sequence[str]) -> str:
    return next((said[language] for language in languages if language in said), "")
