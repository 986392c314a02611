"""Which pages of the demonstration say for which day they were made."""

import pytest

from tests.content.conftest import nothing
from tests.days import computed_for_nothing, content_of
from tests.long import IS_LONG
from tests.real import DAY, ROOT


@pytest.mark.skipif(not IS_LONG, reason="it makes each page three times: `make test-long` does")
def test_a_page_that_says_its_day_is_another_on_some_day():
    nothing(computed_for_nothing(content_of(ROOT), DAY))
