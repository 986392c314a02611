"""What somebody meant who wrote something else: by what it is called in any language first, then by its spelling."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

_NEAR = 0.8
"""How alike two spellings must be: less, and an Italian word is taken for an English one that means something else."""
_STEM = 5
_SMALL = set(
    """a al alla allo ai agli alle con da dal dalla dalle dai dei degli del della delle dello di e ed gli i il in la
    le lo nel nella o per su sul sulla un una uno the of on in at for by to and or an""".split()
)


def did_you_mean(
    written: str, known: Iterable[str] | Mapping[str, Iterable[str]], *, in_part: bool = False
) -> tuple[str, ...]:
    """The one of what is known that was meant, if any is near; what each is called may stand beside its name.

    With `in_part`, as where there are few to choose from, words that only one of them is called by are enough.
    """
    called = known if isinstance(known, Mapping) else dict.fromkeys(known, ())
    names = {name: [name, *labels] for name, labels in called.items()}
    spelt = _folded(written)
    for alike in (_is_same, _has_same_stems, *((_has_its_stems,) if in_part else ())):
        found = [name for name, labels in names.items() if any(alike(spelt, _folded(label)) for label in labels)]
        if len(found) == 1 or (found and alike is _is_same):
            return (found[0],)
    looks = {_folded(label): name for name, labels in names.items() for label in reversed(labels)}
    near = get_close_matches(spelt, sorted(looks), n=1, cutoff=_NEAR)
    return (looks[near[0]],) if near else ()


def same_names(written: str, known: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """All that are called what was written, but for capitals, accents and signs: no spelling is guessed."""
    spelt = _folded(written)
    return tuple(
        name for name, labels in known.items() if any(_is_same(spelt, _folded(one)) for one in (name, *labels))
    )


def _folded(text: str) -> str:
    """Small letters without accents, and single blanks for all that is neither letter nor digit."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def _is_same(written: str, label: str) -> bool:
    return written == label != ""


def _has_same_stems(written: str, label: str) -> bool:
    """Whether two names are of the same words but for their endings: firmato il, firma."""
    stems, others = _stems(written), _stems(label)
    return bool(stems) and stems == others and any(len(stem) >= _STEM for stem in stems)


def _has_its_stems(written: str, label: str) -> bool:
    """Whether a name has all the words of another, and more: punto, punto sulla mappa."""
    stems = _stems(written)
    return stems < _stems(label) and any(len(stem) >= _STEM for stem in stems)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in text.split() if word not in _SMALL)
