import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from generator.machine.memo import Memo
from generator.output.social_cards.cards import CardPainter
from generator.output.social_cards.drawing import draw
from generator.output.social_cards.text_layout import fitted, sayable
from generator.view.outputs import Card
from tests.store import STORE

GROUND, GLASS, INK, ACCENT = (250, 248, 243), (255, 255, 255), (23, 28, 40), (18, 57, 127)
NOTICE = "Dimostrazione: costruita da documenti pubblici, non è un canale ufficiale degli enti nominati."
TITLES = [
    "Accordi",
    "«Università, imprese e comunità»: così la rigenerazione dei quartieri più fragili è avviata",
    "Åse Øst, Łódź, Győr, Țară, Ķegums e l’Haÿ-les-Roses: perché l’università è più vicina, giù",
    "Internazionalizzazionedeglistudiuniversitarieuropeiedellaricercascientificaetecnologicaxyz",
    "W" * 90,
    "i " * 45,
    "g" * 2000,
]


TYPEFACES = CardPainter(Memo()).typefaces
SERIF = TYPEFACES[0]


def card(**differing: object) -> Card:
    values = {
        "path": "accordi/card.png",
        "href": "https://vetrina.example/accordi/card.png",
        "site_title": "Vetrina",
        "kicker": "Accordi",
        "title": "Mobilità",
        "notice": NOTICE,
        "accent": "",
        "panes": ("Polisocial", "Cantieri", "Accordi", "Reti", "Organizzazioni", "Luoghi", "Dati e piani"),
        "lit": (2,),
    }
    return Card(**{**values, **differing})  # type: ignore[arg-type]


def drawn(one: Card) -> Image.Image:
    data = draw(one, *TYPEFACES)
    assert len(data) < 40_000
    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.size, picture.mode) == ("PNG", (Card.width, Card.height), "P")
    return picture.convert("RGB")


def colours(picture: Image.Image, *box: int) -> set[tuple[int, ...]]:
    found = picture.crop(box).getcolors(1_000)
    assert found
    return {colour for _, colour in found}


def stays_inside(picture: Image.Image, foot: int) -> None:
    """Around the words and the window there is nothing but paper."""
    assert colours(picture, 0, 0, 1200, 55) == {GROUND}
    assert colours(picture, 0, 0, 50, foot) == {GROUND}
    assert colours(picture, 652, 0, 724, foot) == {GROUND}
    assert colours(picture, 1144, 0, 1200, foot) == {GROUND}
    assert colours(picture, 0, foot - 20, 1200, foot) == {GROUND}
    assert colours(picture, 50, 110, 652, 130) == {GROUND}, "between the name of the site and the words"


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("kicker", ["", "Internazionalizzazione"])
@pytest.mark.parametrize("notice", ["", NOTICE])
def test_words_never_leave_their_place(title: str, kicker: str, notice: str) -> None:
    picture = drawn(card(title=title, kicker=kicker, notice=notice))
    stays_inside(picture, 566 if notice else 630)
    assert INK in colours(picture, 56, 130, 652, 574), "there is a title"


def test_a_long_name_of_the_site_and_a_long_notice_stay_on_one_line() -> None:
    picture = drawn(card(site_title="Terza missione dell’Università degli Studi di Esempio " * 3, notice=NOTICE * 3))
    stays_inside(picture, 566)
    assert colours(picture, 0, 566, 1200, 580) == colours(picture, 0, 616, 1200, 630) == {INK}
    assert colours(picture, 1146, 566, 1200, 630) == {INK}


@pytest.mark.parametrize("panes", [0, 1, 2, 3, 4, 7, 11, 12, 20])
def test_the_window_has_all_its_panes_and_those_meant_are_lit(panes: int) -> None:
    lit = (0, panes - 1) if panes > 1 else ()
    window = drawn(card(title="Accordi", panes=("",) * panes, lit=lit)).crop((724, 56, 1144, 510))
    small = window.resize((window.width // 4, window.height // 4), Image.Resampling.NEAREST)
    found = {GLASS: 0, ACCENT: 0}  # light leaves a rim of glass in its pane
    for place in ((x, y) for x in range(small.width) for y in range(small.height)):
        colour = small.getpixel(place)
        if colour in found:
            found[colour] += 1
            ImageDraw.floodfill(small, place, INK)
    assert found == {GLASS: max(1, panes), ACCENT: len(lit)}


@pytest.mark.parametrize("name", ["Accordi", "Internazionalizzazione degli studi e della ricerca", "W" * 60])
@pytest.mark.parametrize("number", [1, 4, 7])
def test_the_name_of_a_pane_stays_in_it(name: str, number: int) -> None:
    named, bare = (drawn(card(panes=names * number, lit=(0,))) for names in ((name,), ("",)))
    inside = {
        (x, y) for x in range(724, 1144) for y in range(56, 510) if named.getpixel((x, y)) != bare.getpixel((x, y))
    }
    assert inside
    frame = {one for one in inside if bare.getpixel(one) == INK}
    assert frame == set(), "no letter touches the bars"
    assert {named.getpixel(one) for one in inside} >= {GLASS, INK} - ({INK} if number == 1 else set())


def test_the_owners_colour_is_that_of_mark_kicker_and_lights() -> None:
    ours, theirs = drawn(card(title="Accordi")), drawn(card(title="Accordi", accent="#8a1c1c"))
    for box in ((56, 56, 100, 100), (56, 300, 400, 480), (740, 182, 920, 270)):
        assert ACCENT in colours(ours, *box) and (138, 28, 28) not in colours(ours, *box)
        assert (138, 28, 28) in colours(theirs, *box) and ACCENT not in colours(theirs, *box)


def test_a_card_is_drawn_once_wherever_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = CardPainter(Memo(tmp_path)).png(card())
    monkeypatch.setattr("generator.output.social_cards.drawing.draw", lambda *_: b"drawn again")
    assert (
        CardPainter(Memo(tmp_path)).png(card(path="en/card.png", href="https://elsewhere.example/en/card.png")) == first
    )
    assert CardPainter(Memo(tmp_path)).png(card(title="Altro")) == b"drawn again"


def test_a_second_run_loads_no_tool_of_pictures(tmp_path: Path) -> None:
    asked = (
        "import sys; from pathlib import Path; from generator.machine.memo import Memo;"
        "from generator.view.outputs import Card;"
        "from generator.output.social_cards.cards import CardPainter;"
        f"CardPainter(Memo(Path({str(tmp_path)!r}))).png({card()!r}); print('PIL' in sys.modules)"
    )
    runs = [subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True) for _ in range(2)]
    assert [run.stdout.strip() for run in runs] == ["True", "False"]


def test_the_same_bytes_come_out_each_time() -> None:
    assert draw(card(), *TYPEFACES) == draw(card(), *TYPEFACES) == CardPainter(Memo(STORE)).png(card())


# --- setting ---

LETTERS = st.characters(codec="utf-8", exclude_characters=" ")


@settings(max_examples=settings.default.max_examples // 2)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=30), min_size=1, max_size=40).map(" ".join))
def test_any_text_fits_and_is_whole_or_ends_with_an_ellipsis(text: str) -> None:
    setting = fitted(text, SERIF, 400, 200, (60, 20))
    length = SERIF.length(setting.size)
    assert all(length(line) <= 400 for line in setting.lines)
    assert setting.height <= 200
    words = sayable(text, SERIF.widths).replace(" ", "").replace("\u00a0", "")
    shown = "".join(setting.lines).replace(" ", "").replace("\u00a0", "")
    assert shown == words or (setting.lines[-1].endswith("…") and words.startswith(shown[:-1]))


def test_a_shorter_text_is_larger_and_lines_are_of_about_one_length() -> None:
    short, long = (fitted(text, SERIF, 720, 360, (108, 34)) for text in ("Accordi", " ".join(["ventidue"] * 12)))
    assert (short.size, short.lines) == (108, ("Accordi",))
    assert 34 < long.size < 108
    lengths = [SERIF.length(long.size)(line) for line in long.lines]
    assert len(lengths) > 1 and min(lengths) > 0.6 * max(lengths)


def test_no_line_ends_with_an_article_or_a_preposition() -> None:
    setting = fitted("Le città e il loro territorio di notte e di giorno, in un anno", SERIF, 300, 400, (48, 20))
    assert len(setting.lines) > 2
    assert all(len(line.replace("\u00a0", " ").split(" ")[-1]) > 2 for line in setting.lines)


def test_kerning_and_tracking_are_those_of_the_pages() -> None:
    length, spread = SERIF.length(100), replace(SERIF, tracking=50).length(100)
    assert length("To") < length("T") + length("o") - 3
    assert length("nn") == pytest.approx(2 * length("n"), abs=1)
    assert spread("To be") == pytest.approx(length("To be") + 4 * 5)
    assert (length(""), spread("T")) == (0, length("T"))


@pytest.mark.parametrize(
    ("text", "said"),
    [("CO₂ e ½", "CO2 e 12"), ("e\u0301", "é"), ("Ω漢", ""), ("post\u2011laurea", "post-laurea"), ("ﬁne", "fine")],
)
def test_what_the_fonts_have_not_is_said_otherwise(text: str, said: str) -> None:
    assert sayable(text, SERIF.widths) == said
