"""Every command with its options, as its own help tells them."""

import argparse
from collections.abc import Iterator

from generator.commands.arguments import Arguments
from generator.text.inline import sentence_case
from generator.view.guide import GuideEntry, GuideSection
from generator.view.text import Fact, Piece
from generator.words import Words


def command_sections(words: Words) -> Iterator[GuideSection]:
    """The commands, in the order of the help."""
    parsers = Arguments(words).parsers()
    entries = tuple(_entry(words, name, parser) for name, parser in parsers.items())
    yield GuideSection("commands", words.text("All commands"), entries=entries)


def _entry(words: Words, name: str, parser: argparse.ArgumentParser) -> GuideEntry:
    return GuideEntry(
        anchor=name,
        title=sentence_case(parser.description or ""),
        key=f"vetrina {name}",
        facts=tuple(_option(action) for action in parser._actions),
        example=parser.usage or "",
        caption=words.text("How it is typed"),
    )


def _option(action: argparse.Action) -> Fact:
    """An option, or what a command cannot do without, as it is typed, and what it does."""
    typed = " ".join(filter(None, (", ".join(action.option_strings), str(action.metavar or ""))))
    return Fact(typed, ((Piece(action.help or ""),),))
