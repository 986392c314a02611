"""Which field was meant by a word that names none."""

from collections.abc import Iterator
from functools import cache

from generator.fields.called import fields_called
from generator.fields.choices import Choice
from generator.fields.declare import Group
from generator.kinds.catalogue import BY_FOLDER, folders_called
from generator.problems.spelling import did_you_mean, named_so, same_names, telling_words


def meant_field(written: str, model: type[Group]) -> tuple[str, ...]:
    """The field of a model that was meant, if any is near; two where both are called so.

    What another kind calls a field is a word of its own: here it is meant only as one or several of the same. Other
    words that are said anywhere end otherwise, but are no slips for what is spelt alike.
    """
    called, words = fields_called(model), telling_words(written)
    if same := same_names(written, called):
        return same[:2]
    if named := named_so(written, called):
        return (named,)
    is_told = " ".join(words) in _labels()
    if not is_told and (near := did_you_mean(written, called, spelt=not _words().issuperset(words))):
        return near
    return tuple(name for name in called if _as_one(name) == _as_one(written))


@cache
def _labels() -> frozenset[str]:
    """What kinds, their fields and the choices of these are called in any language."""
    called = [folders_called(), *map(fields_called, _models())]
    fields = [field for model in _models() for field in model.declared.values()]
    called += [field.item.called() for field in fields if isinstance(field.item, Choice)]
    return frozenset(" ".join(telling_words(label)) for one in called for labels in one.values() for label in labels)


@cache
def _words() -> frozenset[str]:
    return frozenset(word for label in _labels() for word in label.split())


@cache
def _models() -> tuple[type[Group], ...]:
    """Every kind, and every group inside one."""
    return tuple(dict.fromkeys(inner for kind in BY_FOLDER.values() for inner in _with_inner(kind)))


def _with_inner(model: type[Group]) -> Iterator[type[Group]]:
    yield model
    for field in model.declared.values():
        if field.group:
            yield from _with_inner(field.group)


def _as_one(name: str) -> str:
    """A name in English as it is of one thing: party, parties; source, sources."""
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")
