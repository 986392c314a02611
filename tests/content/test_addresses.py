"""Addresses are for ever: each that the demonstration once had leads somewhere, to a page or to where it went."""

from pathlib import Path

import pytest

TABLE = Path(__file__).with_name("addresses.txt")
NOT_FOR_EVER = ("assets/", "pagefind/")
"""Files whose names follow from their content: pages name them, nobody else does."""


@pytest.fixture(scope="module")
def addresses(real_site: Path) -> set[str]:
    """Every address of the built demonstration; of a page, its folder."""
    paths = (file.relative_to(real_site).as_posix() for file in real_site.rglob("*") if file.is_file())
    return {f"/{path.removesuffix('index.html')}" for path in paths if not path.startswith(NOT_FOR_EVER)}


def test_no_address_is_lost(addresses: set[str], accept: bool) -> None:
    """`--accept` adds the new ones; only a hand removes one, and `redirect_from` spares it the trouble."""
    known = set(TABLE.read_text("utf-8").splitlines())
    if accept:
        TABLE.write_text("".join(f"{address}\n" for address in sorted(known | addresses)), "utf-8")
    lost = sorted(known - addresses)
    assert not lost, "lost addresses:\n" + "\n".join(lost)


def test_the_table_holds_every_kind_of_address() -> None:
    known = set(TABLE.read_text("utf-8").splitlines())
    assert len(known) > 1500
    assert {"/", "/en/", "/404.html", "/sitemap.xml", "/robots.txt", "/manifest.json", "/feed.xml"} <= known
