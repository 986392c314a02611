"""The content and its declarations → the configuration of the editor in the browser."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import yaml

from generator.browser_editor.form_fields import NOT_STATED, FormFields, FormPart
from generator.content.browser_editor import BrowserEditor
from generator.content.file_endings import ending_in, ending_of, is_shown, paths_in
from generator.content.validate import Content
from generator.fields.declare import Group
from generator.fields.texts import ID
from generator.kinds.base import Kind
from generator.kinds.catalogue import BY_FOLDER
from generator.kinds.translation import Translation
from generator.text.inline import sentence_case
from generator.words import Words

_PUBLIC = {
    "github": "https://api.github.com",
    "gitlab": "https://gitlab.com",
    "gitea": "https://gitea.com",
}
"""Where the programs of the public hosts answer."""
_API = {"github": "api/v3", "gitlab": "api/v4", "gitea": "api/v1"}
_TEXT_BELOW = "text-below"
"""What the text of a record is called among its fields: no field has a hyphen."""
_WITH_REQUESTS = ("github", "gitlab")
"""The hosts on which what is saved is a request to be merged, instead of a commit."""


def configuration(content: Content, backend: FormPart, words: Words) -> str:
    """The text of `config.yml`: a form for each kind, in the words of one language."""
    settings = content.settings
    forms = FormFields(words, settings.languages, content.vocabularies)
    form: FormPart = {
        "backend": backend,
        **({"publish_mode": "editorial_workflow"} if backend["name"] in _WITH_REQUESTS else {}),
        "app_title": settings.title,
        "site_url": settings.base_url,
        "media_folder": "content",
        "public_folder": "/",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none"}},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(settings.languages),
            "default_locale": settings.first_language,
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        },
        "collections": [_collection(content, kind, forms) for kind in BY_FOLDER.values()],
    }
    return yaml.dump(form, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000)


def not_shown(content: Content) -> dict[str, int]:
    """How many records of each folder the forms cannot open: those in folders of their own, or with another ending."""
    found: dict[str, int] = {}
    for folder in BY_FOLDER:
        paths = paths_in(content, folder)
        others = [path for path in paths if not is_shown(path, ending_in(paths))]
        found |= {folder: len(others)} if others else {}
    return found


def backend_of(editor: BrowserEditor) -> FormPart:
    """How the editor reaches the repository: by signing in where there is what it needs, else by a token."""
    server = editor.server.rstrip("/") if editor.server else ""
    asked: FormPart = {"name": editor.host, "repo": editor.repository}
    asked |= {"branch": editor.branch} if editor.branch else {}
    asked |= {"api_root": f"{server}/{_API[editor.host]}"} if server else {}
    if editor.sign_in and editor.host == "github":
        return asked | {"base_url": editor.sign_in.rstrip("/")}
    if editor.app_id and editor.host != "github":
        return asked | {"base_url": server or _PUBLIC[editor.host], **_pkce(editor)}
    return asked | {"auth_methods": ["token"]}


def hosts_of(editor: BrowserEditor) -> tuple[str, ...]:
    """The addresses that the editor asks: no other is let through."""
    addresses = (editor.server or _PUBLIC[editor.host], editor.sign_in)
    parts = (urlsplit(address) for address in addresses if address)
    return tuple(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts))


def _pkce(editor: BrowserEditor) -> Mapping[str, Any]:
    pkce = {"auth_type": "pkce"} if editor.host == "gitlab" else {}
    return {**pkce, "app_id": editor.app_id}


def _collection(content: Content, kind: type[Kind], forms: FormFields) -> FormPart:
    words, extension = forms.words, ending_of(content, kind, has_text=False)
    as_yaml = extension == "yaml"
    records = (content.records[ref] for ref in content.records if ref.folder == kind.folder)
    listed = {name for record in records for name in record.facts.texts_of(NOT_STATED)}
    fields = forms.of(kind, () if as_yaml else _translated(Translation, kind), listed)
    body = {
        "name": _TEXT_BELOW,
        "label": words.text("Text"),
        "widget": "richtext",
        "modes": ["raw", "rich_text"],
        "required": False,
        "i18n": True,
    }
    return {
        "name": kind.folder,
        "label": words.text(kind.plural),
        "label_singular": sentence_case(words.text(kind.noun or kind.singular)),
        "folder": f"content/{kind.folder}",
        "extension": extension,
        "format": "yaml" if as_yaml else "yaml-frontmatter",
        "create": True,
        "identifier_field": "title",
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "pattern": [f"^{ID.pattern}$", words.text("lower-case letters without accents, digits and hyphens")],
            "hint": words.text("The id: it is the name of the file, stays in the address, and does not change later."),
        },
        "summary": "{{title}}",
        "media_folder": "{{slug}}",
        "public_folder": "",
        "editor": {"preview": False},
        **({} if as_yaml else {"i18n": True, "body_field": {"key": _TEXT_BELOW}}),
        "fields": [*fields, *([] if as_yaml else [body])],
    }


def _translated(translation: type[Group], model: type[Group], before: str = "") -> Iterator[str]:
    """The fields of a model that its translations hold too, with dots for inner ones."""
    for name, one in translation.declared.items():
        if name in model.declared:
            yield f"{before}{name}"
            inner = model.declared[name].group
            if one.group and inner:
                yield from _translated(one.group, inner, f"{before}{name}.")


class _Plain(yaml.SafeDumper):
    """Writes what stands twice twice: the editor knows no shortcuts."""

    def ignore_aliases(self, data: object) -> bool:
        return True
