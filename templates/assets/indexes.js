// Asks the index of a language, ranks what it has and mends what was typed; knows nothing of any markup.

import { load } from "./engine.js";
import { Names, folded, normal, plain, wordsOf } from "./names.js";

const TRIED = 4; // words of a query that are tried one by one
const ENDING = 1; // letters in which two forms of a word differ at the end
const NOTHING = { results: [], counts: {} };

/** The index of a language, from the folder `bundle`. `common` are words that tell nothing apart. */
export async function open(bundle, language, common) {
  const engine = await load(bundle, language);
  return new Index(engine, new Names(engine.pages, common, Object.keys(engine.filters().kind ?? {})), language);
}

class Index {
  constructor(engine, names, language) {
    Object.assign(this, { engine, names, language });
  }

  filters() {
    return this.engine.filters();
  }

  /** Whether a query may be of another language: each word is of its lists, or in no name here, nor begins one. */
  isForeign(query, words) {
    const foreign = new Set(wordsOf(folded(words)));
    const is = (word) => foreign.has(word) || (/\p{L}{3}/u.test(word) && !this.names.has(word));
    return this.names.telling(query).every(is);
  }

  #ask(query, chosen) {
    const told = query.includes('"') ? plain(query) : this.names.telling(query).join(" "); // “di” is a file to load too
    return this.engine.search(told, chosen);
  }

  /**
   * What a query finds: `results`, `counts` of how many each value of each filter would leave, `meant` where words were
   * mended, whether the first is `called` just that, and which words are `common`.
   */
  async find(typed, chosen = {}) {
    const query = normal(typed, this.language);
    const found = await this.#found(query, chosen);
    if (found.called) return found;
    const mended = this.#mended(query, found);
    const better = mended ? await this.#found(mended, chosen) : NOTHING;
    if (better.results.length) return { ...better, meant: mended };
    return this.#isMeant(query, found) ? found : { ...found, ...NOTHING };
  }

  async #found(query, chosen) {
    const [whole, asked] = await Promise.all([this.#ask(query, chosen), this.#ofKind(query, chosen)]);
    const counts = { ...whole.counts };
    for (const name of Object.keys(chosen)) {
      const { [name]: _, ...others } = chosen; // more of a filter's values find more
      counts[name] = (await this.#ask(query, others)).counts[name];
    }
    const ids = new Set(whole.results.map((one) => one.id));
    const named = Object.keys(chosen).length ? [] : this.names.called(query).map((id) => this.engine.page(id));
    const added = [...asked, ...named].filter((one) => !ids.has(one.id) && ids.add(one.id));
    const results = this.names.ranked([...whole.results, ...added], query, new Set(asked.map((one) => one.id)));
    const called = results.length > 0 && Boolean(query) && this.names.isCalled(results[0].id, query);
    const { language, names } = this;
    return { ...whole, results: query ? results : whole.results, counts, called, query, language, common: names.common };
  }

  /** What a query finds that names a list in passing, among the records of that list. */
  async #ofKind(query, chosen) {
    const list = chosen.kind ? null : this.names.listIn(query);
    if (!list) return [];
    const found = await this.#ask(list.rest, { ...chosen, kind: [list.kind] });
    return this.#isMeant(list.rest, found) ? found.results : [];
  }

  /** The query with each word that no page has put right by the names of pages; "" where nothing is to be mended. */
  #mended(query, found) {
    const words = wordsOf(folded(plain(query)));
    const said = words.map((word) => this.#mend(word, found));
    return said.join(" ") === words.join(" ") ? "" : said.join(" ");
  }

  #mend(word, found) {
    if (this.names.common.has(word) || this.names.has(word)) return word;
    const near = this.names.parted(word) || this.names.near(word);
    if (!near || isForm(near, word)) return word;
    const { stem, known } = answers(found, word);
    return known.some((one) => one === stem || one.startsWith(word)) ? word : near;
  }

  #isMeant(query, found) {
    return this.names.telling(query).every((word) => isMeant(found, word));
  }

  /** Where a query finds nothing: others near it that find something, as {query, number}, the nearest first. */
  async near(query) {
    const words = new Set();
    for (const word of wordsOf(folded(plain(query))).slice(0, TRIED)) words.add(await this.#nearest(word));
    words.delete("");
    const found = [];
    for (const one of new Set([[...words].join(" "), ...words])) {
      const number = one && one !== query ? (await this.find(one)).results.length : 0;
      if (number) found.push({ query: one, number });
    }
    return found;
  }

  /** A word that the index knows: itself, or the nearest in the names. */
  async #nearest(word) {
    const found = await this.#ask(word);
    return found.results.length && isMeant(found, word) ? word : this.names.near(word) || this.names.beginning(word);
  }
}

/** What was found for a word of a query, and how the index has it. */
function answers({ stems, known }, word) {
  const stem = stems.get(word) ?? word;
  return { stem, known: known.filter((one) => one.startsWith(stem) || stem.startsWith(one)) };
}

/**
 * Whether what was found is what was asked for. Pagefind takes for a word it does not know the longest that it begins
 * with (“polo” for “polosciale”): what has less than half of its letters is not what was meant.
 */
function isMeant(found, word) {
  const { stem, known } = answers(found, word);
  return known.some((one) => one.startsWith(stem) || one.length * 2 >= word.length);
}

/** Whether two words may be forms of one: they differ in their last letter at most. */
function isForm(one, other) {
  const same = inCommon(one, other);
  return one.length - same <= ENDING && other.length - same <= ENDING;
}

function inCommon(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
