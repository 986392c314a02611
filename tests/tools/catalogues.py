"""The messages of the code and the templates, and the catalogues brought up to them (`make words`)."""

import io
from functools import cache
from itertools import takewhile
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
KEYWORDS = {
    **dict.fromkeys(("N_", "_", "Phrase", "text", "phrase", "sentence")),
    **dict.fromkeys(("count", "_n", "NN_"), (1, 2)),
    "in_context": ((1, "c"), 2),
}
Key = tuple[str | None, str, str | None]
"""Context, message, plural."""
_HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Vetrina\\n"
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@cache
def extracted() -> dict[Key, str]:
    """Every message of the code and the templates, and one place where it is said."""
    with (ROOT / "babel.cfg").open() as config:
        methods, options = parse_mapping_cfg(config)
    found: dict[Key, str] = {}
    for folder in ("generator", "templates"):
        for file, line, message, _, context in extract_from_dir(ROOT / folder, methods, options, KEYWORDS):
            one, plural = (message[0], message[1]) if isinstance(message, tuple) else (message, None)
            found.setdefault((context, one, plural), f"{folder}/{file}:{line}")
    return found


def update(file: Path) -> list[str]:
    """Bring a catalogue up to the code, keeping its translations; returns the messages it has yet to translate.

    What stands above its header, such as who has read it, stays.
    """
    with file.open("rb") as written:
        old = read_po(written, locale=file.stem)
    above = "".join(takewhile(lambda line: line.startswith("#"), file.read_text("utf-8").splitlines(keepends=True)))
    new = Catalog(locale=file.stem)
    for context, one, plural in extracted():
        known = old.get(one, context)
        new.add((one, plural) if plural else one, known.string if known else None, context=context)
    body = io.BytesIO()
    write_po(body, new, width=120, sort_output=True, omit_header=True, no_location=True)
    lines = (line for line in body.getvalue().decode().splitlines() if not line.startswith("#"))
    header = _HEADER.format(language=file.stem, plurals=new.plural_forms)
    file.write_text(f"{above}{header}{chr(10).join(lines).strip()}\n", encoding="utf-8")
    return [one for context, one, plural in extracted() if not _is_translated(new.get(one, context))]


def _is_translated(message: Message | None) -> bool:
    said = message.string if message else ""
    return all(said) if isinstance(said, tuple | list) else bool(said)


if __name__ == "__main__":
    for catalogue in sorted((ROOT / "generator" / "locale").glob("*.po")):
        for message in update(catalogue):
            print(f"{catalogue.name}: {message}")
