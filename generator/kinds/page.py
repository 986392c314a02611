"""Pages of prose: what the showcase is, how it works, what the law asks it to say."""

from collections.abc import Mapping

from generator.fields.choices import Choice
from generator.fields.declare import needed, optional
from generator.fields.web import ADDRESS_WORDS
from generator.kinds.base import Kind
from generator.words import N_

PURPOSES = Choice(
    {
        "about": N_("about"),
        "method": N_("method"),
        "accessibility": N_("accessibility"),
        "privacy": N_("privacy"),
        "legal": N_("legal notes"),
        "report": N_("report"),
    }
)

SOUGHT = {
    "about": N_("third mission, what the third mission is, public engagement, about us, who we are"),
    "method": N_("how it is made, how you count, sources"),
    "accessibility": N_("accessibility statement, feedback on accessibility"),
    "privacy": N_("cookies, personal data, data protection"),
    "legal": N_("licence, copyright, reuse"),
    "report": N_(
        "contact, contacts, contact us, write to us, feedback, e-mail, email, e-mail address, email address, "
        "report an error, mistake, correction, corrections"
    ),
}
"""Words by which people look for the page of a purpose."""


class Page(Kind):
    singular = N_("a page")
    folder = "pages"
    plural = N_("Pages")
    search_rank = 2
    segments = {"it": "pagine", "en": "pages"}
    is_listed = False
    is_prose = True
    in_feeds = False
    needs_source = False

    address: Mapping[str, str] = needed(
        ADDRESS_WORDS,
        N_("Address"),
        help=N_("The word its address ends in, in each language: lower-case letters, digits and single hyphens."),
        block="head",
        hidden=N_("it is the address of the page"),
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
