"""The corpus for plain templates: pages of records, lists, terms, home, feed and sitemap."""

from pathlib import Path

from benchmarks.hugo.folder import Folder
from benchmarks.hugo.values import wording
from generator.kinds.catalogue import WITH_PAGES
from generator.text.context import Context
from generator.text.listed import kinds_listed

_PLAIN = Path(__file__).parent / "plain"


def write_plain(contexts: tuple[Context, ...], folder: Path) -> None:
    """Write the site of Hugo's that has a page for each record, with its title, summary, terms and text."""
    into = Folder(folder)
    into.copy(_PLAIN)
    for context in contexts:
        language, showcase = context.language, context.showcase
        for kind in kinds_listed(context):
            into.page(f"content/{language}/{kind.folder}/_index.md", {"title": context.words.text(kind.plural)})
        for record in showcase.records.values():
            if record.ref.folder in WITH_PAGES and language in showcase.briefs[record.ref].languages:
                params: dict[str, object] = {"title": context.title(record).text, "summary": context.summary(record)}
                params |= {"date": str(record.facts.verified_on), "topics": [one.id for one in record.facts.topics]}
                params["audiences"] = [one.id for one in record.facts.audiences]
                path = f"content/{language}/{record.ref.folder}/{record.ref.id}.md"
                into.page(path, params, wording(record, language))
    into.finish()
