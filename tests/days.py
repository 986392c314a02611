"""The pages of a site on any day, also on one of which no rule would let it be built."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.content.read import Contents
from generator.content.validate import Content, validate
from generator.machine.memo import Memo
from generator.output.render import renderer_of
from generator.output.templates import Templates
from generator.pages.site_map import outputs, plan
from generator.planned import Output
from generator.showcase.answers import DAY_SAID, OF_DAY
from generator.showcase.model import Showcase
from generator.showcase.relate import relate
from generator.text.context import contexts_of
from generator.view.board import MeasureBody
from generator.view.dossiers import DossiersBody
from generator.view.outputs import HtmlPage, View
from generator.view.pictures import PictureBody
from generator.view.register import RegisterBody
from generator.words import words_for
from tests.store import STORE

LONG_BEFORE, LONG_AFTER = datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)
"""Before all that records tell, and after it: whatever depends on the day is another on one of them."""
TEMPLATES = Path(__file__).parents[1] / "templates"
ASSETS = dict.fromkeys((path.name for path in sorted((TEMPLATES / "assets").iterdir()) if path.is_file()), "/x")
_SHOWN_BY = Templates((TEMPLATES,))
_COUNTING = (DossiersBody, MeasureBody, PictureBody)
"""What browsers compose of statuses, and the numbers of the board, each of the day on which it is counted."""


def content_of(root: Path) -> Content:
    """The content of a site."""
    content, problems = validate(Contents(root, Memo(STORE)))
    assert content, problems
    return content


def pages_on(content: Content, day: datetime.date) -> Mapping[str, Output]:
    """Every file of a site on a day by its path, pages among them, to be made when it is asked for."""
    showcase, _ = relate(content, day, drafts=False)
    return {one.path: one for one in outputs(plan(contexts_of(showcase)), ASSETS, production=False)}


def computed_for_nothing(content: Content, day: datetime.date, language: str = "") -> list[str]:
    """The pages, of a language or of all, that depend on the day, and show on any other what they show on this one.

    What they say is that of one day on each, so that only what is computed for it is another.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Showcase, "day_said", property(_the_same))
        return _same_on_any_day(content, day, language)


def _the_same(showcase: Showcase) -> datetime.date:
    showcase.witness.sees(OF_DAY, DAY_SAID)
    return LONG_BEFORE


def _same_on_any_day(content: Content, day: datetime.date, language: str) -> list[str]:
    pages = {path: one for path, one in pages_on(content, day).items() if one.language in (language or one.language)}
    made = {path: view for path, one in pages.items() if isinstance(view := one.make(), HtmlPage)}
    same = {path: _shown(view) for path, view in made.items() if view.built and not _counts(view)}
    assert same
    for other in (LONG_BEFORE, LONG_AFTER):
        there = pages_on(content, other)
        same = {path: shown for path, shown in same.items() if path in there and _shown(there[path].make()) == shown}
    return list(same)


def _counts(page: HtmlPage) -> bool:
    """Whether it counts what there is on the day, or by status, whatever comes out."""
    body = page.body
    return isinstance(body, _COUNTING) or bool(isinstance(body, RegisterBody) and body.facets and body.facets.tiles)


def _shown(view: View) -> bytes:
    """A page as a file, without the day that its foot says."""
    assert isinstance(view, HtmlPage)
    return renderer_of(_SHOWN_BY).render(replace(view, built=""), words_for(view.language))
