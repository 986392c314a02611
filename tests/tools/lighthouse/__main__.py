"""`make lighthouse`: Lighthouse, as on a phone, over the demonstration built as a real site of an invented owner.

Prints a table; exits with 1 where accessibility, best practices or search engines come below 100. Performance depends
on the computer, so it is only told.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.options import Options
from tests.browser.site import FLAGS, WITH_WINDOWS, served
from tests.real import DAY, ROOT, STORE, built

LIGHTHOUSE = Path(__file__).parent / "node_modules/.bin/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TOLD_ONLY = "performance"
PAGES = (
    "",
    "accordi/",
    "accordi/bicocca-polito/",
    "iniziative/polisocial-award/",
    "organizzazioni/politecnico-di-milano/",
    "piani/piao-polito-2025-2027/",
    "cerca/",
    "en/",
)
OWNER = {
    "demonstration": False,
    "owner": {
        "name": {"it": "Ateneo di Esempio", "en": "University of Esempio"},
        "contact": "comunicazione@ateneo.example",
    },
    "obligations": {
        "accessibility_url": "https://ateneo.example/accessibilita",
        "privacy_url": "https://ateneo.example/privacy",
        "data_protection_contact": "privacy@ateneo.example",
    },
}


def copied(root: Path) -> Path:
    """A copy of the demonstration's content whose settings are those of an owner with no placeholder left."""
    shutil.copytree(ROOT / "content", root / "content")
    file = root / "content/site.yaml"
    settings = yaml.safe_load(file.read_text("utf-8"))
    for name, value in OWNER.items():
        settings[name] = settings[name] | value if isinstance(value, Mapping) else value
    file.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")
    return root


def report(url: str) -> dict[str, Any]:
    """What Lighthouse tells of a page, as its phone sees it."""
    options = ["--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    flags = f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}"
    env = os.environ | {"CHROME_PATH": os.environ.get("CHROME_PATH") or str(WITH_WINDOWS)}
    done = subprocess.run([LIGHTHOUSE, url, *options, flags], env=env, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def shortfalls(told: dict[str, Any], category: str) -> list[str]:
    """The audits that keep a category below 100."""
    weighed = {one["id"] for one in told["categories"][category]["auditRefs"] if one["weight"]}
    audits = (told["audits"][one] for one in sorted(weighed))
    return [f"{one['id']}: {one['title']}" for one in audits if one["score"] is not None and one["score"] < 1]


def main() -> int:
    """Build, serve, ask of each page, print."""
    width = max(map(len, PAGES)) + 2
    print(" " * width, *(f"{name:>14}" for name in CATEGORIES))
    short = False
    with tempfile.TemporaryDirectory() as folder:
        root, out = copied(Path(folder)), Path(folder, "site")
        out.mkdir()
        with served(out) as site:
            built(out, Options(root, DAY, base_url=site.address, production=True, store=STORE))
            for path in PAGES:
                told = report(site.url(path))
                scores = {name: round(100 * told["categories"][name]["score"]) for name in CATEGORIES}
                print(f"{f'/{path}':{width}}", *(f"{score:>14}" for score in scores.values()), flush=True)
                for name in (name for name, score in scores.items() if score < 100):
                    short = short or name != TOLD_ONLY
                    print(*(f"    {name}: {one}" for one in shortfalls(told, name)), sep="\n", flush=True)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
