"""A release is one tag of one version: the same bytes twice, its constraints inside, a section of the changelog."""

import json
import re
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from generator import __version__
from tests.real import ROOT
from tests.tools.release import notes, of_a_version

CHANGELOG = f"""# Changelog

## [Unreleased]

- Later.

## [{__version__}] - 2026-12-01

### Added

- Now.

## [0.0.1]

- Before.
"""
WORKFLOW = yaml.load((ROOT / ".github/workflows/release.yml").read_text("utf-8"), yaml.CBaseLoader)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[list[Path]]:
    """The wheel and the sdist, twice."""
    folders = [tmp_path_factory.mktemp("dist") for _ in range(2)]
    return [
        [
            Path(one)
            for builder in (WheelBuilder, SdistBuilder)
            for one in builder(str(ROOT)).build(directory=str(folder), versions=["standard"])
        ]
        for folder in folders
    ]


def test_the_wheel_and_the_sdist_are_the_same_bytes_twice(built: list[list[Path]]) -> None:
    once, again = built
    assert [one.name for one in once] == [f"vetrina-{__version__}-py3-none-any.whl", f"vetrina-{__version__}.tar.gz"]
    assert [one.read_bytes() for one in once] == [one.read_bytes() for one in again]


def test_each_holds_the_constraints_and_the_licence(built: list[list[Path]]) -> None:
    wheel, sdist = built[0]
    with zipfile.ZipFile(wheel) as opened:
        assert opened.read("generator/_constraints.txt") == (ROOT / "constraints.txt").read_bytes()
        names = opened.namelist()
    assert f"vetrina-{__version__}.dist-info/licenses/LICENSE" in names
    assert "generator/_templates/base.html" in names
    assert not [name for name in names if name.startswith(("tests", "content", "benchmarks"))]
    with tarfile.open(sdist) as packed:
        there = {name.partition("/")[2] for name in packed.getnames()}
    assert {"constraints.txt", "LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml"} <= there


def test_the_version_stands_in_one_place() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert not re.search(r"^version = ", project, re.MULTILINE)
    assert 'path = "generator/__init__.py"' in project


def test_the_notes_are_the_section_of_the_version() -> None:
    assert notes(f"v{__version__}", CHANGELOG) == "### Added\n\n- Now.\n"


def test_the_changelog_has_a_section_of_the_version_that_is_there() -> None:
    assert notes(f"v{__version__}", (ROOT / "CHANGELOG.md").read_text("utf-8")).startswith("### ")


def test_the_list_of_packages_says_of_which_version_it_is() -> None:
    listed = '{"components": [], "metadata": {"component": {"name": "vetrina"}}}'
    assert json.loads(of_a_version(listed))["metadata"]["component"] == {"name": "vetrina", "version": __version__}


@pytest.mark.parametrize(
    ("tag", "changelog"),
    [("v9.9.9", CHANGELOG), (__version__, CHANGELOG), (f"v{__version__}", "# Changelog\n"), ("", CHANGELOG)],
)
def test_another_tag_or_a_version_without_a_section_is_refused(tag: str, changelog: str) -> None:
    with pytest.raises(ValueError, match=re.escape(__version__)):
        notes(tag, changelog)


def test_a_tag_alone_releases_once_it_was_installed_on_every_python() -> None:
    assert WORKFLOW["on"] == {"push": {"tags": ["v*"]}}
    install, publish = WORKFLOW["jobs"]["install"], WORKFLOW["jobs"]["publish"]
    assert install["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]
    assert not [step for step in install["steps"] if "actions/checkout" in step.get("uses", "")], "from the wheel alone"
    assert publish["needs"] == ["build", "install"]
