"""What keeps a command from starting at all: not a mistake in the content, but a missing or unsuitable surrounding."""

from generator.words import N_, Phrase


class SetupError(Exception):
    """A command cannot go on; `message` says why, `hint` what to do. The command ends with exit code 2."""

    def __init__(self, message: Phrase, hint: Phrase) -> None:
        super().__init__(message.text)
        self.message = message
        self.hint = hint


def cannot_be_written(file: str, error: OSError) -> SetupError:
    """That the system refuses to write a file, and what may be the matter."""
    return SetupError(
        Phrase(N_("{file} cannot be written: {cause}."), {"file": file, "cause": error.strerror}),
        Phrase(N_("Check that you may write there, that there is room, and that no program has it open.")),
    )


def cannot_be_used(file: str, error: OSError) -> SetupError:
    """That the system refuses a file, or it is gone, in the midst of the work: it came, went or was closed."""
    return SetupError(
        Phrase(N_("{file} cannot be used: {cause}."), {"file": file, "cause": error.strerror}),
        Phrase(N_("Something may have changed while it was worked with: look at it, and try again.")),
    )
