"""Pagefind, run as a program: pages in, the files of a search bundle out. Nothing touches the disk."""

import base64
import json
from collections.abc import Mapping
from io import BufferedReader
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from typing import Any

from generator.problems.setup import SetupError
from generator.words import N_, Phrase

_REINSTALL = N_("Install Vetrina again; “vetrina build --no-search” builds without the index.")


def run(pages: Mapping[str, str]) -> dict[str, bytes]:
    """Index `pages` (path → HTML) in the order of their paths, on which the numbers of the pages depend.

    A path that ends in an anchor (`x/index.html#a`) is a part of that page, found by itself.

    Raises SetupError when Pagefind is missing or fails.
    """
    with TemporaryFile() as complaints:
        try:
            with Popen([_executable(), "--service"], stdin=PIPE, stdout=PIPE, stderr=complaints) as process:
                return _indexed(_Service(process), pages)
        except (OSError, ValueError) as error:
            complaints.seek(0)
            said = complaints.read().decode(errors="replace").strip() or str(error)
            raise SetupError(Phrase(N_("Pagefind failed: {cause}"), {"cause": said}), Phrase(_REINSTALL)) from error


def _executable() -> str:
    try:
        from pagefind_bin import get_executable

        return str(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise SetupError(
            Phrase(N_("Pagefind, which makes the search, is not installed.")), Phrase(_REINSTALL)
        ) from error


def _indexed(service: "_Service", pages: Mapping[str, str]) -> dict[str, bytes]:
    index = service.ask({"type": "NewIndex", "config": {}})["index_id"]
    for path, html in sorted(pages.items()):
        page, _, anchor = path.partition("#")
        where = {"url": f"/{page.removesuffix('index.html')}#{anchor}"} if anchor else {"file_path": path}
        service.ask({"type": "AddFile", "index_id": index, **where, "file_contents": html})
    files = service.ask({"type": "GetFiles", "index_id": index})["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


class _Service:
    """Questions and answers with a running `pagefind --service`: JSON in base64, each closed by a comma."""

    def __init__(self, process: Popen[bytes]) -> None:
        assert process.stdin
        assert isinstance(process.stdout, BufferedReader)
        self._questions = process.stdin
        self._answers = process.stdout

    def ask(self, payload: Mapping[str, object]) -> Any:
        """The answer to one request. Raises ValueError when Pagefind refuses it, OSError when it is gone."""
        question = json.dumps({"message_id": 0, "payload": payload}).encode()
        self._questions.write(base64.b64encode(question) + b",")
        self._questions.flush()
        answer = json.loads(base64.b64decode(self._read()))["payload"]
        if answer["type"] == "Error":
            raise ValueError(answer["message"])
        return answer

    def _read(self) -> bytes:
        chunks = [b""]
        while not chunks[-1].endswith(b","):
            chunks.append(self._answers.read1())
            if not chunks[-1]:
                raise ConnectionError("it ended without an answer")
        return b"".join(chunks)[:-1]
