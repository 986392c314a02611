"""How a page is cited: in a line of text, in BibTeX, in RIS."""

import re
from collections.abc import Iterable

from generator.content.record import AnyRecord
from generator.fields.values import Day
from generator.text.context import Context
from generator.text.inline import text_of
from generator.view.parts import Cite
from generator.words import N_, SOURCE_LANGUAGE, words_for

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
"""What LaTeX takes for a sign of its own, and how it is written as itself."""


def cite(context: Context, record: AnyRecord) -> Cite:
    """Title, site, owner, address, and when the page was checked."""
    address = context.urls.absolute(context.urls.record(record, context.language))
    settings, title, verified = context.showcase.settings, context.title(record), record.facts.verified_on
    said = N_("{title}, {site}, {address} (checked {on_day}).") if verified else N_("{title}, {site}, {address}.")
    on_day = text_of(context.dated("on", verified)) if verified else ""
    owner = context.localised(settings.owner.name).text
    facts = (title.text, settings.title, owner, address, context.language, verified)
    return Cite(
        title=context.words.text("Cite this page"),
        text=context.phrase(said, site=settings.title, title=title, on_day=on_day, address=address),
        forms=(("BibTeX", bibtex(str(record.ref), *facts)), ("RIS", ris(*facts))),
    )


def bibtex(name: str, title: str, site: str, owner: str, address: str, language: str, checked: Day | None) -> str:
    """An entry of BibTeX: `name` is made its key; the title keeps its capitals, an owner is one name."""
    key = re.sub(r"[^A-Za-z0-9]+", "-", f"{name}-{language}").strip("-")
    fields = {
        "author": f"{{{_latex(owner)}}}",
        "title": f"{{{_latex(title)}}}",
        "howpublished": _latex(site),
        "year": str(checked.year) if checked else "",
        "url": address,
        "urldate": str(checked) if checked else "",
        "langid": words_for(SOURCE_LANGUAGE).language_name(language).lower(),
    }
    return "\n".join((f"@misc{{{key},", *(f"  {name} = {{{said}}}," for name, said in fields.items() if said), "}"))


def ris(title: str, site: str, owner: str, address: str, language: str, checked: Day | None) -> str:
    """An entry of RIS: a line a fact."""
    day = [f"{part:02}" if part else "" for part in (checked.month, checked.day)] if checked else []
    lines = [
        ("TY", "ELEC"),
        ("TI", title),
        ("T2", site),
        ("PB", owner),
        ("PY", str(checked.year) if checked else ""),
        ("Y2", "/".join((str(checked.year), *day, "")) if checked else ""),
        ("UR", address),
        ("LA", language),
    ]
    return "\n".join((*_told(lines), "ER  - "))


def _told(lines: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (f"{tag}  - {' '.join(said.split())}" for tag, said in lines if said)


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))
