"""What a new site begins with: settings, pages that hold for every owner, vocabularies, the CI file of a host."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from generator.content.authority_tables import ITALY
from generator.content.nodes import read_yaml
from generator.content.parse import parse
from generator.content.settings import Settings
from generator.content.settings_types import MODEL
from generator.content.site_file import SITE_FILE
from generator.content.vocabularies import NAMES, VOCABULARIES, Vocabulary
from generator.content.workspace import workspace_files
from generator.content.write import as_yaml, write_group
from generator.fields.declare import Group, GroupOf
from generator.fields.types import Site
from generator.kinds.page import Page
from generator.kinds.translation import Translation
from generator.words import words_for

CI_FILES: Mapping[str, Mapping[str, str]] = {
    "github": {
        ".github/workflows/publish.yml": "github-publish.yml",
        ".github/workflows/editor.yml": "github-editor.yml",
        ".github/workflows/renew.yml": "github-renew.yml",
        ".github/workflows/sources.yml": "github-sources.yml",
        ".github/dependabot.yml": "github-dependabot.yml",
    },
    "gitlab": {".gitlab-ci.yml": "gitlab.yml"},
    "none": {},
}
"""The hosts for which there are CI files, where each looks for them, and what they are called here."""
REQUIREMENTS = "requirements.txt"
"""Where the CI takes Vetrina from."""
_CONSTRAINTS = "constraints.txt"
"""All that Vetrina needs, each with its version and its digests: what the CI installs, and nothing else."""
_DATA = resources.files("generator") / "data"
_IGNORED = "/site/\n/.site.vetrina/\n/.vetrina/\n"


NO_ADDRESS_YET = "https://vetrina.example/"
"""What stands for the address of a site that has none: nothing is named by it for good."""


@dataclass(frozen=True)
class NewSite:
    """What its owner says of a new site."""

    name: str
    owner: str
    languages: tuple[str, ...]
    address: str
    colours: tuple[str, str] | None = None
    """The accent on light and on dark backgrounds; without one, the common one."""
    ipa: str = ""
    """The owner's code in the Italian index of public administrations."""
    host: str = "none"
    package: str = "vetrina"
    """How pip is to be told to install Vetrina."""
    has_guide: bool = True
    """Whether there is a guide in one of its languages."""


def offered() -> tuple[str, ...]:
    """The vocabularies that ship: each entry is worded as its source words it."""
    return tuple(name for name in NAMES if (_DATA / VOCABULARIES / f"{name}.yaml").is_file())


def files_of(site: NewSite) -> Mapping[str, str]:
    """The text of each file of a new site, by its path."""
    words = yaml.safe_load((_DATA / "beginning/pages.yaml").read_text("utf-8"))
    files = {SITE_FILE: _settings(site, words["description"]), ".gitignore": _IGNORED}
    files |= workspace_files(words_for(site.languages[0]))
    for id_, page in words["pages"].items():
        files |= dict(_page(site, id_, page))
    for name in offered():
        files[f"content/{VOCABULARIES}/{name}.yaml"] = _vocabulary(name, site.languages)
    if of_the_host := CI_FILES[site.host]:
        files |= {path: (_DATA / "beginning" / name).read_text("utf-8") for path, name in of_the_host.items()}
        files |= {REQUIREMENTS: f"{site.package}\n", _CONSTRAINTS: constraints()}
    return files


def constraints() -> str:
    """The constraints that this version of Vetrina was tried with: those in the package, in a clone those beside it."""
    package = resources.files("generator")
    shipped = package / f"_{_CONSTRAINTS}"
    return (shipped if shipped.is_file() else package / ".." / _CONSTRAINTS).read_text("utf-8")


def _settings(site: NewSite, description: Mapping[str, str]) -> str:
    said = {language: description[language].replace("{owner}", site.owner) for language in site.languages}
    accent = {"accent": dict(zip(("light", "dark"), site.colours, strict=True))} if site.colours else {}
    return _written(
        Settings,
        {
            "model": str(MODEL),
            "title": site.name,
            "description": said,
            "languages": list(site.languages),
            "base_url": site.address,
            **({"first_address": site.address} if site.address != NO_ADDRESS_YET else {}),
            "owner": {
                "name": dict.fromkeys(site.languages, site.owner),
                "contact": "placeholder",
                "kind": "university",
            },
            "obligations": {
                **dict.fromkeys(("accessibility_url", "privacy_url", "data_protection_contact"), "placeholder"),
                "licence": {"title": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
            },
            **accent,
            "open_data": _open_data(site),
            **({"guide": "true"} if site.has_guide else {}),
        },
        site.languages,
    )


def _open_data(site: NewSite) -> Mapping[str, Any]:
    """What the data are about; who is in the Italian index tells of Italy."""
    of_italy = {"ipa": site.ipa, "covers": [ITALY]} if site.ipa else {}
    return {"themes": ["education", "society"], **of_italy}


def _page(site: NewSite, id_: str, page: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The files of a page: its facts and its words in the first language, then its translations."""
    for language in site.languages:
        said = page[language]
        words = {"title": said["title"], "summary": said["summary"]}
        is_first = language == site.languages[0]
        facts = {"address": {one: page["address"][one] for one in site.languages}, "purpose": id_, **words}
        written = _written(Page if is_first else Translation, facts if is_first else words, site.languages)
        name = f"{id_}.md" if is_first else f"{id_}.{language}.md"
        yield f"content/pages/{name}", f"---\n{written}---\n\n{said['text'].replace('{owner}', site.owner)}"


def _written(model: type[Group], values: Mapping[str, Any], languages: Sequence[str]) -> str:
    """Values as a file in the canonical form."""
    lines = as_yaml(GroupOf(model), values, languages)
    return "".join(f"{line}\n" for line in ([lines] if isinstance(lines, str) else lines))


def _vocabulary(name: str, languages: tuple[str, ...]) -> str:
    """A vocabulary that ships, in the languages of a site."""
    path = f"{VOCABULARIES}/{name}.yaml"
    nodes, _ = read_yaml((_DATA / path).read_text("utf-8"), path)
    vocabulary, _, _ = parse(Vocabulary, nodes, site=Site(languages))
    assert vocabulary, path
    return write_group(vocabulary, languages)
