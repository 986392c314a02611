import gc
import os
import sys
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from benchmarks.hugo.binary import hugo
from generator.machine import parallel
from generator.machine.typesetting import can_write_pdf
from tests.browser.site import APACHE, CHROMIUM, NGINX, chromium
from tests.in_memory import keep_in_memory
from tests.long import IS_LONG
from tests.real import ROOT, built, once
from tests.store import STORE
from tests.unknown_messages import unknown_messages

pytest.register_assert_rewrite("tests.harness")
from tests.harness import BuiltSite, SiteTest  # noqa: E402 — only now that its assertions are rewritten

os.environ["VETRINA_STORE"] = str(STORE)
keep_in_memory()

CONTENT = f"{ROOT / 'content'}/"
OF_THE_CONTENT = ROOT / "tests/content"
IS_THE_DEMONSTRATION = "\ndemonstration: true\n" in (ROOT / "content/site.yaml").read_text("utf-8")
"""With other content the tests of the demonstration are skipped, and all others hold."""
FIRST = ("test_long_lists.py", "test_accessibility.py", "test_any_history.py", "test_workflow_runs.py", "test_words.py")
"""The first builds the largest site, the second the real one, and the others need neither: no worker waits for another.
They are long too, and would end last: then one worker has work, and the others none."""

gc.set_threshold(100_000, 50, 1_000)
"""A site in the making is many things, all of them held: to search them for garbage at each turn takes long."""

settings.register_profile(
    "default", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("default"), max_examples=1000, derandomize=False)
settings.load_profile("long" if IS_LONG else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what comes out as what is expected; then read it")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether what comes out is to be written down as what is expected."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def unknown() -> Iterator[set[str]]:
    """The messages asked for in another language than English that its catalogue does not have."""
    with unknown_messages() as asked:
        yield asked


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site; who asks for it is marked as a test of the content."""
    return once(tmp_path_factory, "real-site", built)


@pytest.fixture(scope="session", autouse=True)
def _built_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let tests begin from sites that are built once."""
    SiteTest.once = partial(once, tmp_path_factory)
    yield
    spoilt = [path for begun in SiteTest.begun for path in SiteTest.spoilt(*begun)]
    SiteTest.once = None
    assert not spoilt, "a test wrote into files where they lie"


@pytest.fixture(scope="session", autouse=True)
def _one_core() -> Iterator[None]:
    """Workers have all cores already: to share a build out would take a copy of this large process more.

    It is shared out in `make test-long`, in tests/test_parallel.py, and in every process that a test begins.
    """
    with pytest.MonkeyPatch.context() as patch:
        if not IS_LONG:
            patch.setattr(parallel, "_cores", lambda: 1)
        yield


@pytest.fixture(scope="session")
def showcase(_built_once: None) -> BuiltSite:
    """The small showcase as it is, built once; who changes it makes a copy with `SiteTest("showcase")`."""
    return BuiltSite(SiteTest.built_once("showcase"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of all tests: Playwright allows only one at a time, and it takes longer to start than most tests."""
    with chromium() as browser:
        yield browser


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the demonstration: those beside its tables, and those that ask for its site."""
    order = {name: number for number, name in enumerate(FIRST)}
    items.sort(key=lambda item: order.get(item.path.name, len(FIRST)))  # the others stay in order
    for item in items:
        if item.path.is_relative_to(OF_THE_CONTENT) or "real_site" in getattr(item, "fixturenames", ()):
            item.add_marker("content")


class _Guard:
    """Keeps every test that is not marked away from the real content, so that any other content passes too."""

    lifted = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.lifted or event not in ("open", "os.scandir", "os.listdir"):
            return
        path = arguments[0]
        below_a_descriptor = event == "open" and arguments[1] is None  # of os.open: its path may hang from another
        if isinstance(path, str | Path) and not below_a_descriptor and f"{Path(path).absolute()}/".startswith(CONTENT):
            raise AssertionError(f"{path} is read by a test that is not marked with `content`")


_guard = _Guard()
sys.addaudithook(_guard)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Open the real content to the tests that are marked, and to none besides; tell sites where one may be patched."""
    _guard.lifted = item.get_closest_marker("content") is not None
    SiteTest.is_patched = "monkeypatch" in getattr(item, "fixturenames", ())
    try:
        return (yield)
    finally:
        _guard.lifted = False


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip the tests in a browser where there is none, unless one is required; those of the benchmark without Hugo,
    of web servers and of PDF without what these take; those of the demonstration where the content is another owner's.
    """
    if item.get_closest_marker("browser") and CHROMIUM is None:
        stop = pytest.fail if os.environ.get("VETRINA_REQUIRE_BROWSER") == "1" else pytest.skip
        stop("there is no Chromium")
    if item.get_closest_marker("content") and not IS_THE_DEMONSTRATION:
        pytest.skip("content/ is another owner’s")
    if item.get_closest_marker("servers") and NGINX is None and APACHE is None:
        pytest.skip("there is no nginx and no Apache")
    if item.get_closest_marker("hugo") and hugo() is None:
        pytest.skip("Hugo is not installed: `make bench` does")
    if item.get_closest_marker("pango") and not can_write_pdf():
        pytest.skip("there is no Pango")
