"""Introductions: what the records of a kind are, and why they are here, at the head of their list."""

from typing import ClassVar

from generator.kinds.base import Kind
from generator.words import N_


class Intro(Kind):
    """Named for the folder of the kind that it introduces; it has a text, and no page of its own."""

    singular: ClassVar[str] = N_("an introduction")
    folder: ClassVar[str] = "intros"
    plural: ClassVar[str] = N_("Introductions")
    is_listed: ClassVar[bool] = False
    in_feeds: ClassVar[bool] = False
    needs_source: ClassVar[bool] = False
    only: ClassVar[tuple[str, ...]] = ("title", "allow")
