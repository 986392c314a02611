"""Which pages of the demonstration say for which day they were made."""

from tests.content.conftest import nothing
from tests.days import computed_for_nothing, content_of
from tests.long import IS_LONG
from tests.real import DAY, ROOT


def test_a_page_that_depends_on_the_day_shows_something_computed_for_it():
    """Of one language, as the other has the same views; `make test-long` looks at both."""
    nothing(computed_for_nothing(content_of(ROOT), DAY, "" if IS_LONG else "it"))
