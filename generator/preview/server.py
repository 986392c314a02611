"""The preview's web server: livereload, with builds of ours in place of its watcher's.

Where its ways are not ours: it would look at the files every 800 ms, build while the browser waits for a page, and not
tell the browser of a save that comes within three seconds of the last reload.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import StaticFileHandler
from tornado.ioloop import IOLoop, PeriodicCallback

from generator.pages.search import BUNDLE
from generator.preview.preview import Preview

_HEARTBEAT = 500
"""Milliseconds. Where nothing happens, Windows does not hear Ctrl-C."""


def serve(preview: Preview, host: str, port: int) -> None:
    """Begin the preview and serve it until interrupted. Raises OSError where the port cannot be had."""
    logging.getLogger("livereload").addFilter(_is_a_warning)
    _Server(preview).serve(host=host, port=port, open_url_delay=None)


class _Server(Server):  # type: ignore[misc]  # livereload brings no types
    def __init__(self, preview: Preview) -> None:
        super().__init__(watcher=_Watcher(preview))
        self._preview = preview

    def get_web_handlers(self, script: bytes) -> list[tuple[str, type, dict[str, Any]]]:
        shown = self._preview
        return [
            (rf"/({BUNDLE}.*)", _Files, {"folder": lambda: shown.search.current}),
            (r"/(.*)", _Files, {"folder": lambda: shown.pages.current}),
        ]


class _Files(StaticFileHandler):  # type: ignore[misc]
    """The files of the folder that is shown when they are asked for."""

    def initialize(self, folder: Callable[[], Path]) -> None:
        super().initialize(str(folder()), "index.html")


class _Watcher:
    """What livereload asks of a watcher: to be started, and told what is to be reloaded."""

    filepath = "*"
    """Everything: the names of files say what they hold, so that none is ever reloaded by itself."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._tasks = {"": preview}
        """Without any, livereload would watch the current folder."""
        self._changes: list[tuple[str, float | None]] = []
        """Where livereload leaves word that it has begun."""

    def start(self, callback: Callable[[], None]) -> bool:
        """Begin; `callback`, which reloads, belongs to this thread's loop. Whether livereload need not look itself."""
        loop = IOLoop.current()
        PeriodicCallback(lambda: None, _HEARTBEAT).start()
        self._preview.begin(lambda: loop.add_callback(callback))
        return True

    def examine(self) -> tuple[str, None]:
        """Have all reloaded at once: by this name livereload knows what may not be put off."""
        return "__livereload__", None


def _is_a_warning(record: logging.LogRecord) -> bool:
    """livereload tells of all its work, in English: only what goes wrong is of use to an editor."""
    return record.levelno >= logging.WARNING
