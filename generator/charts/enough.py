"""From how many things on a picture, or a choice, says more than words."""

FEWEST = 5
"""Below this many, words and numbers take the place of bars, panes, threads and filters."""
MOST_ROWS = 40
"""More records than these have a list of their own, and no row each on the page of another."""
