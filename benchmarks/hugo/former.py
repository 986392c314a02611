"""The addresses from which pages lead on: aliases, as Hugo calls them."""

from collections import defaultdict

from generator.exports.redirects import redirects_to, redirects_to_choices
from generator.kinds.catalogue import WITH_PAGES
from generator.pages.lists.selections import selections
from generator.text.context import Context
from generator.text.listed import kinds_listed
from generator.view.outputs import Redirect


def former_addresses(contexts: tuple[Context, ...]) -> dict[str, list[str]]:
    """The addresses from which a page leads on, by that to which it does."""
    first, found = contexts[0], list[Redirect]()
    for record in first.showcase.records.values():
        if record.ref.folder in WITH_PAGES:
            found += redirects_to(first, record)
    for context in contexts:
        for kind in kinds_listed(context):
            chosen = selections(context, kind)
            urls = [context.urls.choice(kind.folder, one.facet, one.answer.word, context.language) for one in chosen]
            found += redirects_to_choices(context, kind, urls)
    former: dict[str, list[str]] = defaultdict(list)
    for one in found:
        former[one.href].append(one.path.removesuffix("index.html"))
    return former
