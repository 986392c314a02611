"""The two pictures of the README, taken anew from the real site: `make screenshots`."""

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.pipeline import build
from tests.browser.site import chromium, served
from tests.real import OPTIONS

FOLDER = Path(__file__).parents[1] / "screenshots"
PAGES = {"home": "en/", "award": "en/initiatives/polisocial-award/"}
WIDTH, HEIGHT = 1280, 960


def main() -> None:
    """Build the site, open each page in the light, and keep its first view as WebP."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as site, chromium() as browser:
        build(OPTIONS, Path(folder), search=False)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, path in PAGES.items():
            page.goto(site.url(path), wait_until="networkidle")
            picture = Image.open(BytesIO(page.screenshot()))
            picture.save(FOLDER / f"{name}.webp", quality=80, method=6)


if __name__ == "__main__":
    main()
