"""The demonstration stands in the canonical form: `python -m tests.tools.canonical` brings it there."""

from pathlib import Path

from generator.content.read import Contents
from generator.content.validate import validate
from generator.content.write import write
from generator.machine.memo import Memo
from tests.real import ROOT


def test_every_file_is_as_the_writer_writes_it() -> None:
    content, _ = validate(Contents(ROOT, Memo()))
    assert content
    written = write(content)
    assert set(written) == {_path(file) for file in (ROOT / "content").rglob("*") if file.suffix in (".md", ".yaml")}
    differing = [path for path, text in written.items() if (ROOT / path).read_bytes() != text.encode()]
    assert differing == []


def _path(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
