"""Which pages there are, what surrounds them, and what is wrong with their addresses."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from generator.content.media import Media
from generator.content.nodes import Nodes
from generator.content.owned_kinds import OwnedKind
from generator.content.prose import Prose, TextPlace
from generator.content.record import AnyRecord
from generator.exports.published_files import published
from generator.kinds.initiative import Initiative
from generator.kinds.organisation import Organisation
from generator.kinds.page import Page
from generator.kinds.programme import Programme
from generator.pages.addresses import address_problems
from generator.pages.frame import frame, switch
from generator.pages.site_map import outputs, plan
from generator.presenters.record_page import record_body
from generator.problems.problem import Position
from generator.text.acronyms import acronyms, explained
from generator.text.context import contexts_of
from generator.text.images import largest, picture, variants
from generator.text.prose_html import passages
from generator.view.bodies import ListBody
from generator.view.outputs import Card, Feed, HtmlPage, Sitemap
from generator.view.text import Piece
from tests.scenes.made import agreement, context, panes, record

ASSETS = {
    name: f"/{name}" for name in "vetrina.css embed.css icon.svg list.js fonts/a.woff2 fonts/a.txt b.woff2".split()
}
SHOWN = re.compile(
    r"index|404|(scadenze|cerca|accordi|temi|metodo|persone)/index|accordi/(?!a\d\d/|forma|anno|stato)|temi/topics"
    r"|en/agreements/page|organizzazioni/unicollefiorito|piani/piano-unico/quartieri|iniziative/(passegg|ritir)"
)
"""The pages of which all that surrounds them is told."""


def shown_frame() -> Iterator[tuple[str, Any]]:
    placeholder = context().showcase.settings.obligations
    kept = {"accessibility_url": "https://a.example/", "data_protection_contact": "dpo@a.example"}
    for language in ("it", "en"):
        for name, settings in {
            "a demonstration": {},
            "its own": {"demonstration": False, "obligations": dataclasses.replace(placeholder, **kept)},
            "no entries": {"navigation": ()},
            "its entries": {"navigation": panes("pages/method pages/none calls plans initiatives/passeggiate areas")},
        }.items():
            yield (
                f"frame {language}, {name}",
                frame(context(language=language, **settings), ASSETS, noindex=not settings),
            )
    pages = [
        record(Page, one, purpose=one, in_=in_, address={"it": one, "en": one})
        for one, in_ in (("legal", "it"), ("about", "it en"))
    ]
    yield "services", frame(context(*pages, alone=True, language="en"), ASSETS, noindex=False).service
    here, there = context(), context(language="en")
    for paths, section in (
        ({"it": "x/", "en": "en/y/"}, ""),
        ({"it": "x/"}, "agreements"),
        ({"it": "x/"}, "pages"),
        ({}, ""),
    ):
        yield f"switch {paths} {section}", switch((here, there), here, paths, section)


def shown_site() -> Iterator[tuple[str, Any]]:
    languages = ["it en"] * 61 + ["it"] * 4
    many = [agreement(f"a{one:02}", signed_on="2020", in_=in_, topics=["acqua"]) for one, in_ in enumerate(languages)]
    withdrawn = {"on": "2026-11-01", "because": {"it": "x", "en": "x"}}
    many += [agreement("gone", withdrawn=withdrawn, redirect_from=["/accordi/vecchio/"], verified_on="2026-11-20")]
    many.append(agreement("recent", verified_on="2026-11-20", related=["agreements/a01"]))
    many.append(agreement("old", verified_on="2026-11"))
    showcase = context(*many).showcase
    for production in (True, False):
        made = [one.make() for one in outputs(plan(contexts_of(showcase)), ASSETS, production=production)]
        if production:
            pages = [one for one in made if isinstance(one, HtmlPage) and SHOWN.match(one.path)]
            for page in pages:
                only = {"body": None, "frame": None, "card": page.card.path, "structured": {}}
                yield page.path, dataclasses.replace(page, **only)
                if isinstance(page.body, ListBody):
                    yield f"{page.path} lists", [f"{one.heading} {len(one.rows)}" for one in page.body.groups]
            yield "cards", [one for one in made if isinstance(one, Card) and not one.path.startswith("en/")]
            for feed in (one for one in made if isinstance(one, Feed)):
                yield "feed", dataclasses.replace(feed, entries=(*feed.entries[:1], *feed.entries[-1:]))
        few = [one for one in made if not re.search(r"/a\d\d/", one.path)]
        yield f"noindex, {production}", [one.path for one in few if isinstance(one, HtmlPage) and one.noindex]
        yield f"site map, {production}", [one.entries[:3] for one in few if isinstance(one, Sitemap)]
        yield f"others, {production}", [one.path for one in few if not isinstance(one, HtmlPage)]


def shown_asked() -> Iterator[tuple[str, Any]]:
    """What is asked of the showcase to make a page, and for what it asks that is settled: of what it is made anew."""
    showcase = context().showcase
    wanted = """
        index.html scadenze/index.html accordi/index.html accordi/mobilita/index.html temi/topics/acqua/index.html
        iniziative/premio-lanterna/index.html persone/ada-fontana/index.html fonti/comunicato-mobilita/index.html
        piani/piano-unico/index.html indicatori/accordi-firmati/index.html en/agreements/biblioteche-2020/index.html
    """.split()
    for one in outputs(plan(contexts_of(showcase)), ASSETS, production=True):
        if one.path in wanted:
            with showcase.witness.watching() as seen:
                one.make()
            yield f"{one.path} is made of", dict.fromkeys(sorted(seen()), "")
    settled = showcase.witness.settled
    yield "settled", {name: " ".join(sorted(settled[name].asked or ())) for name in sorted(settled) if " it" in name}


def shown_addresses() -> Iterator[tuple[str, Any]]:
    base = "https://finestra.example"
    address = {"en": "other"}
    made: list[AnyRecord] = [
        record(Page, "as-a-list", address={"it": "accordi", **address}),
        record(Page, "as-the-home", address={"it": "en", **address}),
        record(Page, "as-another", address={"it": "metodo", **address}),
        agreement("moved", redirect_from=["/z/", "/z/", "/metodo/", "/accordi/moved/"]),
        agreement("moved-too", redirect_from=["/z/", "/Accordi/".lower()]),
    ]
    for end in """
        - / /accordi/mobilita/ /accordi/nessuno/ /accordi /feed.xml /sitemap.xml /robots.txt /404.html /card.png
        /en/agreements/card.png /accordi/mobilita/index.json /accordi/mobilita/#when /accordi/mobilita/#nessuno
        /accordi/#nessuno /accordi/mobilita/#main /accordi/mobilita/#source-0 /accordi/mobilita/#source-1
        /accordi/mobilita/#source-2 /accordi/mobilita/#text-nessuno
    """.split():
        made.append(record(Programme, f"p{len(made)}", website=f"{base}{end.strip('-')}"))
    made.append(record(Programme, "another-scheme", website="http://finestra.example/nessuno/"))
    made.append(record(Programme, "another-site", website="https://altrove.example/nessuno/"))
    linked = record(Programme, "linked")
    prose = Prose(links=(TextPlace(f"{base}/nessuno/", 3, 5), TextPlace("/nessuno/", 4, 5)))
    wordings = {language: dataclasses.replace(one, prose=prose) for language, one in linked.wordings.items()}
    made.append(dataclasses.replace(linked, wordings=wordings))
    owned = OwnedKind(kind="agreements", address={"it": "organizzazioni"})
    for name, settings, more in (
        ("at the root", {}, made),
        ("below", {"base_url": f"{base}/qui/"}, made),
        ("renamed", {"kinds": (owned,)}, []),
    ):
        written = [{"kind": owned.kind, "address": owned.address}]
        nodes = Nodes({"kinds": written}, Position("content/site.yaml"))
        found = address_problems(plan(contexts_of(context(*more, **settings).showcase)), nodes)
        for one in found:
            yield f"addresses {name}: {one.code} {one.place.path} {one.place.line}:{one.place.column}", one.values


def shown_texts() -> Iterator[tuple[str, Any]]:
    called = {
        "o1": "TWICE",
        "o2": "TWICE",
        "o3": "ONCE",
        "SAME": "SAME",
        "o4": "O",
        "o5": "lower",
        "o6": "U2",
        "o7": "",
    }
    made = [record(Organisation, name, in_="it", acronym=acronym) for name, acronym in called.items()]
    for language in ("it", "en"):
        here = context(*made, alone=True, language=language)
        yield f"acronyms in {language}", acronyms(here, made[0])
        yield f"acronyms in {language}, on a page of its own", acronyms(here, made[2])
    names = {"AB": Piece("Alfa & Beta"), "ABC": Piece("Alpha", lang="en")}
    for tag in "a h1 h2 h3 h4 h5 h6 code pre abbr blockquote em p".split():
        yield f"acronyms in {tag}", explained(f"<{tag} x>ABC AB</{tag}> AB-x x-AB AB1 AB, ABC; AB<br/>ABC", names)
    html = (
        '<h2 id="a">A</h2><h5 id="b">B</h5><p><a href="#a">a</a><a href="ref:agreements/mobilita">b</a>'
        '<a href="ref:agreements/mobilita#x">c</a><a href="https://a.example/?b&amp;c">d</a></p>'
    )
    for inner in (True, False):
        yield (
            f"prose, {inner}",
            passages(context(), context().showcase.of(Initiative)[0], Prose(html=html), inner=inner),
        )


def shown_attachments() -> Iterator[tuple[str, Any]]:
    title = {"it": "titolo", "en": "title"}
    names = "a.pdf b.mp4 c.png d.vtt e.txt f.webm g.bin unnamed.pdf".split()
    subtitles = [{"file": "d.vtt", "language": "it"}, {"file": "e.txt", "language": "en"}]
    attached = [
        {"file": "a.pdf", "title": title, "language": "it"},
        {"file": "b.mp4", "title": title, "language": "it", "subtitles": subtitles, "transcript": "e.txt"},
        {"file": "f.webm", "title": title, "language": "en", "sign_language": "b.mp4"},
        {"file": "c.png", "title": title, "language": "en"},
        {"file": "g.bin", "title": title, "language": "it", "subtitles": subtitles[:1], "transcript": "e.txt"},
    ]
    one = agreement("a", attachments=[*attached, {**attached[4], "sign_language": "b.mp4"}])
    kinds = {"pdf": ("document", "PDF"), "mp4": ("video", "MP4"), "webm": ("video", "WebM"), "png": ("picture", "PNG")}
    media = {
        name: Media(
            name, name, 10 ** (number + 1), "", *kinds.get(name.partition(".")[2], ("other", "")), width=700, height=9
        )
        for number, name in enumerate(names)
    }
    with_them = dataclasses.replace(one, attachments=media)
    here = context(with_them)
    yield "published", [*published(here.urls, with_them)]
    yield "on the page", record_body(here, with_them).story


def shown_pictures() -> Iterator[tuple[str, Any]]:
    one = agreement("a")
    here = context(one)
    for width, height, transparent in (
        (479, 10, False), (480, 10, True), (481, 10, False), (960, 20, False), (961, 2000, False), (1600, 9, False),
        (1601, 10, False), (4000, 1, False),
    ):  # fmt: skip
        sides = {"width": width, "height": height}
        media = Media("x.y.jpg", "x.y.jpg", 9, "", "picture", "JPEG", **sides, transparent=transparent)
        with_it = dataclasses.replace(one, attachments={"x.y.jpg": media})
        yield f"picture of {width}", picture(here, with_it, "x.y.jpg", "alt", "caption")
        yield f"picture of {width}", [*variants(here.urls, with_it, media), largest(here.urls, with_it, media)]
