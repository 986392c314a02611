"""Both sites of Hugo's, from the content that Vetrina reads."""

from pathlib import Path

from benchmarks.hugo.alike import write_alike
from benchmarks.hugo.plain import write_plain
from generator.machine.memo import Memo
from generator.options import Options
from generator.pipeline import assets_of, check


def write_sites(options: Options, alike: Path, plain: Path) -> None:
    """Write the sites that Hugo is to build of the same content, or bring them up to date, touching nothing else."""
    checked = check(options)
    if checked.site_map is None:
        raise ValueError(f"{options.root} has errors: {[str(one) for one in checked.problems]}")
    assets = assets_of(options, checked.site_map.contexts[0].showcase.settings, Memo(options.store))
    addresses = {name: f"/{path}" for name, path in assets.addresses.items()} | dict(assets.within)
    write_alike(checked.site_map, addresses, alike)
    write_plain(checked.site_map.contexts, plain)
