// Searches as one types, on the search page and in the overlay; markup and words come from search.html.

import { Filters } from "./filters.js";
import { find, near, open } from "./indexes.js";

const PAUSE = 200; // milliseconds without a key before searching
const STEP = 10; // results shown at a time

/** Bring a finder to life with what `asked` asks for; what comes back gives it the focus, and perhaps a new query. */
export function start(finder, asked) {
  const search = new Search(finder, asked);
  return (query) => search.begin(query);
}

const inCamels = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
/** The index has elided words apart (l’ università), with a sign where nothing belongs. */
const joined = (text) => text.replaceAll("\u2060 ", "");

class Search {
  #indexes = new Map(); // the promise of an index by its language, once someone wants it
  #latest = 0; // a slow search must not show its results after a later one
  #timer = 0;

  constructor(finder, asked) {
    this.finder = finder;
    this.words = finder.dataset;
    this.asked = asked;
    this.overlay = finder.closest("dialog");
    this.language = finder.closest("[lang]").lang;
    this.plural = new Intl.PluralRules(this.language);
    this.format = new Intl.NumberFormat(this.language).format;
    this.form = finder.querySelector("form");
    this.field = this.form.elements.q;
    for (const name of ["count", "results", "more", "instead", "whole"]) this[name] = finder.querySelector(`.${name}`);
    this.others = [...this.instead.querySelectorAll("[data-language]")];
    this.filters = new Filters(finder.querySelector(".filters"), () => this.#copy("filter"), this.format);
    this.#listen();
    this.field.value ||= asked.get("q") ?? "";
    if (this.field.value || [...asked.values()].some(Boolean)) this.search();
    else this.#index().catch(() => {}); // told when something is searched
  }

  begin(query) {
    this.field.focus();
    if (!query) return this.field.select();
    this.field.value = query;
    return this.search();
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.overlay) location.assign(this.#address());
      else this.search();
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.search(), PAUSE);
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.overlay || !this.field.value) return;
      event.preventDefault();
      this.field.value = "";
      this.search();
    });
    this.finder.addEventListener("keydown", (event) => this.#move(event));
    this.filters.element.addEventListener("change", () => this.search());
    for (const other of this.others) other.addEventListener("click", () => this.search(other));
  }

  /** The arrows go from the field to the results, or to what is offered instead, and back. */
  #move(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...this.finder.querySelectorAll(".results a, .more, .instead button")];
    const stops = links.filter((one) => one.checkVisibility());
    const at = stops.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    const moves = at >= 0 || (event.target === this.field && event.key === "ArrowDown");
    if (!moves || to === undefined) return;
    event.preventDefault();
    (to < 0 ? this.field : (stops[to] ?? event.target)).focus();
  }

  #copy(name) {
    return this.finder.querySelector(`template.${name}`).content.firstElementChild.cloneNode(true);
  }

  #index(language = this.language) {
    if (!this.#indexes.has(language)) {
      const index = this.#opened(language);
      this.#indexes.set(language, index);
      index.catch(() => this.#indexes.delete(language));
    }
    return this.#indexes.get(language);
  }

  async #opened(language) {
    const index = await open(this.words.bundle, language);
    const known = await index.filters();
    if (language === this.language) this.filters.offer(known, this.asked, language);
    return index;
  }

  /** Where the search page shows the same. */
  #address() {
    const query = this.field.value.trim();
    const parts = new URLSearchParams(query && { q: query });
    for (const [name, values] of Object.entries(this.filters.ticked)) {
      for (const value of values) parts.append(name, value);
    }
    return `${new URL(this.form.action).pathname}?${parts}`.replace(/\?$/, "");
  }

  /** Keep the address of the page shareable, without a step of Back for each letter; in the overlay, a link. */
  #keep() {
    if (this.overlay) this.whole.querySelector("a").href = this.#address();
    else history.replaceState(null, "", this.#address());
  }

  /** Search for what is typed and ticked; by the button of another language, for what is typed, in that one. */
  async search(other = null) {
    clearTimeout(this.#timer);
    const turn = ++this.#latest;
    const query = this.field.value.trim();
    const language = other?.dataset.language ?? this.language;
    try {
      if (turn === 1 || other) this.count.textContent = this.words.loading;
      const index = await this.#index(language);
      if (turn !== this.#latest) return;
      this.#keep();
      const chosen = other ? {} : this.filters.ticked;
      const some = query || Object.keys(chosen).length;
      const nothing = { results: [], counts: some ? {} : await index.filters() };
      const { results, counts } = some ? await find(index, query, chosen) : nothing;
      const found = { query, other, some, results, language };
      const ways = some && !results.length && !other ? await this.#ways(index, query, chosen) : [];
      const items = await this.#items(found, 0);
      if (turn !== this.#latest) return;
      if (!other) this.filters.count(counts);
      this.results.replaceChildren(...items);
      this.#more(found, STEP);
      this.#suggest(found, ways);
      this.count.textContent = some ? this.#told(found) : "";
      if (other) (items[0]?.querySelector("a") ?? this.field).focus();
    } catch (error) {
      if (turn !== this.#latest) return;
      this.count.textContent = this.words.failed;
      console.error(error);
    }
  }

  /** A sentence of the page with a number, in the form the number takes. */
  #counted(name, number, values) {
    const form = (one) => this.words[inCamels(name + one)];
    const text = number ? (form(this.plural.select(number)) ?? form("other")) : form("none");
    return filled(text, { number: this.format(number), ...values });
  }

  /** How much was found: said once it is listed. */
  #told({ query, other, results }) {
    const name = other ? "foreign-" : query ? "" : "all-";
    const told = this.#counted(name, results.length, { query, language: other?.dataset.name });
    return this.instead.hidden ? told : `${told} ${this.words.instead}`;
  }

  /** What would find something: the same without what is ticked, or words near those typed. */
  async #ways(index, query, chosen) {
    const whole = query && Object.keys(chosen).length ? (await find(index, query)).results.length : 0;
    if (whole) return [{ query, number: whole, name: "unfiltered-" }];
    return query ? (await near(index, query)).map((way) => ({ ...way, name: "near-" })) : [];
  }

  /** Offer ways to find something where nothing was found, the other languages last. */
  #suggest({ other, some, results }, ways) {
    if (!other) for (const old of this.instead.querySelectorAll(".way")) old.remove();
    const items = ways.map(({ query, number, name }) => {
      const item = this.#copy("way");
      const button = item.querySelector("button");
      button.textContent = this.#counted(name, number, { query });
      button.addEventListener("click", () => {
        this.filters.clear();
        this.begin(query);
      });
      return item;
    });
    this.instead.prepend(...items);
    for (const one of this.others) one.parentElement.hidden = one === other;
    this.instead.hidden = !some || results.length > 0 || !this.instead.querySelector("li:not([hidden])");
  }

  /** The rows of the next results. */
  async #items({ results, language }, shown) {
    const pages = await Promise.all(results.slice(shown, shown + STEP).map((one) => one.data()));
    return pages.map((page) => this.#item(page, language));
  }

  #item({ url, meta, excerpt }, language) {
    const item = this.#copy("result");
    if (language !== this.language) item.lang = language;
    const link = item.querySelector("a");
    link.href = url;
    link.textContent = joined(meta.title);
    item.querySelector(".kind").textContent = meta.kind ?? "";
    item.querySelector(".date").textContent = meta.date ?? "";
    item.querySelector(".excerpt").append(...marked(joined(excerpt)));
    return item;
  }

  /** The button that shows further results, and leads to the first of them. */
  #more(found, shown) {
    this.more.hidden = shown >= found.results.length;
    this.more.onclick = async () => {
      const turn = this.#latest;
      const items = await this.#items(found, shown);
      if (turn !== this.#latest) return;
      this.results.append(...items);
      items[0].querySelector("a").focus();
      this.#more(found, shown + STEP);
    };
  }
}

/** Pagefind marks the words found in escaped HTML; only text and marks are taken from it. */
function marked(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}
