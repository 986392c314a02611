"""The tool that puts faults into the code finds the tests it is to run."""

from tests.tools.mutants import ROOT, TESTS


def test_the_tests_that_run_against_a_mutant_are_there() -> None:
    assert [name for name in TESTS if not (ROOT / f"tests/test_{name}.py").is_file()] == []
