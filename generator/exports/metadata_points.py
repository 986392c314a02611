"""Which of the points that Europe's portal gives to metadata the catalogue cannot have, and why: the owner reads it.

The points are those of the Metadata Quality Assessment of data.europa.eu; what it gives for the form of the catalogue
and of its files, every site has, and the tests hold that.
"""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.content.authority_tables import licence_entry
from generator.exports.data_catalogue import DataCatalogue
from generator.words import N_

ALL_POINTS = 405
_RESERVED = ("example", "invalid", "test", "localhost")
"""Names of hosts that nobody can have (RFC 2606), and that of one's own computer."""


class Missing(NamedTuple):
    """What is missing, in English: what it is called, how many points it is worth, and why it is not there."""

    name: str
    points: int
    why: str


def missing(told: DataCatalogue) -> tuple[Missing, ...]:
    """What the catalogue of a site cannot say, that of the most points first."""
    return tuple(sorted(_missing(told), key=lambda one: -one.points))


def _missing(told: DataCatalogue) -> Iterator[Missing]:
    host = urlsplit(told.settings.base_url).hostname or ""
    if host.rpartition(".")[2] in _RESERVED:
        yield Missing(N_("Addresses that answer"), 80, N_("the site has no public address of its own yet"))
    if not told.said.themes:
        yield Missing(N_("Theme"), 30, N_("the owner has chosen none"))
    if not told.said.covers:
        yield Missing(N_("Places covered"), 20, N_("the owner has named none"))
    if not all(one.period for one in told.sets):
        yield Missing(N_("Period"), 20, N_("nothing in some of the data has a date"))
    if not told.contact:
        yield Missing(N_("Contact"), 20, N_("the owner has given no mailbox"))
    if not licence_entry(told.settings.obligations.licence.url):
        yield Missing(N_("Known licence"), 10, N_("the licence is in no European table that we know"))
    if not told.since:
        yield Missing(N_("First published"), 5, N_("the owner has not said when"))
    if not all(one.modified for one in told.sets):
        yield Missing(N_("Last change"), 5, N_("some of the data were never said to be checked"))
    if not told.owner:
        yield Missing(N_("Code of the owner"), 0, N_("the owner has given none of IPA or ROR, which Italy asks for"))
