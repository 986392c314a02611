"""`vetrina serve`: builds into a folder of its own, watches content and templates, reloads the browser.

The preview never writes the site that is published. Mistakes are told on the terminal, and the pages of the last
good build stay. livereload's faults that matter here are met: it would not tell the browser of a save that comes
within three seconds of the last reload, it would not notice one that comes before its own first look at the files, and
it would only log what goes wrong in a build.
"""

import argparse
import errno
import logging
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from livereload import Server
from livereload.handlers import LiveReloadHandler

from generator.commands.options import options_of
from generator.pipeline import Options, build, template_folders
from generator.problems.report import as_text, count
from generator.problems.setup import SetupError
from generator.words import N_, Phrase, Words


def run(given: argparse.Namespace, words: Words) -> bool:
    """Preview the site until interrupted. Raises SetupError when it cannot start."""
    options, host, port = options_of(given), given.host, given.port
    with tempfile.TemporaryDirectory(prefix="vetrina-") as folder:
        out = Path(folder)
        address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/"
        rebuild = _rebuilder(replace(options, base_url=address), out, words)
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        logging.getLogger("livereload").addFilter(_is_a_warning)
        server = Server()
        for watched in (options.root / "content", *template_folders(options.root)):
            server.watch(f"{watched}/", rebuild)
        server.watcher.examine()  # a first look at the files: what is saved during the first build is a change
        rebuild()
        print(words.text("Preview at {address} (Ctrl-C ends it)", address=address), flush=True)
        try:
            server.serve(root=folder, host=host, port=port, open_url_delay=None)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise SetupError(
                Phrase(N_("Port {port} is in use."), {"port": port}),
                Phrase(N_("End the program that uses it, or choose another with --port.")),
            ) from None
        print(words.text("The preview has ended."))
    return True


def _rebuilder(options: Options, out: Path, words: Words) -> Callable[[], bool]:
    """A function that builds and tells how it went; it never raises, so that the preview goes on."""

    def rebuild() -> bool:
        try:
            built = build(options, out)
        except SetupError as error:
            print(f"{words.say(error.message)}\n  → {words.say(error.hint)}", flush=True)
            return False
        if built.problems:
            print(as_text(built.problems, words, options.root))
        told = count(built.problems, words)
        said = words.text("Built: {problems}.", problems=told)
        if built.published is None:
            said = words.text("Not built: {problems}. The preview shows the last good pages.", problems=told)
        print(said, flush=True)
        return built.published is not None

    return rebuild


def _is_a_warning(record: logging.LogRecord) -> bool:
    """livereload tells of all its work, in English: only what goes wrong is of use to an editor."""
    return record.levelno >= logging.WARNING
