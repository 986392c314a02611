import os

import pytest
from hypothesis import HealthCheck, settings

from tests.browser.site import CHROMIUM
from tests.store import STORE

pytest.register_assert_rewrite("tests.harness")
os.environ["VETRINA_STORE"] = str(STORE)

settings.register_profile(
    "default", max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("default"), max_examples=1000, derandomize=False)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what comes out as what is expected; then read it")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether what comes out is to be written down as what is expected."""
    return bool(request.config.getoption("--accept"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip the tests in a browser where there is none, unless one is required."""
    if item.get_closest_marker("browser") and CHROMIUM is None:
        stop = pytest.fail if os.environ.get("VETRINA_REQUIRE_BROWSER") == "1" else pytest.skip
        stop("there is no Chromium")
