"""The commands and what each takes: a line an option. The parser and the help follow."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.commands import option_values
from generator.words import N_

COMMANDS = {
    "build": N_("build the site"),
    "check": N_("look for mistakes without building"),
    "serve": N_("preview the site while editing"),
    "schema": N_("write what content/ can hold as JSON Schema"),
    "attention": N_("tell what ends, is old, or nobody knows, and whom to ask"),
    "import": N_("make records of the rows of a table"),
    "upgrade": N_("bring content of an older content model up to this one"),
    "editor": N_("write the editor in the browser, with a form for each kind"),
    "translate": N_("mark the translation of a record as up to date"),
}
_SITE = ("build", "check", "serve")
_CHANGING = ("import", "upgrade")


def _flag(help_: str) -> dict[str, Any]:
    return {"action": "store_true", "help": help_}


def _value(read: Callable[[str], object], metavar: str, help_: str, default: object = None) -> dict[str, Any]:
    return {"type": read, "metavar": metavar, "help": help_, "default": default}


_OPTIONS: tuple[tuple[str, tuple[str, ...], Mapping[str, Any]], ...] = (
    (
        "folder",
        ("schema",),
        {"type": option_values.new_folder, "metavar": N_("FOLDER"), "help": N_("where to write the schemas")},
    ),
    (
        "folder",
        ("editor",),
        {"type": option_values.new_folder, "metavar": N_("FOLDER"), "help": N_("where to write the editor")},
    ),
    (
        "record",
        ("translate",),
        {"type": str, "metavar": N_("RECORD"), "help": N_("folder/id of the record, or its id alone")},
    ),
    ("table", ("import",), {"type": str, "metavar": N_("FILE"), "help": N_("the table: .csv, or .xlsx")}),
    (
        "--as",
        ("import",),
        _value(str, N_("KIND"), N_("what its rows are: a folder of content/")),
    ),
    (
        "--map",
        ("import",),
        _value(str, N_("FILE"), N_("which column is which field, in YAML")),
    ),
    ("--dry-run", _CHANGING, _flag(N_("only show what would change"))),
    ("--force", _CHANGING, _flag(N_("go on where git has no copy of what changes"))),
    (
        "--root",
        (*_SITE, *_CHANGING, "attention", "translate", "editor"),
        _value(option_values.folder, N_("FOLDER"), N_("the folder that holds content/ (default: here)"), Path()),
    ),
    (
        "--program",
        ("editor",),
        _value(Path, N_("FOLDER"), N_("its program, as npm has fetched it; without it, the forms alone are written")),
    ),
    (
        "--language",
        ("translate",),
        _value(str, N_("LANGUAGE"), N_("the translation that is meant, where there are several: such as en")),
    ),
    (
        "--on",
        (*_SITE, "attention"),
        _value(option_values.day, N_("DAY"), N_("the day to compute for, such as 2026-11-22 (default: today in Rome)")),
    ),
    ("--drafts", _SITE, _flag(N_("include drafts, archived records and those not yet due"))),
    ("--strict", ("build", "check"), _flag(N_("let warnings stop too"))),
    ("--out", ("build",), _value(option_values.new_folder, N_("FOLDER"), N_("where to write (default: site/)"))),
    (
        "--base-url",
        ("build", "check"),
        _value(option_values.base_url, N_("ADDRESS"), N_("the site’s address; a path in it prefixes every link")),
    ),
    ("--production", ("build", "check"), _flag(N_("the real site, for search engines too: refuses placeholders"))),
    ("--no-search", ("build",), _flag(N_("leave the search index out"))),
    (
        "--format",
        ("check",),
        _value(option_values.report_format, N_("FORMAT"), N_("text, json, github, gitlab or html"), "text"),
    ),
    (
        "--format",
        ("attention",),
        _value(option_values.matters_format, N_("FORMAT"), N_("text, json or ics, a calendar"), "text"),
    ),
    (
        "--to",
        ("attention",),
        _value(str, N_("ORGANISATION"), N_("only the request to this organisation, ready to be sent")),
    ),
    (
        "--host",
        ("serve",),
        _value(option_values.host, N_("ADDRESS"), N_("where to listen (default: this computer only)"), "127.0.0.1"),
    ),
    ("--port", ("serve",), _value(option_values.port, N_("NUMBER"), N_("port to listen on (default: 8000)"), 8000)),
)


def options_of_command(name: str | None) -> dict[str, Mapping[str, Any]]:
    """What a command takes; a name without hyphens is what it cannot do without."""
    return {key: settings for key, commands, settings in _OPTIONS if name in commands}
