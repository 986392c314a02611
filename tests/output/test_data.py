import pytest

from generator.output.data import serialise
from generator.view.data_files import Data


def test_accents_order_and_shape_are_kept():
    view = Data("a.json", {"titolo": "Città <b>", "b": [1, None, {"z": True}], "vuoto": []})
    assert serialise(view).decode() == (
        '{\n "titolo": "Città <b>",\n "b": [\n  1,\n  null,\n  {\n   "z": true\n  }\n ],\n "vuoto": []\n}\n'
    )


def test_what_json_cannot_say_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        serialise(Data("a.json", {"a": float("nan")}))
