"""What a script composes a dossier of: the records, when each holds and is in force, and which answer to what.

The page asks for it once somebody composes; `showcase/selection.py` decides, here as everywhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from generator.content.brief import ref_of
from generator.fields.values import AnyRef
from generator.kinds.catalogue import KINDS, kind_of
from generator.kinds.organisation import Organisation
from generator.kinds.place import Place
from generator.presenters.dossier_page import acting_in, dossier_row
from generator.presenters.proposing import can_propose
from generator.showcase.answers import settled
from generator.showcase.in_force import force_of, is_unsigned, may_be_in_force
from generator.showcase.selection import Questions, at_place, selected, with_partner
from generator.showcase.spans import days_of, possible_span_of, sure_span_of
from generator.text.context import Context
from generator.text.inline import Plain, fields, sentence_case, text_of
from generator.view.data_files import Data
from generator.view.text import Inline, Piece

CHOICES = ("partner", "place", "topic", "kind", "university", "audience")
"""The questions that have a choice of answers, as `vetrina dossier` calls them."""


def selection_files(context: Context) -> Iterator[tuple[str, Callable[[], Data]]]:
    """The file, where there is anything to be composed."""
    if can_propose(context.showcase):
        yield context.urls.dossier_index(context.language), partial(selection_data, context)


def selection_data(context: Context) -> Data:
    """The questions, each with its answers and the numbers of the records that give them; who acts; the records."""
    refs = selected(context.showcase, Questions()).refs
    numbers = {ref: number for number, ref in enumerate(refs)}
    acting = {ref: _acting(context, ref) for ref in refs}
    among = {name: number for number, name in enumerate(dict.fromkeys(chain.from_iterable(acting.values())))}
    return Data(
        context.urls.dossier_index(context.language),
        {
            "questions": {name: list(_answers(context, name, numbers)) for name in CHOICES},
            "acting": [[one.id, *fields(context.link(one))[:3]] for one in map(ref_of, among)],
            "records": [[*_told(context, ref), [among[name] for name in acting[ref]]] for ref in refs],
        },
        compact=True,
    )


@settled
def _acting(context: Context, ref: AnyRef) -> tuple[str, ...]:
    """Who acts in a record, by name."""
    return tuple(map(str, acting_in(context, ref)))


def _answers(context: Context, name: str, numbers: dict[AnyRef, int]) -> Iterator[tuple[object, ...]]:
    """Each answer to a question that some record gives: its name, its label, its language, the records."""
    found = [
        (id_, label, sorted(numbers[ref] for ref in refs if ref in numbers))
        for id_, label, refs in _possible(context, name, numbers)
    ]
    ordered = found if name == "kind" else sorted(found, key=lambda one: (one[1].text.casefold(), one[0]))
    yield from ((id_, sentence_case(label.text), label.lang, given) for id_, label, given in ordered if given)


def _possible(context: Context, name: str, refs: Iterable[AnyRef]) -> Iterator[tuple[str, Piece, Iterable[AnyRef]]]:
    """What may be answered to a question, and which records then answer."""
    showcase = context.showcase
    if name == "kind":
        for kind in KINDS:
            yield kind.folder, Piece(context.words.text(kind.plural)), [ref for ref in refs if kind_of(ref) is kind]
    elif name in ("topic", "audience"):
        for term in (term for term in showcase.classified if term.vocabulary == f"{name}s"):
            yield term.id, context.term_label(term), showcase.names_of(term)
    elif name == "university":
        held = defaultdict[AnyRef, list[AnyRef]](list)
        for ref in refs:
            for one in showcase.universities_in(ref):
                held[one].append(ref)
        yield from ((one.id, context.link(one), given) for one, given in held.items())
    else:
        kind, given_by = (Organisation, with_partner) if name == "partner" else (Place, at_place)
        for one in showcase.names(kind):
            if given := given_by(showcase, one):
                yield one.id, context.link(one), given


@settled
def _told(context: Context, ref: AnyRef) -> Plain:
    """A record in a line: its kind, its id, its title and the way to it, since when, until when, where it stands; the
    days on which it may hold, those on which it is in force, those on which it is or may be, those between which it
    holds for certain; whether nobody is known to have signed it."""
    row, showcase = dossier_row(context, ref), context.showcase
    said = map(_said, (row.since, row.until, row.status))
    spans = (ask(showcase, ref) for ask in (possible_span_of, force_of, may_be_in_force, sure_span_of))
    days = (days_of(span) if span else () for span in spans)
    return (ref.folder, ref.id, *fields(row.title)[:3], *said, *days, is_unsigned(showcase, ref))


def _said(cell: Inline) -> str:
    """The words of a cell; "" where nothing is known."""
    return "" if any(one.unknown for one in cell) else text_of(cell)
