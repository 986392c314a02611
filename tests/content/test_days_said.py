"""Which pages of the demonstration say for which day they were made."""

from tests.content.conftest import nothing
from tests.days import computed_for_nothing, content_of
from tests.real import DAY, ROOT


def test_a_page_that_says_its_day_is_another_on_some_day():
    nothing(computed_for_nothing(content_of(ROOT), DAY))
