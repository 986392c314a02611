import pytest

from tests.browser.site import served
from tests.harness import SiteTest
from tests.media import picture

pytestmark = pytest.mark.browser

FESTIVAL = "iniziative/festival-del-fiume/"


@pytest.fixture(scope="module")
def showcase():
    made = SiteTest("showcase")
    made.write("content/initiatives/festival-del-fiume/molo.jpg", picture((1000, 3000), "JPEG"))
    with served(made.build().out) as site:
        yield site


@pytest.mark.parametrize(("width", "chosen"), [(390, "molo-480.webp"), (1280, "molo-960.webp")])
def test_a_screen_takes_the_size_that_suits_it(tab, showcase, width, chosen):
    page = tab(showcase.url(FESTIVAL), viewport={"width": width, "height": 800})
    page.wait_for_load_state("networkidle")
    assert page.locator(".picture img").first.evaluate("image => image.currentSrc").endswith(chosen)


@pytest.mark.parametrize("width", [320, 1280])
def test_pictures_and_videos_have_their_place_before_they_come(tab, showcase, width):
    page = tab("about:blank", viewport={"width": width, "height": 800})
    measure = "all => all.map(one => [one.clientWidth, one.clientHeight])"
    page.route("**/*.{webp,jpg,png}", lambda route: route.abort())
    page.goto(showcase.url(FESTIVAL))
    before = page.locator(".picture img, video").evaluate_all(measure)
    page.unroute("**/*.{webp,jpg,png}")
    page.goto(showcase.url(FESTIVAL))
    for one in page.locator(".picture img").all():
        one.scroll_into_view_if_needed()
    page.wait_for_function("[...document.images].every(one => one.complete && one.naturalWidth)")
    after = page.locator(".picture img, video").evaluate_all(measure)
    assert before == after
    assert all(0 < wide <= width and tall > 0 for wide, tall in after)
    assert after[0][1] <= 42 * 16, "a tall picture fills no more than a screen"
    wide, tall = after[-1]
    assert abs(wide / tall - 16 / 9) < 0.02


def test_a_video_is_not_fetched_before_it_is_asked_for_and_knows_its_subtitles(tab, showcase):
    asked = []
    page = tab("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(showcase.url(FESTIVAL))
    page.locator("video").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith((".webm", ".vtt"))]
    tracks = page.locator("video").evaluate("video => [...video.textTracks].map(one => [one.kind, one.language])")
    assert tracks == [["captions", "it"], ["subtitles", "en"]]
    page.locator("video").evaluate("video => { video.muted = true; return video.play(); }")
    page.wait_for_function("document.querySelector('video').currentTime > 0")
