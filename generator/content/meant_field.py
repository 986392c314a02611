"""Which field was meant by a word that names none."""

from functools import lru_cache

from generator.fields.called import fields_called
from generator.fields.declare import Group
from generator.kinds.catalogue import BY_FOLDER
from generator.problems.spelling import called_just_so, did_you_mean, named_so


def meant_field(written: str, model: type[Group]) -> tuple[str, ...]:
    """The field of a model that was meant, if any is near.

    What another kind calls a field is a word, and no slip for what is spelt alike here, but for the name itself.
    """
    called = fields_called(model)
    if named := named_so(written, called):
        return (named,)
    return did_you_mean(written, [*called]) if _is_word(written) else did_you_mean(written, called, in_part=True)


@lru_cache(1000)
def _is_word(written: str) -> bool:
    return any(called_just_so(written, fields_called(kind)) for kind in BY_FOLDER.values())
