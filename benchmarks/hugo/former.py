"""The addresses from which pages lead on: aliases, as Hugo calls them."""

from collections import defaultdict

from generator.exports.redirects import redirects_to
from generator.kinds.catalogue import WITH_PAGES
from generator.pages.site_map import SiteMap, moved


def former_addresses(site_map: SiteMap) -> dict[str, list[str]]:
    """The addresses from which a page leads on, by that to which it does."""
    first, found = site_map.contexts[0], list(moved(site_map))
    for record in first.showcase.records.values():
        if record.ref.folder in WITH_PAGES:
            found += redirects_to(first, record)
    former: dict[str, list[str]] = defaultdict(list)
    for one in found:
        former[one.href].append(one.path.removesuffix("index.html"))
    return former
