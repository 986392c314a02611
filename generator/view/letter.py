"""What a newsletter shows: plain texts and whole addresses, since it is read far from the site."""

from typing import ClassVar

from generator.frozen import dataclass


@dataclass(frozen=True)
class NewsletterItem:
    """A record, and what there is to say of it."""

    ref: str
    """By its folder and id."""
    title: str
    href: str
    note: str


@dataclass(frozen=True)
class NewsletterSection:
    """Records under a heading."""

    heading: str
    items: tuple[NewsletterItem, ...]
    more: str = ""
    """How many others there are that the letter leaves to the site; "" where it has all."""
    href: str = ""
    """Where the site has them."""


@dataclass(frozen=True)
class Newsletter:
    template: ClassVar[str] = "newsletter.html"
    language: str
    title: str
    lead: str
    site: str
    home: str
    banner: str
    """What a demonstration says of itself; "" where it is none."""
    accent: str
    """The colour of links on light backgrounds, and on dark ones."""
    accent_on_dark: str
    sections: tuple[NewsletterSection, ...]
    untold: str
    """How many records only the letters in other languages tell; "" where there is none."""
