"""From the save of a text to the moment a browser shows it: `python -m benchmarks.reload ROOT [--saves N]`.

Edits the first agreement below ROOT, whose preview it starts; prints the seconds of each save as JSON.
"""

import argparse
import datetime
import json
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.process import Command, surroundings, vetrina
from generator.fields.values import Ref
from generator.options import Options
from generator.pipeline import check
from generator.urls import Urls
from tests.browser.site import chromium

_PATIENCE = 600
"""Seconds for what may take long; reaching them ends what hangs."""
_PAUSE = 20
"""Seconds between two saves, in which the preview can end what it does after a reload, such as indexing."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reload", description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("--saves", type=int, default=5)
    asked = parser.parse_args()
    file = next(one for one in sorted((asked.root / "content/agreements").glob("*.md")) if "." not in one.stem)
    address = _address(asked.root, file.stem)
    with _preview(asked.root) as base, chromium() as browser:
        page = browser.new_page()
        _open(page, f"{base}{address}")
        print(json.dumps([_save(page, file, number) for number in range(asked.saves)]))


def _address(root: Path, id_: str) -> str:
    """Where the page of an agreement is."""
    showcase = check(Options(root, datetime.date.today())).showcase  # noqa: DTZ011 — no matter which
    if showcase is None:
        raise ValueError(f"{root} has errors")
    return Urls(showcase.settings).record(showcase[Ref("agreements", id_)], showcase.settings.first_language)


@contextmanager
def _preview(root: Path) -> Iterator[str]:
    """`vetrina serve`, once it answers."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    with tempfile.TemporaryDirectory() as store:
        command: Command = [vetrina(), "serve", "--root", root, "--port", str(port)]
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=surroundings({"VETRINA_STORE": store}),
            preexec_fn=_heeding_ctrl_c,
        )
        try:
            _answers(process, port)
            yield f"http://localhost:{port}/"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _heeding_ctrl_c() -> None:
    """What a shell starts in the background ignores Ctrl-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _answers(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until the preview answers."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as asked:
            if not asked.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.1)
    raise RuntimeError("the preview never answered")


def _open(page: Page, address: str) -> None:
    """Open a page as soon as there is one: the preview answers before it has built."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        answer = page.goto(address, timeout=_PATIENCE * 1000, wait_until="networkidle")
        if answer and answer.ok:
            return
        time.sleep(0.1)
    raise RuntimeError(f"the preview has no {address}")


def _save(page: Page, file: Path, number: int) -> float:
    """Save one more sentence, some time after whatever was before; the seconds until the page has it."""
    time.sleep(_PAUSE)
    sentence = f"Questa frase è la numero {number}, e la pagina la mostra."
    text = file.read_text("utf-8")
    began = time.perf_counter()
    file.write_text(f"{text.rstrip()}\n\n{sentence}\n", "utf-8")
    page.get_by_text(sentence).wait_for(timeout=_PATIENCE * 1000)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
