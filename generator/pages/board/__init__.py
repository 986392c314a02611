"""What the site counts of itself: the board, the page of each number, and pictures of bars as objects."""
