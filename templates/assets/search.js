// Searches as one types, on the search page and in the overlay; markup and words come from search.html.

import { excerpt, joined } from "./excerpts.js";
import { Filters } from "./filters.js";
import { inOrderOf, open } from "./indexes.js";

const PAUSE = 120; // milliseconds without a key before searching
const FIRST = 5; // results shown at first
const STEP = 10; // results shown at a time after that
const ABOVE = 2; // of these, where no name has the words and those of another language follow
const FEW = 3; // so many results or fewer, or more that no name has: other languages are offered

/** Bring a finder to life with what `asked` asks for; what comes back gives it the focus, and perhaps a new query. */
export function start(finder, asked) {
  const search = new Search(finder, asked);
  return (query) => search.begin(query);
}

const inCamels = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

class Search {
  #indexes = new Map(); // the promise of an index by its language, and whether it is whole, once someone wants it
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
    for (const name of ["count", "results", "more", "instead", "elsewhere", "nowhere", "whole"]) this[name] = finder.querySelector(`.${name}`);
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
      this.finder.ariaBusy = "true";
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

  #index(language = this.language, whole = true) {
    const key = `${language} ${whole}`;
    if (!this.#indexes.has(key)) {
      const index = this.#opened(language, whole);
      this.#indexes.set(key, index);
      index.catch(() => this.#indexes.delete(key));
    }
    return this.#indexes.get(key);
  }

  async #opened(language, whole) {
    const { bundle, plainWords: common, newestWords: newest, listingWords: listing } = this.words;
    const index = await open(bundle, language, { common, newest, listing }, whole);
    const known = await index.filters();
    if (language === this.language) this.filters.offer(known, this.asked, language, Boolean(this.field.value));
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
      const told = some ? await this.#find(index, query, chosen, other) : { results: [], counts: index.filters() };
      const wanted = query && !other && !Object.keys(chosen).length;
      const isForeign = wanted && (!told.results.length || index.isForeign(query, this.words.foreignWords));
      const elsewhere = isForeign ? await this.#named(query) : [];
      const noNames = Boolean(query) && !other && !told.meant && index.isUnnamed(query);
      const unnamed = noNames || elsewhere.length > 0;
      const ways = some && !other && !elsewhere.length ? await this.#ways(index, query, chosen, told) : [];
      const [misread] = wanted && told.results.length ? ways : [];
      const found = { asked: query, other, some, unnamed, ...(misread ? inOrderOf(misread.found, told) : told) };
      const first = elsewhere.length && noNames ? ABOVE : FIRST;
      const items = await this.#items(found, 0, first);
      if (turn !== this.#latest) return;
      if (!other) this.filters.count(found.counts);
      this.results.replaceChildren(...items);
      this.#more(found, first);
      this.#suggest(found, ways);
      this.elsewhere.replaceChildren();
      this.nowhere.hidden = true;
      this.count.textContent = some ? this.#told(found) : "";
      for (const one of elsewhere) await this.#part(one, "named-", { query, language: one.name }, turn, Math.max(1, FIRST - items.length));
      if (isForeign && !elsewhere.length) await this.#below(query, found.results.length ? [] : ways, turn);
      if (turn !== this.#latest) return;
      this.nowhere.hidden = !some || found.results.length > 0 || ways.length > 0 || this.elsewhere.children.length > 0;
      if (other) (items[0]?.querySelector("a") ?? this.field).focus();
    } catch (error) {
      if (turn !== this.#latest) return;
      this.count.textContent = this.words.failed;
      console.error(error);
    }
    if (turn === this.#latest) this.finder.ariaBusy = "false";
  }

  /** A sentence of the page with a number, in the form the number takes. */
  #counted(name, number, values) {
    const form = (one) => this.words[inCamels(name + one)];
    const text = number ? (form(this.plural.select(number)) ?? form("other")) : form("none");
    return filled(text, { number: this.format(number), ...values });
  }

  /** How much was found: said once it is listed. */
  #told({ asked, meant, other, results }) {
    const name = other ? "foreign-" : asked ? "" : "all-";
    const number = this.#counted(name, results.length, { query: meant ?? asked, language: other?.dataset.name });
    const told = meant ? `${filled(this.words.meant, { near: meant })} ${number}` : number;
    return results.length || this.instead.hidden ? told : `${told} ${this.words.instead}`;
  }

  /** What a query finds in an index; slips are mended in the language of the page. */
  #find(index, query, chosen, other) {
    const others = () => Promise.all(this.others.map(({ dataset }) => this.#index(dataset.language)));
    return other ? index.find(query) : index.findMeant(query, chosen, others);
  }

  /** What is called so in other languages, of each that has any. */
  async #named(query) {
    const indexes = await Promise.all(this.others.map(({ dataset }) => this.#index(dataset.language, false)));
    const found = indexes.map((index, at) => ({ ...index.named(query), name: this.others[at].dataset.name }));
    return found.filter(({ results }) => results.length);
  }

  /**
   * Where no name of any language has the words: what texts of others have, if nothing near is offered; else what the query
   * finds with its slips mended if it names a page so, or what its rarest word finds alone, in the order of that.
   */
  async #below(query, ways, turn) {
    for (const { dataset } of ways.length ? [] : this.others) {
      const found = await (await this.#index(dataset.language)).find(query);
      await this.#part(found, "foreign-", { query, language: dataset.name }, turn);
    }
    const mended = ways.slice(0, 1).find((way) => !way.typed);
    const [rarest] = ways.filter((way) => way.typed).sort((one, other) => one.number - other.number);
    const shown = mended?.found.called ? mended : rarest;
    if (!shown || this.elsewhere.firstChild) return;
    const found = mended ? inOrderOf(mended.found, shown.found) : shown.found;
    await this.#part(found, "near-", shown, turn);
  }

  /** Results below the others, under a heading of their own. */
  async #part(found, name, values, turn, first = FIRST) {
    const items = await this.#items(found, 0, first);
    if (turn !== this.#latest || !items.length) return;
    const heading = this.#counted(name, found.results.length, values);
    const part = this.#copy("elsewhere");
    part.querySelector(".heading").textContent = heading;
    part.querySelector("ol").append(...items);
    this.elsewhere.append(part);
  }

  /** What would find something: the same without what is ticked, or words near those typed; beside what is found, a slip. */
  async #ways(index, query, chosen, found) {
    const near = (way) => ({ ...way, name: "near-" });
    if (found.results.length) return query ? (await index.misread(query, found)).map(near) : [];
    const whole = query && Object.keys(chosen).length ? (await index.find(query)).results.length : 0;
    if (whole) return [{ query, number: whole, name: "unfiltered-" }];
    return query ? (await index.near(query)).map(near) : [];
  }

  /** Offer ways to find something where little was found, the other languages last: also where no name has the words. */
  #suggest({ other, some, unnamed, results }, ways) {
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
    const enough = results.length > FEW && !unnamed && !ways.length;
    this.instead.hidden = !some || enough || !this.instead.querySelector("li:not([hidden])");
  }

  /** The rows of the next results. */
  async #items(found, shown, step) {
    const pages = await Promise.all(found.results.slice(shown, shown + step).map((one) => one.data()));
    return pages.map((page, at) => this.#item(page, found, found.called && shown + at === 0));
  }

  #item(page, { language, query, names }, called) {
    const { url, meta } = page;
    const item = this.#copy("result");
    item.classList.toggle("called", called);
    if (language !== this.language) item.lang = language;
    const link = item.querySelector("a");
    link.href = url;
    link.textContent = joined(meta.title);
    item.querySelector(".kind").textContent = meta.kind ?? "";
    item.querySelector(".date").textContent = [meta.date, meta.facts].filter(Boolean).join(" · ");
    item.querySelector(".excerpt").append(...excerpt(page, query, names));
    return item;
  }

  /** The button that shows further results, and leads to the first of them. */
  #more(found, shown) {
    this.more.hidden = shown >= found.results.length;
    this.more.onclick = async () => {
      const turn = this.#latest;
      const items = await this.#items(found, shown, STEP);
      if (turn !== this.#latest) return;
      this.results.append(...items);
      items[0].querySelector("a").focus();
      this.#more(found, shown + STEP);
    };
  }
}
