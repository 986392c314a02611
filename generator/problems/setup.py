"""What keeps a command from starting at all: not a mistake in the content, but a missing or unsuitable surrounding."""

from generator.words import Phrase


class SetupError(Exception):
    """A command cannot go on; `message` says why, `hint` what to do. The command ends with exit code 2."""

    def __init__(self, message: Phrase, hint: Phrase) -> None:
        super().__init__(message.text)
        self.message = message
        self.hint = hint
