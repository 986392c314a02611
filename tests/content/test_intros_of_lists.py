"""Every list of the demonstration says in two sentences or three what its records are."""

import re

from generator.fields.values import Ref
from generator.kinds.catalogue import LISTED
from generator.showcase.model import Showcase
from tests.content.conftest import nothing


def test_every_list_has_an_introduction_in_each_language(showcase: Showcase) -> None:
    missing = []
    for folder in LISTED:
        record = showcase.get(Ref[object]("intros", folder))
        missing += [(folder, one) for one in showcase.settings.languages if not record or one not in record.wordings]
    assert missing == []


def test_an_introduction_is_two_or_three_sentences_under_twenty_five_words(showcase: Showcase) -> None:
    found = []
    for folder in LISTED:
        for language, wording in showcase[Ref[object]("intros", folder)].wordings.items():
            sentences = [one for one in re.split(r"(?<=\.)\s+", wording.prose.text) if one]
            found += [(folder, language, len(sentences))] if len(sentences) not in (2, 3) else []
            found += [(folder, language, one) for one in sentences if len(one.split()) > 25]
    nothing(map(str, found))
