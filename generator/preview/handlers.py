"""What the preview answers to each sort of request."""

import json
from contextlib import suppress
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform, RequestHandler, StaticFileHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from generator.pages.not_found import PATH as NOT_FOUND
from generator.preview.report_html import OURS, page, page_of_report, paragraphs
from generator.preview.shown import Now
from generator.words import Words

_BUILD = "X-Preview-Build"
"""The header that says which build an answer is of."""
_HEAD_ENDS = b"</head>"
_NOT_YET = 503


class _Answer(RequestHandler):
    """An answer in the reader's language, made of one moment, that no browser keeps."""

    @cached_property
    def now(self) -> Now:
        """What there is when it is first asked for."""
        now: Now = self.settings["now"]()
        return now

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        words: Words = self.settings["words"]
        return words

    def set_default_headers(self) -> None:
        """What every answer has."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: Any) -> None:
        """A sentence instead of the library's page."""
        said = self.words.text("This cannot be answered ({number}).", number=status_code)
        self.finish(page(said, "", self.words))


class OtherName(_Answer):
    """The answer to who asks by a name that is not this preview's."""

    def prepare(self) -> None:
        """Refuse."""
        words = self.words
        self.set_status(403)
        mend = words.text("Open it by the address it says on the terminal; --host lets other computers see it.")
        self.finish(page(words.text("This preview does not answer by this name"), paragraphs(mend), words))


class WhatIsNow(_Answer):
    """What there is now, for the script of each page."""

    def get(self) -> None:
        """Tell it as JSON."""
        now, text = self.now, self.words.text
        renewed = text("The search has been brought up to date: reload the page to search anew.")
        told = {"build": now.build, "report": now.report if now.is_built else "", "index": now.index}
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps({**told, "search": now.search_is, "renewed": renewed}))


class _Static(_Answer, StaticFileHandler):
    """Files of a folder."""

    def should_return_304(self) -> bool:
        """Never: what was built anew may be as old as what it replaces."""
        return False

    def compute_etag(self) -> None:
        """None is needed."""


class Own(_Static):
    """The preview's own script and style sheet."""

    def prepare(self) -> None:
        """They stand beside this file."""
        self.root = str(Path(__file__).parent / "assets")


class SearchFiles(_Static):
    """The index of the search."""

    def prepare(self) -> None:
        """It has a folder of its own."""
        self.root = str(self.now.search)


class Files(_Static):
    """The pages, or what is said instead of one."""

    def prepare(self) -> None:
        """The folder that is shown, and of which build it is."""
        self.root, self.default_filename = str(self.now.pages), "index.html"
        self.set_header(_BUILD, self.now.build)

    async def get(self, path: str, include_body: bool = True) -> None:
        """The file at a path; while there is none at all, why."""
        if self.now.is_built:
            await super().get(path, include_body)
        else:
            self.send_error(_NOT_YET)

    def write_error(self, status_code: int, **about: Any) -> None:
        """What is known of a page that is not there."""
        self.set_header(_BUILD, self.now.build)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        not_found = self.now.pages / NOT_FOUND
        if status_code == _NOT_YET:
            self.finish(self._not_yet())
        elif status_code == 404 and (told := self._absent()):
            self.finish(told)
        elif status_code == 404 and not_found.is_file():
            self.finish(not_found.read_bytes())
        else:
            super().write_error(status_code, **about)

    def _not_yet(self) -> str:
        text = self.words.text
        if self.now.report:
            mended = paragraphs(text("As soon as this is mended and saved, the page appears here by itself."))
            return page_of_report(mended + self.now.report, self.words)
        said = text("The pages are being built: they appear here by themselves.")
        return page(text("The preview is getting ready"), paragraphs(said), self.words)

    def _absent(self) -> str:
        """What is known of the record that would stand at an address; "" where there is none."""
        asked = self.path_args[0].removesuffix("index.html")
        absent = self.now.absent.get(f"{asked.rstrip('/')}/")
        if absent is None:
            return ""
        instead = (
            f'\n<p><a href="{escape(absent.instead)}">{escape(absent.instead_is)}</a></p>' if absent.instead else ""
        )
        return page(absent.title, paragraphs(absent.because, absent.mend) + instead, self.words)


class Script(LiveReloadJSHandler):  # type: ignore[misc]  # livereload brings no types
    """livereload's own script, which listens and comes again."""


class Tab(LiveReloadHandler):  # type: ignore[misc]
    """A tab that listens; pages of other sites may not."""

    def check_origin(self, origin: str) -> bool:
        """Only pages of this preview listen."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        """A tab says that it listens; whatever else it says is nothing to us."""
        with suppress(ValueError, TypeError, AttributeError):
            super().on_message(message)

    @classmethod
    async def tell_all(cls) -> None:
        """Have every tab ask what there is now."""
        for tab in cls.waiters.copy():
            with suppress(WebSocketClosedError):
                await tab.write_message({"command": "reload", "path": "*"})


class Injected(OutputTransform):
    """Every page gets the script that keeps it up to date."""

    def __init__(self, request: HTTPServerRequest) -> None:
        super().__init__(request)

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Add it at the end of the head."""
        build = headers.get(_BUILD)
        if build and "html" in headers.get("Content-Type", "") and status_code != 206 and _HEAD_ENDS in chunk:
            script = f'<script src="/{OURS}preview.js" data-build="{build}" defer></script>'.encode()
            chunk = chunk.replace(_HEAD_ENDS, script + _HEAD_ENDS, 1)
            if "Content-Length" in headers:
                headers["Content-Length"] = str(int(headers["Content-Length"]) + len(script))
        return status_code, headers, chunk
