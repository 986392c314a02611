"""Where all tests remember results, so that pictures are scaled and cards drawn once."""

from pathlib import Path

from generator.machine.memo import STORE as STORE_FOLDER
from generator.output.social_cards.cards import BARS, CARDS

STORE = Path(__file__).parents[1] / STORE_FOLDER


def own_store(folder: Path) -> Path:
    """A store that no other test builds with, but for what is drawn, which takes long: it is that of all."""
    folder.mkdir(exist_ok=True)
    for drawn in (CARDS, BARS):
        (STORE / drawn).mkdir(parents=True, exist_ok=True)
        (folder / drawn).symlink_to(STORE / drawn, target_is_directory=True)
    return folder
