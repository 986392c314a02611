"""What links may name in the text of a record, as its page shows it."""

from generator.content.record import AnyRecord
from generator.showcase.answers import texts_of
from generator.showcase.model import Showcase


def headings(showcase: Showcase, record: AnyRecord, language: str) -> tuple[str, ...]:
    """The anchors of the text on the page to which a link in a language leads.

    None where the page has no text: of a withdrawn record, of one that another's page tells, and in a language into
    which the text is not translated.
    """
    languages = showcase.languages(record.ref)
    if record.facts.withdrawn or not languages:
        return ()
    showcase.witness.sees(texts_of(record))
    wording = record.wordings.get(language if language in languages else languages[0])
    return wording.prose.anchors if wording else ()
