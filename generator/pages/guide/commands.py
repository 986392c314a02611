"""Every command with what it takes, as its own help tells it."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.text.inline import sentence_case
from generator.usage.table import COMMANDS, options_of_command
from generator.view.guide import GuideEntry, GuideSection
from generator.view.text import Fact, Piece
from generator.words import Words


def command_sections(words: Words) -> Iterator[GuideSection]:
    """The commands, in the order of the help."""
    entries = tuple(_command(words, name, summary) for name, summary in COMMANDS.items())
    yield GuideSection("commands", words.text("All commands"), entries=entries)


def _command(words: Words, name: str, summary: str) -> GuideEntry:
    options = options_of_command(name)
    places = map(words.text, (settings["metavar"] for key, settings in options.items() if not key.startswith("-")))
    return GuideEntry(
        anchor=name,
        title=sentence_case(words.text(summary)),
        key=f"vetrina {name}",
        facts=tuple(_option(words, key, settings) for key, settings in options.items()),
        example=words.text("vetrina {command} [options]", command=" ".join((name, *places))),
        caption=words.text("How it is typed"),
    )


def _option(words: Words, key: str, settings: Mapping[str, Any]) -> Fact:
    """An option, or what a command cannot do without, as it is typed, and what it does."""
    value, meaning = settings.get("metavar", ""), settings["help"]
    typed = " ".join(filter(None, (key if key.startswith("-") else "", words.text(value))))
    return Fact(typed, ((Piece(words.text(meaning)),),))
