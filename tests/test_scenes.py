"""What pages say at their limits: made of records that no file holds, as last read and accepted.

`pytest tests/test_scenes.py --accept` takes what comes out as expected: then read the diff of tests/scenes/.
"""

import re
from pathlib import Path

import pytest

from tests.scenes import figures, lists, records, site
from tests.scenes.told import told

SCENES = {
    name.removeprefix("shown_"): scene
    for module in (figures, lists, records, site)
    for name, scene in vars(module).items()
    if name.startswith("shown_")
}


@pytest.mark.parametrize("name", SCENES)
def test_what_is_said_at_the_edges(name: str, accept: bool) -> None:
    lines = [line for heading, view in SCENES[name]() for line in (f"== {heading}", *told(view))]
    found = re.sub(r" +$", "", "".join(f"{line}\n" for line in lines), flags=re.MULTILINE)
    expected = Path(__file__).parent / "scenes" / f"{name}.txt"
    if accept:
        expected.write_text(found, "utf-8", newline="\n")
    assert found == expected.read_text("utf-8")
