"""The pages of a site on any day, also on one of which no rule would let it be built."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.content.read import Contents
from generator.content.validate import Content, validate
from generator.machine.memo import Memo
from generator.pages.site_map import outputs, plan
from generator.planned import Output
from generator.showcase.answers import DAY_SAID, OF_DAY
from generator.showcase.relate import relate
from generator.text.context import Context, contexts_of
from generator.view.dossiers import DossiersBody
from generator.view.outputs import HtmlPage
from generator.view.text import Inline
from tests.store import STORE

LONG_BEFORE, LONG_AFTER = datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)
"""Before all that records tell, and after it: whatever depends on the day is another on one of them."""
ASSETS = dict.fromkeys(
    ("vetrina.css", "embed.css", "front.css", "icon.svg", "overlay.js", "list.js", "search.js"), "/x"
)


def content_of(root: Path) -> Content:
    """The content of a site."""
    content, problems = validate(Contents(root, Memo(STORE)))
    assert content, problems
    return content


def pages_on(content: Content, day: datetime.date) -> Mapping[str, Output]:
    """Every file of a site on a day by its path, pages among them, to be made when it is asked for."""
    showcase, _ = relate(content, day, drafts=False)
    return {one.path: one for one in outputs(plan(contexts_of(showcase)), ASSETS, production=False)}


def computed_for_nothing(content: Content, day: datetime.date) -> list[str]:
    """The pages that say for which day they were made, wherever, and are the same on any other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Context, "computed_on", _silently)
        return _same_on_any_day(content, day)


def _silently(context: Context) -> Inline:
    """For no day, whatever day a page says that its statuses are of."""
    context.witness.sees(OF_DAY, DAY_SAID)
    return ()


def _same_on_any_day(content: Content, day: datetime.date) -> list[str]:
    pages = {path: view for path, one in pages_on(content, day).items() if isinstance(view := one.make(), HtmlPage)}
    pages = {
        path: view for path, view in pages.items() if not isinstance(view.body, DossiersBody)
    }  # browsers compose it
    same = {path: replace(view, built="") for path, view in pages.items() if view.built}
    assert same
    for other in (LONG_BEFORE, LONG_AFTER):
        there = pages_on(content, other)
        same = {path: view for path, view in same.items() if path in there and _undated(there[path]) == view}
    return list(same)


def _undated(page: Output) -> HtmlPage:
    """A page without the day that its foot says."""
    view = page.make()
    assert isinstance(view, HtmlPage)
    return replace(view, built="")
