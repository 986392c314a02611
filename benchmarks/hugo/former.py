"""The addresses from which pages lead on: aliases, as Hugo calls them."""

import re
from collections import defaultdict

from generator.pages.addresses import redirects
from generator.pages.site_map import SiteMap

_FURTHER = re.compile(r"(?<=/)(pagina|page)/\d+/$")
"""How the address of a further page of a list ends: an alias leads to the first, for Hugo gives the others none."""


def former_addresses(site_map: SiteMap) -> dict[str, list[str]]:
    """The addresses from which a page leads on, by that to which it does."""
    former: dict[str, list[str]] = defaultdict(list)
    for one in redirects(site_map):
        former[_FURTHER.sub("", one.href)].append(one.path.removesuffix("index.html"))
    return former
