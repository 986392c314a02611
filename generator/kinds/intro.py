"""Introductions: what the records of a kind are, and why they are here, at the head of their list."""

from generator.kinds.base import Kind
from generator.words import N_


class Intro(Kind):
    """Named for the folder of the kind that it introduces; it has a text, and no page of its own."""

    singular = N_("an introduction")
    folder = "intros"
    plural = N_("Introductions")
    is_listed = False
    in_feeds = False
    needs_source = False
    only = ("title", "allow")
