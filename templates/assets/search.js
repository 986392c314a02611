// Searches as one types, on the index that Pagefind made; markup and words come from search.html.

const finder = document.querySelector("[data-bundle]");
const words = finder.dataset;
const form = finder.querySelector("form");
const field = form.elements.q;
const count = finder.querySelector("[role=status]");
const filters = finder.querySelector(".filters");
const list = finder.querySelector(".results");
const more = finder.querySelector(".more");

const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
const inOrder = new Intl.Collator(language).compare;

const PAUSE = 200; // milliseconds without a key before searching
const STEP = 10; // results shown at a time

let index = null; // the promise of Pagefind, once someone wants it
let latest = 0; // a slow search must not show its results after a later one
let timer = 0;

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
const copy = (name) => finder.querySelector(`template.${name}`).content.firstElementChild.cloneNode(true);
const boxes = () => [...filters.querySelectorAll("input")];

function load() {
  index ??= import(new URL("pagefind.js", new URL(words.bundle, location))).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 28 });
    offer(await pagefind.filters());
    return pagefind;
  });
  return index;
}

/** Make the boxes of every filter the index knows; those named in the address are ticked. */
function offer(known) {
  const address = new URLSearchParams(location.search);
  for (const group of filters.querySelectorAll("fieldset")) {
    const name = group.dataset.filter;
    const values = Object.keys(known[name] ?? {}).sort(inOrder);
    for (const value of values) {
      const label = copy("filter");
      const box = label.querySelector("input");
      Object.assign(box, { name, value, checked: address.getAll(name).includes(value) });
      label.querySelector(".value").textContent = value;
      group.append(label);
    }
    group.hidden = values.length < 2;
  }
  recount(known);
  filters.open = matchMedia("(min-width: 48rem)").matches || boxes().some((box) => box.checked);
  filters.hidden = !boxes().length;
}

/** Show how many results each box would leave; a box that would leave none goes, unless it is ticked. */
function recount(counts) {
  for (const box of boxes()) {
    const left = counts[box.name]?.[box.value] ?? 0;
    const label = box.closest("label");
    label.querySelector(".number").textContent = number.format(left);
    label.hidden = !left && !box.checked;
  }
}

/** What is ticked, as Pagefind wants it: any value of a filter, all filters together. */
function ticked() {
  const chosen = {};
  for (const box of boxes()) {
    if (box.checked) (chosen[box.name] ??= { any: [] }).any.push(box.value);
  }
  return chosen;
}

/** Keep the address shareable; Back leaves the page, it does not undo letters. */
function keep(query) {
  const parts = new URLSearchParams(query && { q: query });
  for (const box of boxes()) if (box.checked) parts.append(box.name, box.value);
  history.replaceState(null, "", location.pathname + `?${parts}`.replace(/^\?$/, ""));
}

function announce(found, query) {
  const prefix = query ? "" : "all-";
  const name = (prefix + (found ? plural.select(found) : "none")).replace(/-(\w)/, (_, letter) => letter.toUpperCase());
  const text = words[name] ?? words[query ? "other" : "allOther"];
  count.textContent = filled(text, { number: number.format(found), query });
}

/** Pagefind marks the words found in escaped HTML; only text and marks are taken from it. */
function excerpt(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

function result(page) {
  const item = copy("result");
  const link = item.querySelector("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  item.querySelector(".kicker").textContent = page.meta.kind ?? "";
  item.querySelector(".excerpt").append(...excerpt(page.excerpt));
  return item;
}

/** Show the results up to the next step; those already shown stay. */
async function show(results, shown, turn) {
  const pages = await Promise.all(results.slice(shown, shown + STEP).map((one) => one.data()));
  if (turn !== latest) return;
  const items = pages.map(result);
  if (shown) list.append(...items);
  else list.replaceChildren(...items);
  if (shown) items[0].querySelector("a").focus();
  more.hidden = shown + STEP >= results.length;
  more.onclick = () => show(results, shown + STEP, turn);
}

async function search() {
  clearTimeout(timer);
  const turn = ++latest;
  const query = field.value.trim();
  try {
    if (!index) count.textContent = words.loading;
    const pagefind = await load();
    if (turn !== latest) return;
    const chosen = ticked();
    const names = Object.keys(chosen);
    keep(query);
    if (!query && !names.length) {
      count.textContent = "";
      list.replaceChildren();
      more.hidden = true;
      recount(await pagefind.filters());
      return;
    }
    const found = await pagefind.search(query || null, { filters: chosen });
    const counts = { ...found.filters };
    for (const name of names) {
      const { [name]: _, ...others } = chosen;
      counts[name] = (await pagefind.search(query || null, { filters: others })).filters[name];
    }
    if (turn !== latest) return;
    announce(found.results.length, query);
    recount(counts);
    await show(found.results, 0, turn);
  } catch (error) {
    index = null;
    count.textContent = words.failed;
    console.error(error);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  search();
});
field.addEventListener("focus", () => load().catch(() => (index = null)), { once: true });
filters.addEventListener("change", search);

const asked = new URLSearchParams(location.search);
field.value = asked.get("q") ?? "";
if ([...asked.values()].some(Boolean)) search();
else if (asked.has("q")) field.focus(); // who came by the search button of another page
