"""What tests look at without a build is what a build writes."""

from pathlib import Path

from tests.harness import MANIFEST, BuiltSite, SiteTest

NOT_ALONE = {".png", ".webp", ".jpg", ".xlsx", ".pdf", ".ttl", ".rdf", ".jsonld"}
"""The endings of the files that only a build makes."""


def test_each_file_is_what_a_build_writes_and_none_is_missing(tmp_path: Path) -> None:
    built, out = BuiltSite(SiteTest.built_once("minimal")), tmp_path / "site"
    assert SiteTest().look().files() == built.files()
    SiteTest().publish(out, lambda path: True)
    whole, published = built.tree(), BuiltSite(out).tree()
    assert published.keys() == whole.keys()
    others = {path for path, content in whole.items() if published[path] != content}
    assert {Path(path).suffix for path in others - {MANIFEST}} <= NOT_ALONE
    assert not [path for path in others - {MANIFEST} if published[path]], "what is not made is empty"


def test_what_is_looked_at_until_a_change_is_not_built() -> None:
    site = SiteTest().look()
    assert "mobilit" in site.page("/accordi/mobilita/")
    site.replace("content/agreements/mobilita.md", "title: ", "title: Nuovo ")
    assert "Nuovo" in site.look("2026-11-23").page("/accordi/mobilita/")
