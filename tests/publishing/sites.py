"""Small built sites to be published: a folder with a manifest, as a build leaves it."""

from pathlib import Path

from generator.output.ownership import Manifest
from generator.output.site_folder import publish

OLD = {"index.html": b"old", "a/index.html": b"same", "a/x.png": b"\0\r\n\xff", "gone/index.html": b"gone"}
NEW = {"index.html": b"new", "a/index.html": b"same", "a/x.png": b"\0\r\n\xff", "\u00e8/new.html": b"new"}
ADDRESS = "https://vetrina.example/"


def built(site: Path, files: dict[str, bytes], **inputs: str) -> Manifest:
    """Have a folder hold a site of these files; its manifest."""
    publish(files, site, inputs={"day": "2026-11-22", "address": ADDRESS, "commit": None, **inputs})
    manifest = Manifest.read(site)
    assert manifest
    return manifest


def served(folder: Path) -> dict[str, bytes]:
    """The files that whoever reads by path sees, without the manifest."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
