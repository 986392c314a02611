"""Where all tests remember results, so that fonts are cut and pictures scaled once."""

from pathlib import Path

from generator.memo import FOLDER

STORE = Path(__file__).parents[1] / FOLDER
