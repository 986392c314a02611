"""The preview's web server: pages as they are now, told to every tab by livereload's protocol and its script.

Of livereload only these two are used. Its own server would look at the files every 800 ms, build while the browser
waits for a page, not tell the browser of a save that comes within three seconds of the last reload, and speak English.
"""

import logging
import signal
import socket
from collections.abc import Callable, Sequence

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application

from generator.pages.search import BUNDLE
from generator.preview.handlers import Files, Injected, OtherName, Own, Script, SearchFiles, Tab, WhatIsNow
from generator.preview.hosts import pattern_of
from generator.preview.preview import Preview
from generator.preview.report_html import OURS
from generator.preview.shown import Now
from generator.words import Words

_HEARTBEAT = 500
"""Milliseconds. Where nothing happens, Windows does not hear Ctrl-C."""
_PING = 30
"""Seconds after which a tab that sleeps is let go: it comes again by itself."""


def listen(host: str, port: int) -> list[socket.socket]:
    """Take the port, before anything is built. Raises OSError or UnicodeError where it cannot be had."""
    return bind_sockets(port, address=host)


def serve(preview: Preview, sockets: Sequence[socket.socket], host: str, words: Words) -> None:
    """Begin the preview and serve it until interrupted.

    Ctrl-C is a request to the loop: as an exception it could come up where Python drops it, such as while an object is
    finalised, and the preview would go on.
    """
    for library in ("tornado.access", "tornado.general", "livereload"):
        logging.getLogger(library).setLevel(logging.CRITICAL)  # they tell of requests, in English
    loop = IOLoop.current()
    server = HTTPServer(application(lambda: preview.now, host, words))
    server.add_sockets(sockets)
    PeriodicCallback(lambda: None, _HEARTBEAT).start()
    preview.begin(lambda: loop.add_callback(Tab.tell_all))
    before = signal.signal(signal.SIGINT, lambda *_: loop.add_callback_from_signal(loop.stop))
    try:
        loop.start()
    finally:
        signal.signal(signal.SIGINT, before)
        server.stop()


def application(now: Callable[[], Now], host: str, words: Words) -> Application:
    """What answers requests to `host` with what there is `now`; requests to any other host are refused."""
    answering = Application(
        transforms=[Injected], default_handler_class=OtherName, websocket_ping_interval=_PING, now=now, words=words
    )
    later = {"path": ""}
    answering.add_handlers(
        pattern_of(host),
        [
            (r"/livereload", Tab),
            (rf"/{OURS}livereload\.js", Script),
            (rf"/{OURS}state\.json", WhatIsNow),
            (rf"/{OURS}(.*)", Own, later),
            (rf"/({BUNDLE}.*)", SearchFiles, later),
            (r"/(.*)", Files, later),
        ],
    )
    return answering
