"""The site's fonts, and the measures that its cards are set by, made from whole families."""
