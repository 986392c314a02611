"""An editor on a computer finds the schema of every YAML file of a site."""

import json
from fnmatch import fnmatch
from pathlib import PurePosixPath

import jsonschema
import pytest
import yaml

from generator.content.workspace import SCHEMAS, schema_files, workspace_files
from generator.words import words_for
from tests.harness import SITES

FILES = workspace_files(words_for("it"))
NAMED = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]


@pytest.mark.parametrize("name", ["minimal", "showcase"])
def test_each_yaml_file_of_a_site_has_one_schema_and_fits_it(name: str) -> None:
    files = sorted((SITES / name / "content").rglob("*.yaml"))
    assert files
    for file in files:
        path = file.relative_to(SITES / name).as_posix()
        [schema] = [schema for schema, patterns in NAMED.items() if any(matches(path, one) for one in patterns)]
        written = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        jsonschema.validate(written, json.loads(FILES[schema.removeprefix("./")]))


def matches(path: str, pattern: str) -> bool:
    """As editors do it: a star stands for no slash."""
    return len(PurePosixPath(path).parts) == len(PurePosixPath(pattern).parts) and fnmatch(path, pattern)


def test_every_schema_that_is_named_is_written() -> None:
    assert {one.removeprefix("./") for one in NAMED} <= FILES.keys()
    written = {path.removeprefix(f"{SCHEMAS}/") for path in FILES if path.startswith(SCHEMAS)}
    assert written == schema_files(words_for("it")).keys()


def test_files_are_saved_as_they_are_read() -> None:
    assert "charset = utf-8\nend_of_line = lf\ninsert_final_newline = true\n" in FILES[".editorconfig"]
