"""A new record asked for in a terminal: what it cannot do without first, then whatever else is known."""

from collections.abc import Sequence

from generator.commands.no_such_field import no_such_field
from generator.commands.terminal import answer
from generator.content.draft import Draft
from generator.content.given import NoFieldError, field_called
from generator.content.nodes import Nodes
from generator.content.parse import refused
from generator.content.writing import Writing
from generator.fields.choices import Choice
from generator.fields.declare import Field, Group
from generator.fields.in_languages import NameType
from generator.fields.texts import FLAG, ID, LocalisedType, suggested_id
from generator.fields.types import ListOf, RefusedError
from generator.fields.values import AnyRef
from generator.kinds.base import Kind
from generator.kinds.catalogue import kind_of
from generator.problems.as_text import hint, message
from generator.problems.problem import Position
from generator.problems.setup import SetupError
from generator.words import N_, Labelled, Phrase, Words


class Asking:
    """Asks whoever sits at the terminal; each answer is read at once, and asked again where it cannot be."""

    def __init__(self, writing: Writing, others: Sequence[str], words: Words) -> None:
        """`others` are the languages that records of the site are translated into."""
        self._writing, self._others, self._words = writing, others, words
        self._agreed_on: set[AnyRef] = {*writing.others}

    def all(self) -> None:
        """Ask for all that is lacking, then for more, then for the text."""
        self._say(N_("Answer and press Enter; Enter alone says that no source states it. Ctrl-C: nothing is written."))
        self.lacking()
        while name := self._ask(N_("Another field, by name or label (Enter: none):")):
            self.again(name)
        self._writing.put("text", self._ask(N_("Text of the page, in a line (Enter: none for now):")))
        for language in self._writing.translations:
            called = self._words.language_name(language)
            self._writing.put(
                f"{language}.text", self._ask(N_("The text in {language} (Enter: none):"), language=called)
            )
        self.lacking()

    def lacking(self) -> None:
        """Ask for what it cannot do without, in turn: what is owed follows from what is known."""
        begun = ""
        while lack := next(self._writing.lacks(), None):
            prefix, field = lack
            if prefix != begun:
                self._begin(prefix)
                begun = prefix
            self._field(prefix, field)

    def again(self, path: str) -> None:
        """Ask for a field by its name, in place of what was said of it."""
        try:
            draft, name = self._writing.draft_at(path)
            field = field_called(draft.model, name.partition(".")[0])
        except NoFieldError as error:
            self._tell_mend(*no_such_field(error))
            return
        self._writing.forget(draft, field)
        self._field(path.removesuffix(name), field)

    def mends(self) -> bool:
        """Ask which field is to be said anew; whether there is one."""
        if name := self._ask(N_("Which field do you mend? (Enter: none, and nothing is written)")):
            self.again(name)
            self.lacking()
        return bool(name)

    def id(self) -> str:
        """Ask for the id, and offer one."""
        suggested = self._writing.suggested_id()
        while True:
            answer = self._ask(N_("Id, the name of its file (Enter: {id}):"), id=suggested) or suggested
            if ID.fullmatch(answer) and self._writing.is_free(answer):
                return answer
            if ID.fullmatch(answer):
                self._say(N_("There is “{id}” already."), id=answer)
            else:
                self._say(N_("“{id}” cannot be an id."), id=answer)
                suggested = suggested_id(answer)

    def _begin(self, prefix: str) -> None:
        name = prefix.rstrip(".")
        if name in self._writing.translations:
            self._say(N_("In {language}:"), language=self._words.language_name(name))
            return
        for ref in self._writing.others:
            if ref.id == name:
                said = self._words.text("{what}, {ref}:", what=Phrase(kind_of(ref).singular), ref=ref)
                print(f"\n{said[:1].upper()}{said[1:]}")

    def _field(self, prefix: str, field: Field) -> None:
        """Ask for a field until the answer can be read, or nobody states it."""
        draft, _ = self._writing.draft_at(f"{prefix}{field.name}")
        self._explain(field)
        if field.group and len(field.item.example) != 1:
            self._groups(draft, prefix, field, field.group)
            return
        owed = field.presence == "needed" or field.name == "sources"
        while True:
            answer = self._ask()
            if answer and self._put(prefix + field.name, answer) and self._all_wanted(draft, prefix, field, answer):
                self._other_languages(draft, prefix + field.name, field)
                return
            if not answer and not owed:
                if field.presence == "required":
                    draft.leave_out(field)
                return
            if not answer:
                self._say(N_("It cannot be left out."))

    def _groups(self, draft: Draft, prefix: str, field: Field, model: type[Group]) -> None:
        """Ask for a group by its parts, or for several."""
        several, number = isinstance(field.is_a, ListOf), 1
        while number > 1 or self._agreed(N_("Is anything of it known? (yes, or Enter: no)"), default=False):
            path = f"{prefix}{field.name}" + (f".{number}" if several else "")
            if not self._parts(draft, path, model):
                break
            number += 1
            if not (several and self._agreed(N_("One more? (yes, or Enter: no)"), default=False)):
                return
        if number == 1 and field.presence == "required":
            draft.leave_out(field)

    def _parts(self, draft: Draft, path: str, model: type[Group]) -> bool:
        """Ask for the parts of a group, first for those without which it means nothing; whether there is any."""
        known: set[str] = set()
        inner = sorted(model.declared.values(), key=lambda one: one.presence != "needed")
        for one in (one for one in inner if not one.group):
            if one.name in (model.exactly_one or ()) and known.intersection(model.exactly_one or ()):
                continue
            self._explain(one)
            while True:
                answer = self._ask()
                if answer and self._put(f"{path}.{one.name}", answer):
                    self._other_languages(draft, f"{path}.{one.name}", one)
                    known.add(one.name)
                    break
                if not answer and one.presence == "needed" and known:
                    self._say(N_("It cannot be left out."))
                elif not answer:
                    break
            if not known and one.presence == "needed":
                return False
        return bool(known)

    def _put(self, path: str, answer: str) -> bool:
        """Take an answer; if it cannot be read, say why."""
        try:
            self._writing.put(path, answer)
        except RefusedError as error:
            draft, name = self._writing.draft_at(path)
            field = field_called(draft.model, name.partition(".")[0])
            told = refused(error, Nodes({}, Position("")), (field.name,), field.is_a, self._writing.languages)
            print(f"  {message(told, self._words)}\n  → {hint(told, self._words)}")
            return False
        except NoFieldError as error:
            self._tell_mend(*no_such_field(error))
            return False
        return True

    def _all_wanted(self, draft: Draft, prefix: str, field: Field, answer: str) -> bool:
        """Whether the records that were named first here are to be written too: else the field is asked for again,
        unless another takes a name in its place.
        """
        for ref in [one for one in self._writing.others if one not in self._agreed_on]:
            self._agreed_on.add(ref)
            if not self._agreed(
                N_("There is no record {ref} yet. Write it too? (Enter: yes; or no)"), default=True, ref=ref
            ):
                self._agreed_on.discard(ref)
                self._writing.forget(draft, field)
                names = [one for one in field.unless if type(draft.model.declared[one].is_a) is NameType]
                return any(self._put(prefix + one, answer) for one in names)
        return True

    def _other_languages(self, draft: Draft, path: str, field: Field) -> None:
        """Ask for a text in the other languages that its page has."""
        every = issubclass(draft.model, Kind) and draft.model.every_language
        others = self._others if every else [*self._writing.translations]
        for language in others if isinstance(field.item, LocalisedType) and not isinstance(field.is_a, ListOf) else ():
            if answer := self._ask(N_("The same in {language}:"), language=self._words.language_name(language)):
                self._put(f"{path}.{language}", answer)

    def _explain(self, field: Field) -> None:
        """What a field is called, what is asked, and what can be answered."""
        text, item = self._words.text, field.item
        print(f"\n{text(field.label)}")
        if said := text(field.help or item.help):
            print(f"  {said}")
        if isinstance(item, Choice):
            known = [Labelled(value, one.label) for value, one in item.options.items()]
            self._say(N_("  One of: {known}."), known=known)
        elif isinstance(example := field.example or item.example, str) and example.strip("…"):
            self._say(N_("  Such as: {example}"), example=example)

    def _agreed(self, question: str, *, default: bool, **values: object) -> bool:
        """Whether the answer is yes; what is neither that nor no is not taken for one of them."""
        while answer := self._ask(question, **values):
            if meant := FLAG.meant(answer):
                return meant == ("true",)
            self._say(N_("Answer yes or no."))
        return default

    def _ask(self, question: str = "", **values: object) -> str:
        """What is answered. Raises SetupError where the answers end."""
        said = answer(self._words.text(question, **values) or ">")
        if said is None:
            raise SetupError(
                Phrase(N_("The answers end before all is known: nothing is written.")),
                Phrase(N_("Give the command again, in a terminal; or give each field with --set.")),
            )
        return said

    def _tell_mend(self, told: Phrase, mend: Phrase) -> None:
        print(f"  {self._words.say(told)}\n  → {self._words.say(mend)}")

    def _say(self, text: str, **values: object) -> None:
        print(self._words.text(text, **values))
