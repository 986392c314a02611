"""What has changed is said once on a page, where it opens, and leads to what tells more."""

from generator.kinds.base import Kind
from generator.showcase.model import Showcase
from tests.content.conftest import nothing

LONG = 7
"""The letters of a word that tells something."""


def test_a_summary_does_not_tell_what_the_notice_does(showcase: Showcase) -> None:
    found = []
    noticed = [one for one in showcase.of(Kind) if one.facts.notice]
    assert noticed
    for record in noticed:
        for language, wording in record.wordings.items():
            told = {word for word in record.facts.notice.text[language].casefold().split() if len(word) >= LONG}
            title = set(wording.title.casefold().split())
            found += [(str(record.ref), word) for word in told - title if word in wording.summary.casefold()]
    nothing(found)


def test_a_notice_leads_to_what_tells_of_the_new_situation(showcase: Showcase) -> None:
    nothing(str(one.ref) for one in showcase.of(Kind) if one.facts.notice and not one.facts.notice.see)
