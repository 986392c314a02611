"""The program of the editor in the browser, as its package has it → the files that we serve, which ask nobody else.

Its script takes fonts, its words and the news of later versions from delivery networks: their addresses are replaced by
ours. What it would load from there besides, such as viewers of PDFs, is not there, and it does without. The policy of
the page refuses all other hosts but the one of the repository.
"""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from generator.problems.setup import SetupError
from generator.words import N_, Phrase

PACKAGE, VERSION = "@sveltia/cms", "0.221.1"
"""Exactly this one: what it writes is the canonical form of content."""
SCRIPT = "sveltia-cms.js"
_OURS = "sveltia-cms"
"""What stands for the package's address on the network that delivers it."""
_FONTS = {
    "source-sans-3": "source-sans-3-latin-wght-normal",
    "noto-mono": "noto-mono-latin-400-normal",
    "material-symbols-outlined": "material-symbols-outlined-latin-wght-normal",
}
_FONT = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([\w-]+?)(?::vf)?@[\d.]+/[\w-]+\.woff2")
_NETWORK = "https://unpkg.com/"
_ABSENT = "absent/"
"""Where what we do not serve is looked for in vain."""
NETWORKS = ("unpkg.com", "jsdelivr.net", "gstatic.com", "googleapis.com/css")
"""What no file that we serve names."""
_LOCALES = ("de", "en-GB", "fr", "it")


def program_files(package: Path) -> dict[str, bytes]:
    """The files of the program by the path where we serve them. Raises SetupError where the package is another."""
    script = _script(package)
    script = _FONT.sub(lambda match: f"fonts/{match[1]}.woff2", script)
    script = script.replace(f"{_NETWORK}{PACKAGE}", f"./{_OURS}").replace(_NETWORK, f"./{_ABSENT}")
    files = {SCRIPT: script}
    files[f"{_OURS}/package.json"] = json.dumps({"version": VERSION})
    for locale in _LOCALES:
        files[f"{_OURS}@{VERSION}/locales/{locale}.json"] = (package / f"locales/{locale}.json").read_text("utf-8")
    found = {path: text.encode() for path, text in files.items()}
    for name, start in _FONTS.items():
        [font] = (package / "npm/assets").glob(f"{start}-*.woff2")
        found[f"fonts/{name}.woff2"] = font.read_bytes()
        found[f"fonts/{name}.LICENSE.txt"] = (package / f"npm/assets/{name}.LICENSE.txt").read_bytes()
    return found | {"LICENSE.txt": (package / "LICENSE.txt").read_bytes()}


def page(title: str, language: str, hosts: Iterable[str]) -> str:
    """The page that opens the editor, with its own policy: of others it asks the host of the repository alone."""
    policy = "; ".join(f"{name} {' '.join(values)}" for name, values in _policy(hosts).items())
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n<title>{escape(title)}</title>\n'
        f'</head>\n<body>\n<script src="{SCRIPT}"></script>\n</body>\n</html>\n'
    )


def _policy(hosts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    own = "'self'"
    return {
        "default-src": ("'none'",),
        "script-src": (own,),
        "style-src": (own, "'unsafe-inline'"),
        "font-src": (own,),
        "img-src": (own, "blob:", "data:", *hosts),
        "media-src": (own, "blob:"),
        "connect-src": (own, "blob:", "data:", *hosts),
        "frame-src": (own, "blob:"),
        "worker-src": (own, "blob:"),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
    }


def _script(package: Path) -> str:
    try:
        version = json.loads((package / "package.json").read_text("utf-8"))["version"]
        script = (package / f"dist/{SCRIPT}").read_text("utf-8")
    except (OSError, ValueError, KeyError):
        version, script = "", ""
    if version != VERSION:
        told = {"folder": str(package), "package": PACKAGE, "version": VERSION}
        raise SetupError(
            Phrase(N_("{folder} does not hold {package} {version}."), told),
            Phrase(N_("Fetch it with: npm install --prefix FOLDER {package}@{version}"), told),
        )
    return script
