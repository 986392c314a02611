"""An editor on a computer finds the schema of every YAML file of a site."""

import json
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import PurePosixPath

import pytest
import yaml

from generator.content.workspace import SCHEMAS, schema_files, workspace_files
from generator.words import words_for
from tests.harness import SITES


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    """What is written for editors, by its path."""
    return workspace_files(words_for("it"))


@pytest.fixture(scope="module")
def named(files: Mapping[str, str]) -> Mapping[str, list[str]]:
    """Which files each schema is for."""
    found: dict[str, list[str]] = json.loads(files[".vscode/settings.json"])["yaml.schemas"]
    return found


@pytest.mark.parametrize("name", ["minimal", "showcase"])
def test_each_yaml_file_of_a_site_has_one_schema_and_fits_it(
    name: str, files: Mapping[str, str], named: Mapping[str, list[str]]
) -> None:
    from jsonschema import Draft202012Validator  # slow to load

    fits = {schema: Draft202012Validator(json.loads(files[schema.removeprefix("./")])) for schema in named}
    written = sorted((SITES / name / "content").rglob("*.yaml"))
    assert written
    for file in written:
        path = file.relative_to(SITES / name).as_posix()
        [schema] = [schema for schema, patterns in named.items() if any(matches(path, one) for one in patterns)]
        fits[schema].validate(yaml.load(file.read_text("utf-8"), yaml.CBaseLoader))


def matches(path: str, pattern: str) -> bool:
    """As editors do it: a star stands for no slash."""
    return len(PurePosixPath(path).parts) == len(PurePosixPath(pattern).parts) and fnmatch(path, pattern)


def test_every_schema_that_is_named_is_written(files: Mapping[str, str], named: Mapping[str, list[str]]) -> None:
    assert {one.removeprefix("./") for one in named} <= files.keys()
    written = {path.removeprefix(f"{SCHEMAS}/") for path in files if path.startswith(SCHEMAS)}
    assert written == schema_files(words_for("it")).keys()


def test_files_are_saved_as_they_are_read(files: Mapping[str, str]) -> None:
    assert "charset = utf-8\nend_of_line = lf\ninsert_final_newline = true\n" in files[".editorconfig"]
