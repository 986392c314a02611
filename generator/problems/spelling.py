"""What somebody meant who wrote something else: by what it is called in any language first, then by its spelling."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from itertools import takewhile

_NEAR = 0.8
"""How alike two spellings must be: less, and an Italian word is taken for an English one that means something else."""
_STEM, _ENDING = 5, 2
"""Of how many letters at least is what two words share, and at most what each has besides."""
_SLIPS = 6
"""In so many letters one may be left out or doubled: a shorter name within a longer one is another word."""
_SHORT = 4
"""In fewer letters another order is another word."""
_SMALL = set(
    """a al alla allo ai agli alle con da dal dalla dalle dai dei degli del della delle dello di e ed gli i il in la
    le lo nel nella o per su sul sulla un una uno the of on in at for by to and or an un""".split()
)


def did_you_mean(
    written: str, known: Iterable[str] | Mapping[str, Iterable[str]], *, in_part: bool = False, spelt: bool = True
) -> tuple[str, ...]:
    """The one of what is known that was meant, if any is near; what each is called may stand beside its name.

    A slip is seldom in the first letter, and a short word has but one; two letters that changed places are one. Words
    beside a name may end otherwise; the name is then a code, which may not. With `in_part`, as where there are few to
    choose from, words that only one of them is called by are enough; without `spelt` a word is no slip for another.
    """
    names, letters = _names(known), _folded(written)
    others = (_has_same_stems, *((_has_its_stems,) if in_part else ()))
    in_words = {name: [*labels][1:] or labels for name, labels in names.items()}
    if named := named_so(written, names) or next(
        (one for alike in others if (one := _named(written, in_words, alike))), ""
    ):
        return (named,)
    if not spelt:
        return ()
    looks = {_folded(label): name for name, labels in names.items() for label in reversed([*labels])}
    if len(swapped := {looks[one] for one in looks if _is_swapped(letters, one)}) == 1:
        return (*swapped,)
    slips, first = len(letters) // _SLIPS, letters[:1]
    as_long = sorted(one for one in looks if one[:1] == first and abs(len(one) - len(letters)) <= max(1, slips))
    near = get_close_matches(letters, as_long, n=1, cutoff=_NEAR)
    return (looks[near[0]],) if near and _apart(letters, near[0]) <= max(2, slips + 1) else ()


def _is_swapped(written: str, other: str) -> bool:
    """Whether two spellings differ in the order of two letters side by side: fomr, form."""
    apart = [at for at, pair in enumerate(zip(written, other, strict=False)) if pair[0] != pair[1]]
    if len(written) != len(other) or len(written) < _SHORT or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return written[first] == other[second] and written[second] == other[first]


def _apart(written: str, other: str) -> int:
    """How many letters are left out or put in between two spellings; one in the place of another is both."""
    return round((1 - SequenceMatcher(None, other, written).ratio()) * (len(written) + len(other)))


def named_so(written: str, known: Iterable[str] | Mapping[str, Iterable[str]]) -> str:
    """The one of what is known that is called so, but for capitals, accents, small words and the vowels that words end
    in; "" if none is.
    """
    names = _names(known)
    return _named(written, names, _is_same) or _named(written, names, _is_inflected)


def called_just_so(written: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Those of what is known that are called so, but for capitals, accents and signs: no word may be missing."""
    spelt = _folded(written)
    return [name for name, labels in known.items() if spelt and spelt in map(_folded, labels)]


def _named(written: str, names: Mapping[str, Iterable[str]], alike: Callable[[str, str], bool]) -> str:
    """The one that is called alike; "" where none is, or several that are not called just the same."""
    spelt = _folded(written)
    found = [name for name, labels in names.items() if any(alike(spelt, _folded(label)) for label in labels)]
    return found[0] if len(found) == 1 or (found and alike is _is_same) else ""


def _names(known: Iterable[str] | Mapping[str, Iterable[str]]) -> Mapping[str, Iterable[str]]:
    """What is known, each with all that it is called."""
    called = known if isinstance(known, Mapping) else dict.fromkeys(known, ())
    return {name: dict.fromkeys((name, *labels)) for name, labels in called.items()}


def telling_words(text: str) -> list[str]:
    """The words of a text that tell it from others, folded: neither articles nor prepositions."""
    words = _folded(text.replace("’", " ")).split()
    return [word for word in words if word not in _SMALL and len(word) > 1] or words


def same_names(written: str, known: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """All that are called what was written, but for capitals, accents and signs: no spelling is guessed."""
    return tuple(called_just_so(written, _names(known)))


def _folded(text: str) -> str:
    """Small letters without accents, and single blanks for all that is neither letter nor digit."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def _is_same(written: str, label: str) -> bool:
    return written == label != ""


def _is_inflected(written: str, label: str) -> bool:
    """Whether two names are of the same words but for gender and number: firmato, firmata; accordo, un accordo."""
    roots = _roots(written)
    return roots == _roots(label) and any(len(root) >= _STEM for root in roots)


def _roots(text: str) -> tuple[str, ...]:
    words = [word for word in text.split() if word not in _SMALL]
    return tuple(root if len(root := word.rstrip("aeiou")) >= _STEM else word for word in words)


def _has_same_stems(written: str, label: str) -> bool:
    """Whether two names are of the same words but for their endings: firmato il, firma."""
    words, others = _told(written), _told(label)
    return _are_in(words, others) and _are_in(others, words) and any(len(word) >= _STEM for word in words)


def _has_its_stems(written: str, label: str) -> bool:
    """Whether a name begins with all the words of another, and has more: punto, punto sulla mappa."""
    words = [word for word in written.split() if word not in _SMALL]
    others = [word for word in label.split() if word not in _SMALL]
    begins = len(words) < len(others) and all(map(_is_akin, words, others))
    return begins and any(len(word) >= _STEM for word in words)


def _told(text: str) -> frozenset[str]:
    return frozenset(text.split()) - _SMALL


def _are_in(words: Collection[str], others: Collection[str]) -> bool:
    return bool(words) and all(any(_is_akin(word, other) for other in others) for word in words)


def _is_akin(word: str, other: str) -> bool:
    """Whether two words differ in their endings alone: firmato and firma; not contributo and contraente."""
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return word == other or (stem >= _STEM and max(len(word), len(other)) - stem <= _ENDING)
