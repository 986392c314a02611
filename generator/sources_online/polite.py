"""Asking the web politely: what robots are told is heeded, one question at a time, again only where that may help.

What was read is kept in the store: a page is asked whether it has changed, and within the hour not at all.
"""

import json
import re
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)
from urllib.robotparser import RobotFileParser

from generator import __version__
from generator.machine.memo import Shelf
from generator.sources_online.packed_answers import PackedError, unpacked
from generator.sources_online.page_text import PageText, is_first_page, leads_to, page_text
from generator.words import N_, Phrase

_AGENT = f"Vetrina/{__version__} (checks the sources of a site)"
_ROBOT = "Vetrina"
_HOPS = 6
"""So many addresses are asked one after the other, where each leads to the next: five redirects, as RFC 9309 says."""
_MOST = 8_000_000
"""Bytes of an answer that are read, packed and unpacked."""
_NO_NUMBER = re.compile(
    r"^[ \t]*(?:crawl-delay|request-rate)[ \t]*:(?!\s*[0-9]{1,9}(?:/[0-9]{1,9})?\s*(?:#.*)?$).*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A rule for robots that asks for a pause of no number, at which the library would fail."""
_LONGEST_PAUSE = 10.0
_LONGEST_WAIT = 60
_FOREVER = (301, 308)
_GONE = (404, 410)
_LATER = (429, 500, 502, 503, 504)
_NOT_MODIFIED = 304


@dataclass(frozen=True)
class Manners:
    """How often somebody else's server is asked, in seconds and times."""

    pause: float = 1.0
    """Between two questions to one host; longer where it asks for that."""
    tries: int = 3
    backoff: float = 3.0
    """Before a second try; twice as long before a third."""
    timeout: float = 20.0
    fresh: float = 3600.0
    """For so long what was read is not asked for again."""
    sleep: Callable[[float], None] = field(default=time.sleep)


class WebAnswer(NamedTuple):
    """What became of a question: a page with its text, or none, and why."""

    text: PageText | None = None
    moved_to: str = ""
    """Where it stands now, where it says that it has moved for good."""
    gone: int | Phrase = 0
    """The status by which it says that there is nothing any more, or how else it does."""
    unread: Phrase | None = None
    """Why nothing can be told of it this time."""


@dataclass(frozen=True)
class _KeptPage:
    """What the store keeps of a page."""

    asked: float
    etag: str
    modified: str
    moved_to: str
    words: str
    digest: str

    @property
    def text(self) -> PageText:
        return PageText(self.words, self.digest)


class _Response(NamedTuple):
    status: int
    headers: Message
    content: bytes


class _UnreadError(Exception):
    """Nothing can be told of a page this time."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.text)
        self.why = why


class Reader:
    """Asks for pages, one after the other; `store` keeps what was read."""

    def __init__(self, store: Path | None, manners: Manners | None = None) -> None:
        self._manners = manners or Manners()
        self._kept = Shelf(store, "source-pages-6")
        self._opener = _opener()
        self._robots: dict[str, RobotFileParser | None] = {}
        self._asked: dict[str, float] = {}
        self._down: dict[str, Phrase] = {}

    def read(self, address: str) -> WebAnswer:
        """What an address answers today."""
        kept = self._recalled(address)
        if kept and 0 <= time.time() - kept.asked < self._manners.fresh:
            return WebAnswer(kept.text, kept.moved_to)
        try:
            return self._read(address, kept)
        except _UnreadError as error:
            return WebAnswer(unread=error.why)

    def _read(self, address: str, kept: _KeptPage | None) -> WebAnswer:
        """Follow an address to its page; as long as every step is for good, that is where it has moved to."""
        at, moved_to, for_good, status = _encoded(address), "", True, 0
        for _ in range(_HOPS):
            self._heed_robots(at)
            answer = self._asked_of(at, kept)
            if answer.status == _NOT_MODIFIED and kept:
                self._keep(address, kept, moved_to)
                return WebAnswer(kept.text, moved_to)
            if to := _led_to(at, answer):
                at, status = to, answer.status
                for_good = for_good and status in (*_FOREVER, 200)
                moved_to = at if for_good else moved_to
                continue
            if answer.status in _GONE:
                return WebAnswer(gone=answer.status)
            if answer.status != 200:
                raise _UnreadError(Phrase(N_("the server answers {status}"), {"status": answer.status}))
            if status and is_first_page(at) and not is_first_page(address):
                return WebAnswer(gone=Phrase(N_("{status} and leads to a first page"), {"status": status}))
            return self._page(address, moved_to, answer)
        raise _UnreadError(Phrase(N_("it leads from one address to another without end")))

    def _page(self, address: str, moved_to: str, answer: _Response) -> WebAnswer:
        text = page_text(answer.content, answer.headers.get("Content-Type", ""))
        if text is None:
            return WebAnswer(moved_to=moved_to)
        if text.missing:
            return WebAnswer(gone=Phrase(N_("200 and says “{words}”"), {"words": text.missing}))
        etag, modified = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
        self._keep(address, _KeptPage(0, etag, modified, "", text.words, text.digest), moved_to)
        return WebAnswer(text, moved_to)

    def _heed_robots(self, address: str) -> None:
        """Raise where a host wants no robot there; one that has no rules allows all, one that is down nothing."""
        host = _host(address)
        if host not in self._robots:
            try:
                self._robots[host] = self._rules(f"{host}/robots.txt")
            except _UnreadError as error:
                self._down[host] = error.why
                raise
        rules = self._robots[host]
        if rules and not rules.can_fetch(_ROBOT, address):
            raise _UnreadError(Phrase(N_("the site asks programs not to read it")))

    def _rules(self, address: str) -> RobotFileParser | None:
        """What robots are told at an address, or where it leads to; None where there is nothing, or no end."""
        for _ in range(_HOPS):
            answer = self._asked_of(address)
            if to := _led_to(address, answer):
                address = to
                continue
            if answer.status != 200:
                return None
            rules = RobotFileParser()
            rules.parse(_NO_NUMBER.sub("#", answer.content.decode("utf-8", errors="replace")).splitlines())
            return rules
        return None

    def _asked_of(self, address: str, kept: _KeptPage | None = None) -> _Response:
        """Ask, again where that may help. Raises where nobody answers: then the host is not asked for anything more."""
        host, wait, answers, why = _host(address), self._manners.backoff, False, Phrase(N_("nobody answers"))
        if host in self._down:
            raise _UnreadError(self._down[host])
        for left in reversed(range(self._manners.tries)):
            self._pause(host)
            try:
                answer = self._opened(address, kept)
            except (OSError, HTTPException, ValueError) as error:
                answers, why, later = False, _why(error), wait
            else:
                answers = True
                if answer.status not in _LATER:
                    return answer
                why = Phrase(N_("the server answers {status}"), {"status": answer.status})
                later = max(wait, _seconds(answer.headers.get("Retry-After", "")))
            if left:
                self._manners.sleep(later)
                wait *= 2
        if not answers:
            self._down[host] = why
        raise _UnreadError(why)

    def _opened(self, address: str, kept: _KeptPage | None) -> _Response:
        headers = {"User-Agent": _AGENT, "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.5"}
        if kept and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept and kept.modified:
            headers["If-Modified-Since"] = kept.modified
        request = Request(address, headers=headers)
        try:
            with self._opener.open(request, timeout=self._manners.timeout) as answer:
                packed = ",".join(answer.headers.get_all("Content-Encoding", []))
                return _Response(answer.status, answer.headers, unpacked(answer.read(_MOST), packed, _MOST))
        except PackedError as error:
            why = Phrase(N_("its answer is packed as “{form}” and cannot be read"), {"form": str(error)})
            raise _UnreadError(why) from error
        except HTTPError as error:
            with error:
                return _Response(error.code, error.headers, b"")

    def _pause(self, host: str) -> None:
        rules = self._robots.get(host)
        asked_for = float(rules.crawl_delay(_ROBOT) or 0) if rules else 0.0
        pause = max(self._manners.pause, min(asked_for, _LONGEST_PAUSE))
        if host in self._asked and (left := self._asked[host] + pause - time.monotonic()) > 0:
            self._manners.sleep(left)
        self._asked[host] = time.monotonic()

    def _recalled(self, address: str) -> _KeptPage | None:
        known = self._kept.read(address)
        return _KeptPage(**json.loads(known)) if known else None

    def _keep(self, address: str, page: _KeptPage, moved_to: str) -> None:
        now: Mapping[str, object] = {**asdict(page), "asked": time.time(), "moved_to": moved_to}
        self._kept.write(address, json.dumps(now).encode())


def _opener() -> OpenerDirector:
    """What opens the web alone, and follows nothing by itself: each step is looked at, whether it is for good, and
    what robots are told there.
    """
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(handler())
    return opener


def _host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _encoded(address: str) -> str:
    """An address as it is asked for: in ASCII, without the part of the page."""
    parts = urlsplit(address)
    try:
        netloc = parts.netloc.encode("ascii").decode()
    except UnicodeEncodeError:
        netloc = parts.netloc.encode("idna").decode()
    path, query = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._"), quote(parts.query, safe="/%:@!$&'()*+,;=?~-._")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def _led_to(address: str, answer: _Response) -> str:
    """Where an answer leads to; "" where it does not, or to nothing on the web."""
    to = answer.headers.get("Location", "") if 300 <= answer.status < 400 else ""
    if answer.status == 200 and answer.headers.get_content_type() == "text/html":
        to = leads_to(answer.content, "")
    try:
        found = _encoded(urljoin(address, to)) if to else ""
    except ValueError:
        return ""
    shows_anew = found == address and answer.status == 200
    return found if found.startswith(("http://", "https://")) and not shows_anew else ""


def _seconds(written: str) -> float:
    return min(float(written), _LONGEST_WAIT) if written.isascii() and written.isdigit() else 0


def _why(error: Exception) -> Phrase:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return Phrase(N_("it does not answer in time"))
    if isinstance(cause, socket.gaierror):
        return Phrase(N_("its host is not found"))
    return Phrase(N_("no connection could be made"))
