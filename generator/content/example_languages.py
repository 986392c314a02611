"""Examples as messages show them: in the languages of the site that is read."""

from collections.abc import Sequence

from generator.content.nodes import Value

_EXAMPLES = {"it", "en"}
"""The languages that examples are written in."""


def in_languages(example: Value, languages: Sequence[str]) -> Value:
    """An example with its words in some languages; where there is one, the words alone."""
    if isinstance(example, list):
        return [in_languages(one, languages) for one in example]
    if not isinstance(example, dict):
        return example
    if not languages or not example.keys() <= _EXAMPLES:
        return {name: in_languages(one, languages) for name, one in example.items()}
    said = {language: example.get(language, "…") for language in languages}
    return said if len(said) > 1 else next(iter(said.values()))
