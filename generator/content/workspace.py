"""What helps an editor on a computer: the schemas of all that content can hold, and settings that name them.

Programs such as VS Code with a YAML extension then complete keys and choices and explain each field while one writes.
They see YAML files alone: of a record with a text, `vetrina check` and the preview tell the same.
"""

import json
from collections.abc import Mapping

from generator.content.settings import Settings
from generator.content.site_file import SITE_FILE
from generator.content.style import STYLE_FILE, StyleSheet
from generator.content.vocabularies import VOCABULARIES, Vocabulary
from generator.fields.declare import Group
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.schema import SCHEMA_ENDING, schema
from generator.kinds.translation import Translation
from generator.words import Words

SCHEMAS = ".vscode/schemas"
_OTHERS: dict[str, type[Group]] = {
    "site": Settings,
    "vocabulary": Vocabulary,
    "style": StyleSheet,
    "translation": Translation,
}
_EDITOR_CONFIG = """\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[content/**]
indent_style = space
indent_size = 2
"""


def schema_files(words: Words) -> dict[str, str]:
    """The text of each schema by the name of its file; titles and descriptions in one language, and in every."""
    return {
        f"{name}{SCHEMA_ENDING}": _json(schema(group, name, words)) for name, group in (BY_FOLDER | _OTHERS).items()
    }


def workspace_files(words: Words) -> dict[str, str]:
    """The files that a new site has beside its content for editors, by path: settings, schemas, `.editorconfig`."""
    schemas = {f"{SCHEMAS}/{name}": text for name, text in schema_files(words).items()}
    settings = {
        "yaml.schemas": {f"./{SCHEMAS}/{name}{SCHEMA_ENDING}": files for name, files in _described().items()},
        "yaml.format.enable": False,
        "files.exclude": {".vetrina": True, ".site.vetrina": True},
    }
    return {
        ".editorconfig": _EDITOR_CONFIG,
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        **schemas,
    }


def _described() -> Mapping[str, list[str]]:
    """The YAML files that each schema describes."""
    kinds = {name: [f"content/{name}/*.yaml", f"content/{name}/*/index.yaml"] for name in BY_FOLDER}
    return kinds | {"site": [SITE_FILE], "style": [STYLE_FILE], "vocabulary": [f"content/{VOCABULARIES}/*.yaml"]}


def _json(value: object) -> str:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"
