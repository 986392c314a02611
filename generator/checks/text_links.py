"""Rules about the links that texts hold."""

import re
from collections.abc import Iterator

from generator.checks.attached_files import nearest_file
from generator.content.prose import TextPlace
from generator.content.record import AnyRecord, Wording
from generator.fields.texts import ID, is_web_address, suggested_id
from generator.fields.values import AnyRef, Ref
from generator.fields.web import is_mail_link
from generator.kinds.catalogue import BY_FOLDER, WITH_PAGES, folders_called, folders_sought
from generator.problems.mend import SignMend
from generator.problems.problem import Position, Problem, problem
from generator.problems.spelling import did_you_mean
from generator.showcase.headings import headings
from generator.showcase.model import Showcase
from generator.showcase.relate import reference_problems

_TOKEN = re.compile(rf"ref:({ID.pattern})/({ID.pattern})(?:#(.+))?")


def links_lead_somewhere(showcase: Showcase, record: AnyRecord) -> Iterator[Problem]:
    """A link in a text leads to a record, a part of a page, a web page, a mailbox or a file beside the record."""
    for language, wording in record.wordings.items():
        for spot in wording.prose.links:
            yield from _link_problems(spot, record, wording, language, showcase)


def _link_problems(
    spot: TextPlace, record: AnyRecord, wording: Wording, language: str, showcase: Showcase
) -> Iterator[Problem]:
    place, target = wording.place(spot.line, spot.column), spot.target
    if match := _TOKEN.fullmatch(target):
        yield from _record_problems(Ref(match[1], match[2]), match[3], place, language, showcase)
    elif target.startswith("#"):
        yield from _anchor_problems(target[1:], record.ref, wording.prose.anchors, place)
    elif not (is_web_address(target) or is_mail_link(target) or target in record.attachments):
        if now := _moved(target, showcase):
            yield problem("record-moved", place, was=target, now=now)
            return
        meant = _meant(target, showcase) or nearest_file(target, record.attachments)
        yield problem("broken-link", place, meant=meant, target=target)


def _moved(target: str, showcase: Showcase) -> str:
    """The link to a record whose page had this path; "" where none had."""
    path, _, anchor = target.partition("#")
    asked, briefs = _with_ends(path), showcase.briefs.items()
    now = next((ref for ref, one in briefs if asked in map(_with_ends, one.former)), None)
    return f"ref:{now}{'#' if anchor else ''}{anchor}" if now else ""


def _with_ends(path: str) -> str:
    return f"/{path.strip('/')}/"


def _meant(target: str, showcase: Showcase) -> tuple[str, ...]:
    """The link that a target of another form may stand for: its last word is the id of a record."""
    if target.startswith("www."):
        return (f"https://{target}",)
    id_ = suggested_id(target.removeprefix("ref:").rstrip("/").rpartition("/")[2].partition(".")[0])
    return tuple(f"ref:{ref}" for ref in sorted(showcase.known) if ref.id == id_)[:1]


def _record_problems(
    ref: AnyRef, anchor: str | None, place: Position, language: str, showcase: Showcase
) -> Iterator[Problem]:
    if ref not in showcase or ref.folder not in WITH_PAGES:
        if ref.folder not in BY_FOLDER:
            written = f"ref:{ref}"
            folders = did_you_mean(ref.folder, folders_called()) or did_you_mean(ref.folder, folders_sought())
            refs = [Ref[object](folder, ref.id) for folder in folders]
            exact = next((SignMend(written, f"ref:{one}") for one in refs if one in showcase), None)
            yield problem("broken-link", place, meant=[f"ref:{one}" for one in refs], exact=exact, target=written)
        else:
            yield from reference_problems(ref, place, showcase.known, showcase.hidden, showcase.briefs)
    elif anchor:
        known = headings(showcase, showcase[ref], language)
        yield from _anchor_problems(anchor, ref, known, place, f"ref:{ref}")


def _anchor_problems(
    anchor: str, ref: AnyRef, known: tuple[str, ...], place: Position, page: str = ""
) -> Iterator[Problem]:
    """`page` is the link that names no part of the page, where there is one."""
    if page and not known:
        yield problem("broken-link", place, meant=(page,), target=f"{page}#{anchor}")
    elif anchor not in known:
        yield problem("unknown-anchor", place, meant=did_you_mean(anchor, known), id=ref.id, anchor=anchor, known=known)
