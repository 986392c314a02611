"""Rules about personal data in what the owner has written beside content/: files, templates, catalogues."""

from collections.abc import Iterable, Iterator

from generator.checks.privacy import in_file, places_written
from generator.checks.role_mailboxes import harmless_anywhere
from generator.content.catalogues import CatalogueTexts, said_by_us
from generator.content.file_texts import examine, is_text
from generator.machine.memo import Memo
from generator.personal_data.find import may_hold_personal_data, personal_data
from generator.personal_data.seen_text import shown_by_fact
from generator.problems.problem import Position, Problem, problem
from generator.showcase.model import Showcase


def files_hold_no_personal_data(
    files: Iterable[tuple[str, bytes]], showcase: Showcase, memo: Memo
) -> Iterator[Problem]:
    """None stands in files, by their paths, unless a record explains it."""
    told = [one for path, content in files for one in _in_file(path, content, memo)]
    if told:
        is_harmless = harmless_anywhere(showcase)
        yield from (one for one in told if not is_harmless(str(one.values["value"])))


def catalogues_hold_no_personal_data(catalogues: Iterable[CatalogueTexts]) -> Iterator[Problem]:
    """Nor in translations, but for what we say there ourselves, such as an example of a number."""
    for one in catalogues:
        for said in one.texts:
            found = personal_data(shown_by_fact(said.text)) if may_hold_personal_data(said.text) else ()
            for code, value in found:
                if not any(value in ours for ours in said_by_us(said)):
                    rest = one.written.split("\n")[said.line - 1 :]
                    line, column = next(places_written("\n".join(rest), value))
                    yield problem(code, Position(one.path, said.line + line - 1, column), value=value)


def _in_file(path: str, content: bytes, memo: Memo) -> Iterator[Problem]:
    text = content.decode("utf-8", errors="replace") if is_text(path) else ""
    yield from in_file(path, *examine(path, content, memo), Position(path), text)
