"""The commands and what each takes: a line an option. The parser and the help follow."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.usage import option_values
from generator.usage.dossier_options import OF_A_DOSSIER
from generator.usage.init_options import INIT_OPTIONS
from generator.usage.option_forms import flag, positional, value
from generator.usage.report_options import REPORT_OPTIONS
from generator.words import N_

COMMANDS = {
    "init": N_("begin a new site in a folder of its own"),
    "build": N_("build the site"),
    "check": N_("look for mistakes without building"),
    "serve": N_("preview the site while editing"),
    "compare": N_("tell in words what a newly built site changes for visitors"),
    "schema": N_("write what content/ can hold as JSON Schema"),
    "new": N_("write a new record, with the partners and sources it names first"),
    "fix": N_("mend what check offers an exact mend for"),
    "rename": N_("give a record another id, wherever it is named"),
    "translate": N_("show what has changed in a record, and mark its translation as up to date"),
    "withdraw": N_("withdraw a record: its page stays, and says why"),
    "attention": N_("tell what ends, is old, or nobody knows, and whom to ask"),
    "dossier": N_("write all that is known of a partner, a place or a topic, as a page, a spreadsheet and a PDF"),
    "newsletter": N_("write a letter of what is new, changed, ending and to come, for others to send"),
    "report": N_(
        "write what offices are asked for: mapping, register, plan, cases, coverage; as a page, a spreadsheet, a PDF"
    ),
    "import": N_("make records of the rows of a table"),
    "upgrade": N_("bring content of an older content model up to this one"),
    "publish": N_("build the real site, and have a folder, a server or a branch serve it"),
    "verify": N_("compare a published site with its manifest, and with a build"),
    "hosting": N_("write what a web server is to know: headers, redirects, what browsers may keep"),
    "editor": N_("write the editor in the browser, with a form for each kind"),
}
_SITE = ("build", "check", "serve")
_ROOTED = (
    *(*_SITE, "attention", "newsletter", "translate", "editor", "publish", "verify", "hosting"),
    *("dossier", "report"),
)
_CHANGING = ("new", "fix", "rename", "withdraw", "import", "upgrade")
"""Those that change content: checked as on a day, all or nothing, told as a difference."""


_OPTIONS: tuple[tuple[str, tuple[str, ...], Mapping[str, Any]], ...] = (
    (
        "folder",
        ("schema",),
        positional(option_values.new_folder, N_("FOLDER"), N_("where to write the schemas")),
    ),
    (
        "kind",
        ("new",),
        positional(str, N_("KIND"), N_("what is written: the name of a kind, such as agreement, or its folder"))
        | {"nargs": "?"},
    ),
    (
        "folder",
        ("init",),
        positional(option_values.new_folder, N_("FOLDER"), N_("the folder of the new site, which holds nothing")),
    ),
    (
        "before",
        ("compare",),
        positional(option_values.built_site, N_("BEFORE"), N_("the folder of the site as it was built before")),
    ),
    (
        "after",
        ("compare",),
        positional(option_values.built_site, N_("AFTER"), N_("the folder of the site as built now")),
    ),
    *INIT_OPTIONS,
    (
        "folder",
        ("editor",),
        positional(option_values.new_folder, N_("FOLDER"), N_("where to write the editor")),
    ),
    (
        "target",
        ("publish",),
        positional(option_values.some_text, N_("TARGET"), N_("where: a folder, host:folder (over SSH), or git:branch")),
    ),
    (
        "site",
        ("verify",),
        positional(
            option_values.some_text, N_("SITE"), N_("what: a folder (default: site/), or an address of this computer")
        )
        | {"nargs": "?"},
    ),
    (
        "server",
        ("hosting",),
        positional(
            option_values.server,
            N_("SERVER"),
            N_("nginx; apache, which reads .htaccess; headers, for hosts that read _headers and _redirects"),
        ),
    ),
    (
        "--site",
        ("hosting",),
        value(option_values.new_folder, N_("FOLDER"), N_("of nginx: where it has the site (default: site/)")),
    ),
    (
        "--listen",
        ("hosting",),
        value(option_values.some_text, N_("ADDRESS"), N_("of nginx: where it listens (default: 80)"), "80"),
    ),
    ("table", ("import",), positional(str, N_("FILE"), N_("the table: .csv, or .xlsx"))),
    (
        "--as",
        ("import",),
        value(str, N_("KIND"), N_("what its rows are: a folder of content/")),
    ),
    (
        "--map",
        ("import",),
        value(str, N_("FILE"), N_("which column is which field, in YAML")),
    ),
    ("--force", _CHANGING, flag(N_("go on where git has no copy of what changes"))),
    (
        "record",
        ("rename", "translate", "withdraw"),
        positional(str, N_("RECORD"), N_("folder/id of the record, or its id alone")),
    ),
    ("new", ("rename",), positional(str, N_("NEW"), N_("its new id"))),
    (
        "--root",
        (*_ROOTED, *_CHANGING),
        value(option_values.folder, N_("FOLDER"), N_("the folder that holds content/ (default: here)"), Path()),
    ),
    (
        "--set",
        ("new",),
        {
            "type": option_values.field_value,
            "action": "append",
            "default": [],
            "metavar": N_("FIELD=VALUE"),
            "help": N_(
                "the value of a field, by name or label, as often as needed; en.title is that of a translation, "
                "comune-di-x.nature that of a record named first here; not_stated=value,act says what no source states"
            ),
        },
    ),
    (
        "--because",
        ("withdraw",),
        {
            "type": str,
            "action": "append",
            "default": [],
            "metavar": N_("REASON"),
            "help": N_("why it is withdrawn, in a sentence; once a language, such as en=…"),
        },
    ),
    ("--erase", ("withdraw",), flag(N_("for privacy: no word of it stays in content/ either, nor in the store"))),
    (
        "--erase",
        ("publish",),
        flag(N_("for privacy: keep no release but the one that is served, and nothing in the store")),
    ),
    ("--text", ("new",), value(str, N_("TEXT"), N_("the text of its page"))),
    ("--id", ("new",), value(str, N_("ID"), N_("its id, in place of the one made of its title"))),
    (
        "--translate",
        ("new",),
        {
            "type": str,
            "action": "append",
            "default": [],
            "metavar": N_("LANGUAGE"),
            "help": N_("write its translation too, such as en"),
        },
    ),
    (
        "--program",
        ("editor",),
        value(Path, N_("FOLDER"), N_("its program, as npm has fetched it; without it, the forms alone are written")),
    ),
    (
        "--language",
        ("translate",),
        value(str, N_("LANGUAGE"), N_("the translation that is meant, where there are several: such as en")),
    ),
    (
        "--on",
        (*_SITE, *_CHANGING, "attention", "newsletter", "publish", "verify", "hosting", "dossier", "report"),
        value(
            option_values.day,
            N_("DAY"),
            N_("the day to compute for, such as 2026-11-22 (default: today where the site is)"),
        ),
    ),
    ("--drafts", _SITE, flag(N_("include drafts, archived records and those not yet due"))),
    ("--tidy", ("fix",), flag(N_("every file in the form that the editor in the browser writes, too"))),
    ("--yes", ("fix",), flag(N_("write without asking"))),
    ("--dry-run", (*_CHANGING, "translate"), flag(N_("only show what would change"))),
    (
        "--since",
        ("check",),
        value(str, N_("COMMIT"), N_("tell too what a later commit undid of another author, since that one or branch")),
    ),
    ("--since", ("newsletter",), value(option_values.day, N_("DAY"), N_("since which day, such as 2026-11-01"))),
    ("--topic", ("newsletter",), value(str, N_("TOPIC"), N_("only of this topic, by its id or label"))),
    ("--audience", ("newsletter",), value(str, N_("AUDIENCE"), N_("only for this audience, by its id or label"))),
    ("--out", ("newsletter",), value(option_values.new_folder, N_("FOLDER"), N_("where (default: newsletter/)"))),
    ("--sources", ("check",), flag(N_("ask the web too whether each source still says what rests on it"))),
    ("--strict", ("build", "check"), flag(N_("let warnings stop too"))),
    (
        "--out",
        ("build", "publish"),
        value(option_values.new_folder, N_("FOLDER"), N_("where to write (default: site/)")),
    ),
    *OF_A_DOSSIER,
    *REPORT_OPTIONS,
    ("--out", ("hosting",), value(option_values.new_folder, N_("FOLDER"), N_("where to write (default: print)"))),
    (
        "--base-url",
        ("build", "check", "publish", "hosting", "dossier", "report"),
        value(option_values.base_url, N_("ADDRESS"), N_("the site’s address; a path in it prefixes every link")),
    ),
    ("--production", ("build", "check"), flag(N_("the real site, for search engines too: refuses placeholders"))),
    (
        "--previous",
        ("build", "newsletter"),
        value(
            option_values.publication,
            N_("FOLDER"),
            N_("the site as it was published before, in a folder or at its address: what has changed since is told"),
        ),
    ),
    (
        "--portable",
        ("build",),
        value(
            option_values.new_folder,
            N_("FOLDER"),
            N_("write a copy too that opens by a double click, without scripts and search"),
        ),
    ),
    ("--rollback", ("publish",), flag(N_("serve again what was served before, and build nothing"))),
    (
        "--keep",
        ("publish",),
        value(option_values.kept, N_("NUMBER"), N_("so many releases stay in a folder (default: 5)"), 5),
    ),
    (
        "--remote",
        ("publish",),
        value(option_values.some_text, N_("REMOTE"), N_("whose branch it is (default: origin)"), "origin"),
    ),
    ("--new-address", ("publish",), flag(N_("the site has another address than what is served there"))),
    ("--demonstration", ("publish",), flag(N_("a demonstration, which search engines skip: placeholders pass"))),
    ("--no-build", ("verify",), flag(N_("compare with the manifest alone"))),
    (
        "--compressed",
        ("build", "publish"),
        flag(N_("write large texts compressed too (.gz), for a server of one’s own that sends them so")),
    ),
    ("--no-search", ("build",), flag(N_("leave the search index out"))),
    (
        "--format",
        ("check",),
        value(option_values.report_format, N_("FORMAT"), N_("text, json, github, gitlab or html"), "text"),
    ),
    (
        "--format",
        ("attention",),
        value(option_values.matters_format, N_("FORMAT"), N_("text, json or ics, a calendar"), "text"),
    ),
    (
        "--to",
        ("attention",),
        value(str, N_("ORGANISATION"), N_("only the request to this organisation, ready to be sent")),
    ),
    (
        "--host",
        ("serve",),
        value(option_values.host, N_("ADDRESS"), N_("where to listen (default: this computer only)"), "127.0.0.1"),
    ),
    ("--port", ("serve",), value(option_values.port, N_("NUMBER"), N_("port to listen on (default: 8000)"), 8000)),
)


def options_of_command(name: str | None) -> dict[str, Mapping[str, Any]]:
    """What a command takes; a name without hyphens is what it cannot do without."""
    return {key: settings for key, commands, settings in _OPTIONS if name in commands}
