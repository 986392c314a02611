"""Pages of prose: what the showcase is, how it works, what the law asks it to say."""

from collections.abc import Mapping
from typing import ClassVar

from generator.fields.choices import Choice, Option
from generator.fields.declare import needed, optional
from generator.fields.web import ADDRESS_WORDS
from generator.kinds.base import Kind
from generator.words import N_

PURPOSES = Choice(
    {
        "about": Option(N_("about")),
        "method": Option(N_("method")),
        "accessibility": Option(N_("accessibility")),
        "privacy": Option(N_("privacy")),
        "legal": Option(N_("legal notes")),
        "report": Option(N_("report")),
    }
)

SOUGHT = {
    "about": N_("third mission, what the third mission is, public engagement, about us, who we are"),
    "method": N_("open data, data, download, how it is made, how you count, sources"),
    "accessibility": N_("accessibility statement, feedback on accessibility"),
    "privacy": N_("cookies, personal data, data protection"),
    "legal": N_("licence, copyright, reuse"),
    "report": N_("contact, contacts, contact us, write to us, e-mail, report an error, mistake"),
}
"""Words by which people look for the page of a purpose."""


class Page(Kind):
    singular: ClassVar[str] = N_("a page")
    folder: ClassVar[str] = "pages"
    plural: ClassVar[str] = N_("Pages")
    search_rank: ClassVar[int] = 2
    segments: ClassVar[Mapping[str, str]] = {"it": "pagine", "en": "pages"}
    is_listed: ClassVar[bool] = False
    is_prose: ClassVar[bool] = True
    in_feeds: ClassVar[bool] = False
    needs_source: ClassVar[bool] = False

    address: Mapping[str, str] = needed(
        ADDRESS_WORDS, N_("Address"), block="head", hidden=N_("it is the address of the page")
    )
    purpose: str | None = optional(
        PURPOSES,
        N_("Purpose"),
        help=N_("What the page is for: the foot of every page links it accordingly."),
        block="head",
        hidden=N_("footers and reports find the page by it"),
    )

    @property
    def own_address(self) -> Mapping[str, str]:
        return self.address

    @property
    def sought_as(self) -> str:
        return SOUGHT[self.purpose] if self.purpose else ""
