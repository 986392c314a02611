"""Templates compiled once in a process: the tests build hundreds of sites, mostly with the same ones."""

from functools import partial
from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.output import render


class Compiled(BytecodeCache):
    """What each template was compiled to, by its file and its text: a template that differs is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code


def compile_once() -> None:
    """Have all renderers of this process share what they compile; they are set up alike."""
    render.Environment = partial(Environment, bytecode_cache=Compiled())
