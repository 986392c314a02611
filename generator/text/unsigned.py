"""Agreements without a record of a signature, told beside their number."""

from generator.text.context import Context


def with_unsigned(context: Context, said: str, number: int, unsigned: int) -> str:
    """What is said of a number of agreements, and whether, or of how many, there is no record of a signature."""
    if not unsigned:
        return said
    if unsigned == number:
        return context.words.text("{agreements}; no record of a signature", agreements=said)
    lacking = context.words.number(unsigned)
    return context.words.text("{agreements}; no record of a signature for {number}", agreements=said, number=lacking)
