"""Visits to pages, one after the other, and all that is seen of each while it is open."""

from playwright.sync_api import Page, ViewportSize

from tests.browser.site import LANGUAGES, REGISTER, SEARCH, Site, with_marks_of_their_own
from tests.long import IS_LONG

EVERY = 8
WIDTHS = (390, 768) if IS_LONG else (768,)
"""Beside those of the screen and of 400 %; at 390 pixels letters of twice the size are tried, which spill sooner."""
SCREEN: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""A window of 1280 by 1024 pixels at 400 %."""
PAPER = 695
"""The width of an A4 sheet between the margins of the style sheet, 13 mm, at 96 pixels an inch."""
READ = """() => {
    const tools = [...document.querySelectorAll('main .tools, main .toolbar > a')];
    for (const one of tools) one.style.display = 'none';
    const said = document.querySelector('main').innerText;
    for (const one of tools) one.style.display = '';
    return said;
}"""
SPILLED = """() => {
    const wide = document.documentElement.clientWidth;
    const told = document.documentElement.scrollWidth > wide ? ['the page scrolls sideways'] : [];
    const apart = (node) => {  // in a box that scrolls by itself, or that only assistive technology reads
        for (let box = node.parentElement; box; box = box.parentElement) {
            const {overflowX, clipPath} = getComputedStyle(box);
            if (['auto', 'scroll'].includes(overflowX) || (clipPath !== 'none' && box.clientWidth <= 1)) return true;
        }
        return false;
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const node = words.currentNode;
        if (!node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const {left, right, width} = range.getBoundingClientRect();
        if (width && (right > wide + 1 || left < -1) && !apart(node)) told.push(node.data.trim().slice(0, 60));
    }
    return told;
}"""
MOVING = """() => [...document.querySelectorAll('*')].filter((element) => {
    const {animationName, animationDuration, transitionDuration, scrollBehavior} = getComputedStyle(element);
    const long = (times) => times.split(',').some((time) => parseFloat(time) > 0.01);
    const animated = animationName !== 'none' && long(animationDuration);
    return animated || long(transitionDuration) || scrollBehavior === 'smooth';
}).map((element) => element.outerHTML.slice(0, 120))"""
LEGIBLE = """() => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    const once = (make, known = new Map()) => (key) => known.get(key) ?? known.set(key, make(key)).get(key);
    const pixel = once((colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour === 'none' ? 'transparent' : colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    });
    const light = (colour) => pixel(colour).slice(0, 3).map((one) => one / 255)
        .map((one) => (one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4))
        .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
    const opaque = (colour) => pixel(colour)[3] === 255;
    const within = (inner, outer) => inner.x >= outer.x - 1 && inner.right <= outer.right + 1
        && inner.y >= outer.y - 1 && inner.bottom <= outer.bottom + 1;
    const shapes = once((picture) => [...picture.querySelectorAll('rect, path, circle, text')].map((one) =>
        ({one, fill: getComputedStyle(one).fill, box: one.getBoundingClientRect()})));
    const beneath = (words) => {  // the last shape drawn before the words of a picture and around them
        const here = words.getBoundingClientRect(), drawn = shapes(words.ownerSVGElement);
        const before = drawn.slice(0, drawn.findIndex(({one}) => one === words.closest('text')));
        return before.findLast(({fill, box}) => opaque(fill) && within(here, box))?.fill;
    };
    const ground = (element) => {  // words that are not in a picture stand on plates, unless they refuse all of it
        if (!element.ownerSVGElement && getComputedStyle(element).forcedColorAdjust === 'auto') return 'Canvas';
        const shape = element.ownerSVGElement && beneath(element);
        for (let box = element; box && !shape; box = box.parentElement) {
            const {backgroundColor} = getComputedStyle(box);
            if (opaque(backgroundColor)) return backgroundColor;
        }
        return shape || 'Canvas';
    };
    const told = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const element = words.currentNode.parentElement;
        const text = words.currentNode.data.trim();
        if (!text || !element.checkVisibility() || element.closest('script, title')) continue;
        const {fill, color} = getComputedStyle(element);
        const [one, other] = [element.ownerSVGElement ? fill : color, ground(element)].map(light);
        const contrast = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
        if (contrast < 4.5) told.push(`${contrast.toFixed(1)}: ${text.slice(0, 60)}`);
    }
    return told;
}"""
SWATCHES = """() => [...document.querySelectorAll('.key')].map((key) => [...key.querySelectorAll('svg')].map((svg) =>
    JSON.stringify([...svg.querySelectorAll('*')].map((mark) => {
        const {fill, stroke, strokeDasharray, strokeWidth} = getComputedStyle(mark);
        const {x, y, width, height} = mark.getBBox();
        return [mark.tagName, fill, stroke, strokeDasharray, strokeWidth, x, y, width, height];
    }))))"""
STUCK = """() => [...document.querySelectorAll('*')].filter((one) => {
    const {position} = getComputedStyle(one);
    return (position === 'sticky' || position === 'fixed') && one.checkVisibility();
}).map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height / innerHeight])"""
FOLDED = """() => [...document.querySelectorAll('main details:not(.composer)')].filter(
    (one) => one.checkVisibility()
).flatMap(
    (one) => [...one.children].slice(1).filter((part) => !part.getBoundingClientRect().height)
).map((part) => part.outerHTML.slice(0, 80))"""
"""What is folded away, but for a form that asks what is not asked on paper."""


NARROW = """() => {
    const shut = [...document.querySelectorAll('details:not([open])')];
    for (const fold of shut) fold.open = true;
    const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3;
    const inSentence = (one) => !one.closest('.ref') && [...one.parentElement.childNodes].some(isText);
    const touched = 'main :is(:is(a[href], button, summary):not([tabindex="-1"], .unseen *), svg a:not(.web *))';
    const reach = (shape) => {  // of a line the line itself, not the box around it
        const {width, height} = shape.getBoundingClientRect();
        const {fill, pointerEvents, stroke, strokeWidth, vectorEffect} = getComputedStyle(shape);
        if (fill !== 'none' || pointerEvents === 'all') return {width, height};
        const scale = vectorEffect === 'non-scaling-stroke' ? 1 : shape.getScreenCTM().a;
        return {width: Math.max(width, height), height: stroke === 'none' ? 0 : parseFloat(strokeWidth) * scale};
    };
    const narrowest = ({width, height}) => Math.min(width, height);
    const size = (one) => !one.ownerSVGElement ? one.getBoundingClientRect()
        : [...one.querySelectorAll('rect, path, circle, text')].map(reach).reduce(
            (best, other) => (narrowest(other) > narrowest(best) ? other : best));
    const told = [...document.querySelectorAll(touched)]
        .filter((one) => one.checkVisibility() && !inSentence(one))
        .map((one) => [size(one), one])
        .filter(([{width, height}, one]) => (width || one.ownerSVGElement) && (width < 23.9 || height < 23.9))
        .map(([{width, height}, one]) => `${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 90)}`);
    for (const fold of shut) fold.open = false;
    return told;
}"""
"""What can be touched and is not 24 pixels wide and high, but for links in the midst of a sentence, which its lines
hold; folds are opened. A mark of a picture is as large as the largest of its shapes; the links of the web are in
the list below it, too."""
BROKEN = """(within) => {  // the words of which the letters stand on more than one line
    // an address, a file's name, a code are typed as they are, and may be longer than a line
    const typed = /[\\p{L}\\d][^\\p{L}\\s’'\\-–]+[\\p{L}\\d]|[[\\]<>{}_@]/u;
    const told = [], range = document.createRange();
    for (const place of document.querySelectorAll(within)) {
        const words = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) {
            const node = words.currentNode;
            if (!node.parentElement.checkVisibility() || node.parentElement.closest('svg, pre, .unseen')) continue;
            if (node.parentElement.closest('caption, thead')?.clientWidth <= 1) continue; // for who listens
            range.selectNodeContents(node);
            if (new Set([...range.getClientRects()].map(({bottom}) => Math.round(bottom))).size < 2) continue;
            for (const run of node.data.matchAll(/\\S+/g)) {
                if (typed.test(run[0])) continue;
                for (const {0: word, index} of run[0].matchAll(/[^\\-–]*\\p{L}[^\\-–]*/gu)) {
                    range.setStart(node, run.index + index);
                    range.setEnd(node, run.index + index + word.length);
                    const lines = new Set([...range.getClientRects()].map(({bottom}) => Math.round(bottom)));
                    if (lines.size > 1) told.push(word);
                }
            }
        }
    }
    return told;
}"""
LARGE = "document.documentElement.style.fontSize = '200%'"
"""Letters of twice the size, as Firefox and phones can give text alone."""


class Visits:
    """Pages opened one after the other by a reader whom motion disturbs, and what came of each."""

    def __init__(self, page: Page, site: Site, paths: list[str]) -> None:
        self.requests: dict[str, list[str]] = {}
        self.failed: dict[str, list[str]] = {}
        self.complaints: dict[str, list[str]] = {}
        self.path = ""
        self.page = page
        page.on("request", lambda request: self.requests[self.path].append(request.url))
        page.on("response", lambda response: self._answered(response.status, response.url))
        page.on("console", lambda message: self.complaints[self.path].append(message.text))
        page.on("pageerror", lambda error: self.complaints[self.path].append(str(error)))
        page.emulate_media(reduced_motion="reduce")
        for path in paths:
            self.path = path
            for told in (self.requests, self.failed, self.complaints):
                told[path] = []
            page.goto(site.url(path), wait_until="load")
            self.look()
        self.kept = page.context.storage_state(indexed_db=True)

    def look(self) -> None:
        """What else is to be seen of the page that is open."""

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.failed[self.path].append(f"{status} {url}")


class LongVisits(Visits):
    """Visits that see a page as its readers do: on any screen, in their own colours, at 400 %, on paper."""

    def __init__(self, page: Page, site: Site, language: str) -> None:
        self.text: dict[str, str] = {}
        self.moving: dict[str, list[str]] = {}
        self.spilled: dict[str, list[str]] = {}
        self.large: dict[str, list[str]] = {}
        self.folded: dict[str, list[str]] = {}
        self.folds = 0
        self.faint: dict[str, list[str]] = {}
        self.alike: dict[str, list[str]] = {}
        self.narrow: dict[str, list[str]] = {}
        self.broken: dict[str, list[str]] = {}
        self.keys: dict[str, list[list[str]]] = {}
        self.scheme = "light" if language == LANGUAGES[0] else "dark"
        self.search = SEARCH[language]
        super().__init__(page, site, few_samples(site, language))

    def look(self) -> None:
        """Each turn of the screen lays the whole page out anew: all that is seen at one size is looked at there."""
        self.text[self.path] = read(self.page)
        self.moving[self.path] = self.page.evaluate(MOVING)
        self._spill(f"at {SCREEN['width']}")
        self._in_own_colours()
        for width in WIDTHS:
            self._turn({"width": width, "height": SCREEN["height"]})
            self._spill(f"at {width}")
        self._at_400_percent()
        self._on_paper()
        self._at_a_finger()
        self._in_large_letters()

    def _turn(self, size: ViewportSize, *, loaded: bool = False) -> None:
        """Give the screen another size; `loaded`: the search page, which looks at it once, is loaded with it."""
        self.page.set_viewport_size(size)
        if loaded and self.path == self.search:
            self.page.reload()

    def _spill(self, how: str) -> None:
        self.spilled[f"{self.path} {how}"] = self.page.evaluate(SPILLED)

    def _in_own_colours(self) -> None:
        self.page.emulate_media(forced_colors="active", color_scheme=self.scheme)
        self.faint[self.path] = self.page.evaluate(LEGIBLE)
        swatches = self.page.evaluate(SWATCHES)
        self.keys[self.path] = swatches
        self.alike[self.path] = [key for key in swatches if len(set(key)) < len(key)]
        self.page.emulate_media(forced_colors="none", color_scheme="light")

    def _at_400_percent(self) -> None:
        self._turn(ZOOMED, loaded=True)
        self._spill("at 400 %")
        self.large[self.path] = [what for what, height in self.page.evaluate(STUCK) if height > 1 / 3]

    def _on_paper(self) -> None:
        self._turn({"width": PAPER, "height": 1000}, loaded=True)
        self.page.emulate_media(media="print")
        self._spill("on paper")
        self.folded[self.path] = self.page.evaluate(FOLDED)
        self.folds += self.page.locator("main details:not(.facets):not(.filters)").count()
        self.page.emulate_media(media="screen")

    def _at_a_finger(self) -> None:
        for size in (SCREEN, PHONE):
            self._turn(size, loaded=True)
            self.narrow[f"{self.path} at {size['width']}"] = self.page.evaluate(NARROW)

    def _in_large_letters(self) -> None:
        self.page.evaluate(LARGE)
        for size in (PHONE, ZOOMED, SCREEN):
            self._turn(size)
            self._spill(f"in large letters at {size['width']}")
            if size != ZOOMED:
                self.broken[f"{self.path} at {size['width']}"] = self.page.evaluate(BROKEN, "main")


def few_samples(site: Site, language: str) -> list[str]:
    """The samples where looking takes long: in the first language those with an element or a class that no longer one
    has, of the second every eighth, its search and its register among them, for pages of both have the same elements;
    all of them in `make test-long`.
    """
    samples, wanted = site.samples(language), {SEARCH[language], REGISTER[language]}
    if IS_LONG:
        return samples
    if language != LANGUAGES[0]:
        wanted |= {*samples[::EVERY]}
    else:
        wanted |= with_marks_of_their_own({path: site.html(path) for path in samples}, set())
    return [path for path in samples if path in wanted]


def read(page: Page) -> str:
    """What a page says in its main part, but for what scripts let one do with it: a link becomes a button there."""
    return page.evaluate(READ)


def any_of(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Only the pages where something was found."""
    return {path: what for path, what in found.items() if what}
