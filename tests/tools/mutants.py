"""`make mutants`: how many small faults put into the code, one at a time, the tests see. Prints those they do not.

A library would be better kept. Of those on PyPI, mutmut changes nothing outside functions, where our tables stand, and
draws no sample; Cosmic Ray brings a database and a web client, and changes files in place. This one works on a copy.

Texts are left alone, and so is the example of a field: one is as good as another, and that it can be written is tested.
"""

import argparse
import ast
import importlib
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.store import STORE

ROOT = Path(__file__).parents[2]
EQUIVALENT = Path(__file__).with_name("equivalent.txt")
"""Mutants that change nothing anyone could see: `file: before -> after`, a line, each below its reason."""
TESTS = """
    charts scenes model prepositions kinds showcase lifecycle years indicators fields structured facets web editions
    plan_map twins related search_page timeline days escaping edges relate limits dates_agree permanent_addresses urls
    declared_is_shown schema private full dossier change_log datasets
""".split()
"""The tests that run against a mutant, the fastest of those that see most first; it dies of the first that fails."""
QUIETLY = "-x -q --tb=no --assert=plain -p no:cacheprovider".split()  # comparing long pages line by line takes time
PATIENCE = 180  # seconds of a processor, after which a mutant that still runs is told of, and counts as seen
SLOW_TO_IMPORT = "jinja2 jsonschema babel.dates markdown nh3 PIL.Image pypdf yaml playwright.sync_api".split()
FLIPPED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
TYPES = {"annotation", "returns", "decorator_list", "slice", "bases"}  # a change there is mypy's to see
INDEX = (ast.Constant, ast.BinOp)  # of what stands in brackets, only a number or a sum is surely no type
FREE = {"example"}  # arguments that may be anything of their type

Fault = tuple[ast.AST, str, object, ast.AST, ast.AST]
"""A node, the name of its field and what the field holds instead; of that, what is changed and what it becomes."""
_copies: list[Path] = []


def faults(node: ast.AST) -> Iterator[Fault]:
    """Every fault that can be put into a piece of code, in one order."""
    for name, value in ast.iter_fields(node):
        inner = value if isinstance(value, list) else [value]
        for number, child in enumerate(inner):
            for instead in replaced(child) if name != "slice" or isinstance(child, INDEX) else ():
                changed = [*inner[:number], instead, *inner[number + 1 :]]
                yield node, name, changed if isinstance(value, list) else instead, child, instead
            if isinstance(child, ast.AST) and name not in TYPES and getattr(child, "arg", None) not in FREE:
                yield from faults(child)


def replaced(node: object) -> Iterator[ast.AST]:
    """What may stand in place of a node."""
    match node:
        case ast.UnaryOp(ast.Not()):
            yield node.operand
        case ast.Constant(bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(int() | float()):
            yield from (ast.Constant(node.value + 1), ast.Constant(node.value - 1))
        case ast.Compare():
            yield ast.Compare(node.left, [FLIPPED[type(node.ops[0])](), *node.ops[1:]], node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(FLIPPED[type(node.op)](), node.values)
            yield from (ast.BoolOp(node.op, [one for one in node.values if one is not left]) for left in node.values)
        case ast.BinOp() if type(node.op) in FLIPPED:
            yield ast.BinOp(node.left, FLIPPED[type(node.op)](), node.right)
        case ast.IfExp():
            yield from (node.body, node.orelse)
        case ast.List(ctx=ast.Load()) | ast.Tuple(ctx=ast.Load()):
            yield from (type(node)([one for one in node.elts if one is not left], ast.Load()) for left in node.elts)
        case ast.Set() if len(node.elts) > 1:
            yield from (ast.Set([one for one in node.elts if one is not left]) for left in node.elts)
        case ast.comprehension():
            less = ([one for one in node.ifs if one is not left] for left in node.ifs)
            yield from (ast.comprehension(node.target, node.iter, ifs, 0) for ifs in less)
        case ast.Return(ast.AST()) if ast.unparse(node) != "return None":
            yield ast.Return(ast.Constant(None))
        case ast.Expr(ast.Call()):
            yield ast.Pass()


def copied(base: str) -> None:
    """Give this process a copy of the project, which shares only the store; import once what every run imports."""
    folder = Path(tempfile.mkdtemp(dir=base))
    ignored = shutil.ignore_patterns(".*", "node_modules", "site")
    shutil.copytree(ROOT, folder, symlinks=True, ignore=ignored, dirs_exist_ok=True)
    STORE.mkdir(exist_ok=True)
    (folder / STORE.name).symlink_to(STORE)
    _copies.append(folder)
    for name in SLOW_TO_IMPORT:
        importlib.import_module(name)


def tested() -> int:
    """How pytest ends in this process's copy of the project: 0 where all tests pass, -SIGXCPU where it never does."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 1))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        os.chdir(_copies[0])
        sys.path[:] = [str(_copies[0]), *(path for path in sys.path if path and Path(path).resolve() != ROOT)]
        for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
            del sys.modules[name]
        os._exit(pytest.main([*QUIETLY, *(f"tests/test_{name}.py" for name in TESTS)]))
    finally:
        os._exit(1)


def tried(mutant: tuple[str, int]) -> tuple[str, str, int]:
    """Of a file and the number of a fault in it: where that is, what it changes, and how the tests end."""
    name, number = mutant
    file = _copies[0] / name
    was, source = file.stat(), file.read_text("utf-8")
    tree = ast.parse(source)
    node, field, instead, before, after = list(faults(tree))[number]
    change = f"{name}: {ast.unparse(before)} -> {ast.unparse(ast.fix_missing_locations(after))}"
    setattr(node, field, instead)
    file.write_text(ast.unparse(ast.fix_missing_locations(tree)), "utf-8")
    ended = tested()
    file.write_text(source, "utf-8")
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))  # so that its compiled form is taken again
    return f"{name}:{getattr(before, 'lineno', 0)}", " ".join(change.split()), ended


def main() -> None:
    """Try a sample of the mutants of some folders, and print the survivors and the score."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+")
    for name, default in (("--sample", 100), ("--seed", 1), ("--jobs", os.cpu_count() or 1)):
        arguments.add_argument(name, type=int, default=default)
    asked = arguments.parse_args()
    files = sorted(file for folder in asked.folders for file in (ROOT / folder).rglob("*.py"))
    counts = {file.relative_to(ROOT).as_posix(): len([*faults(ast.parse(file.read_text("utf-8")))]) for file in files}
    every = [(name, number) for name, count in counts.items() for number in range(count)]
    sample = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))
    equivalent = {line for line in EQUIVALENT.read_text("utf-8").splitlines() if line and not line.startswith("#")}
    with tempfile.TemporaryDirectory() as base, get_context("fork").Pool(asked.jobs, copied, [base]) as pool:
        if pool.apply(tested) != 0:
            sys.exit("The tests fail with no mutant in the code: mend that first.")
        seen = counted = 0
        for place, change, ended in pool.imap_unordered(tried, sample):
            if ended == 0 and change in equivalent:
                continue
            counted, seen = counted + 1, seen + (ended != 0)
            if ended in (0, -signal.SIGXCPU):
                print(f"{'too long' if ended else 'survived'}  {place}  {change.partition(': ')[2]}", flush=True)
    print(f"{seen} of {counted} seen ({100 * seen / max(counted, 1):.0f} %), of {len(every)} mutants there are.")


if __name__ == "__main__":
    main()
