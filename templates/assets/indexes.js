// Asks the indexes that Pagefind made, one a language, and ranks what they have; knows nothing of any markup.

import { Names, folded, normal, plain, wordsOf } from "./names.js";

const TRIED = 4; // words of a query that are tried one by one, and results looked at
// Titles weigh by their headings, so that a record comes before the sources whose titles repeat its words.
const RANKING = { termFrequency: 0.5, metaWeights: { title: 0, names: 1 } };
const SHORTEST = 3; // letters of a beginning that is tried
const ENDING = 1; // letters in which two forms of a word differ at the end

/** The index of a language and its names, from the folder `bundle`; most of the index is loaded when it is asked. */
export async function open(bundle, language, common) {
  const names = Names.load(bundle, language, common);
  names.catch(() => {}); // told below
  const page = document.documentElement;
  const own = page.lang;
  const script = new URL(`${bundle}pagefind.js`, location);
  if (language !== own) script.search = language; // one copy of Pagefind stems the words of one language
  const { createInstance } = await import(script);
  let pages;
  try {
    page.lang = language; // the only way to tell Pagefind, which reads it at once
    pages = createInstance({ excerptLength: 28, ranking: RANKING, noWorker: true }); // a worker is as much to load again
  } finally {
    page.lang = own;
  }
  return new Index(pages, await names, language);
}

class Index {
  constructor(pages, names, language) {
    Object.assign(this, { pages, names, language });
  }

  filters() {
    return this.pages.filters();
  }

  /** What the index has for a query: with any of the values chosen of a filter, of all filters chosen together. */
  #ask(query, chosen = {}) {
    const filters = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]));
    const told = query.includes('"') ? plain(query) : this.names.telling(query).join(" "); // “di” is a file to load too
    return this.pages.search(told || null, { filters });
  }

  /**
   * What a query finds: `results`, `counts` of how many each value of each filter would leave, `meant` where words were
   * mended, and whether the first is `called` just that.
   */
  async find(typed, chosen = {}) {
    const query = normal(typed, this.language);
    const found = await this.#found(query, chosen);
    const mended = await this.#mended(query, found.results);
    if (mended) {
      const better = await this.#found(mended, chosen);
      if (better.results.length) return { ...better, meant: mended };
    }
    return (await this.#isMeant(query, found.results)) ? found : { results: [], counts: {}, query };
  }

  async #found(query, chosen) {
    const [whole, asked] = await Promise.all([this.#ask(query, chosen), this.#ofKind(query, chosen)]);
    const counts = { ...whole.filters };
    for (const name of Object.keys(chosen)) {
      const { [name]: _, ...others } = chosen; // more of a filter's values find more
      counts[name] = (await this.#ask(query, others)).filters[name];
    }
    const ids = new Set(whole.results.map((one) => one.id));
    const added = asked.filter((one) => !ids.has(one.id));
    const results = this.names.ranked([...whole.results, ...added], query, new Set(asked.map((one) => one.id)));
    const called = results.length > 0 && Boolean(query) && this.names.isCalled(results[0].id, query);
    return { results: query ? results : whole.results, counts, called, query };
  }

  /** What a query finds that names a list in passing, among the records of that list. */
  async #ofKind(query, chosen) {
    const list = chosen.kind ? null : this.names.listIn(query);
    if (!list) return [];
    const { results } = await this.#ask(list.rest, { ...chosen, kind: [list.kind] });
    return (await this.#isMeant(list.rest, results)) ? results : [];
  }

  /** The query with each word that no page has put right by the names of pages; "" where nothing is to be mended. */
  async #mended(query, results) {
    const words = wordsOf(folded(plain(query)));
    const said = await Promise.all(words.map((word) => this.#mend(word, results)));
    return said.join(" ") === words.join(" ") ? "" : said.join(" ");
  }

  async #mend(word, results) {
    if (this.names.common.has(word) || this.names.has(word)) return word;
    const near = this.names.near(word);
    if (!near || isForm(near, word)) return word;
    const found = folded(await this.#spelling(results, word));
    return found.startsWith(word) || isForm(found, word) ? word : near;
  }

  async #isMeant(query, results) {
    const spelled = await Promise.all(this.names.telling(query).map((word) => this.#spelling(results, word)));
    return spelled.every(Boolean);
  }

  /** Where a query finds nothing: others near it that find something, as {query, number}, the nearest first. */
  async near(query) {
    const words = new Set();
    for (const word of wordsOf(plain(query)).slice(0, TRIED)) words.add(await this.#nearest(word));
    words.delete("");
    const found = [];
    for (const one of new Set([[...words].join(" "), ...words])) {
      const number = one && one !== query ? (await this.find(one)).results.length : 0;
      if (number) found.push({ query: one, number });
    }
    return found;
  }

  /** A word that the index knows: itself, or the one of which it has the longest beginning, half of it at least. */
  async #nearest(word) {
    for (let length = word.length; length >= Math.max(SHORTEST, word.length / 2); length--) {
      const beginning = word.slice(0, length);
      const known = await this.#spelling((await this.#ask(beginning)).results, beginning);
      if (known && length === word.length) return word;
      if (folded(known).startsWith(folded(beginning))) return known;
    }
    return "";
  }

  /**
   * How the first results spell a word. Pagefind takes for a word it does not know the longest that it begins with
   * (“polo” for “polosciale”): what shares less than half of its letters is not what was meant.
   */
  async #spelling(results, word) {
    const asked = folded(word);
    for (const page of await Promise.all(results.slice(0, TRIED).map((one) => one.data()))) {
      const content = page.content.split(/\s+/);
      const said = [...page.locations.map((at) => content[at] ?? ""), ...Object.values(page.meta)];
      const likes = said.flatMap(wordsOf).filter((known) => isLike(folded(known), asked));
      const one = likes.find((known) => folded(known).startsWith(asked)) ?? likes[0];
      if (one) return one;
    }
    return "";
  }
}

/** Whether two words may be forms of one: they differ in their last letter at most. */
function isForm(one, other) {
  const same = inCommon(one, other);
  return one.length - same <= ENDING && other.length - same <= ENDING;
}

function isLike(known, asked) {
  return inCommon(known, asked) * 2 >= asked.length || known.includes(asked);
}

function inCommon(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
