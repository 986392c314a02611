"""Where all tests remember results, so that pictures are scaled and cards drawn once."""

from pathlib import Path

from generator.machine.memo import STORE as STORE_FOLDER

STORE = Path(__file__).parents[1] / STORE_FOLDER
