"""Where all tests remember results, so that pictures are scaled and cards drawn once."""

from pathlib import Path

from generator.memo import FOLDER

STORE = Path(__file__).parents[1] / FOLDER
