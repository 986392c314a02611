// Asks the index of a language, ranks what it has and mends what was typed; knows nothing of any markup.

import { load } from "./engine.js";
import { Names, folded, isOneSlip, normal, plain, wordsOf } from "./names.js";

const TRIED = 4; // words of a query that are asked for before the others, and tried one by one
const ENDING = 1; // letters in which two forms of a word differ at the end
const ROOT = 5; // letters that words of one family have in common at least
const NOTHING = { results: [], counts: {} };

/** The index of a language, from the folder `bundle`. `common` and `newest` are words as `Names` knows them. */
export async function open(bundle, language, { common, newest }) {
  const engine = await load(bundle, language);
  return new Index(engine, new Names(engine.pages, common, newest, Object.keys(engine.filters().kind ?? {})), language);
}

class Index {
  constructor(engine, names, language) {
    Object.assign(this, { engine, names, language });
  }

  filters() {
    return this.engine.filters();
  }

  /** Whether each word of a query is among `words`, by which other languages call their lists and topics, or a form of one. */
  isForeign(query, words) {
    const foreign = wordsOf(folded(words));
    const isOne = (word) => !this.names.has(word) && foreign.some((one) => isForm(one, word));
    return this.names.telling(query).every((word) => foreign.includes(word) || isOne(word));
  }

  /** Whether no word of a query is in a name, nor begins one: it may be of another language. */
  isUnnamed(query) {
    return this.names.telling(query).every((word) => /\p{L}{3}/u.test(word) && !this.names.has(word));
  }

  /** What the index has for a query; where its rarest words find nothing, the files of the others are not fetched. */
  async #ask(query, chosen) {
    if (query.includes('"')) return this.engine.search(plain(query), chosen);
    const words = this.names.telling(query); // “di” is a file to load too
    const rarest = this.names.rarest(query, TRIED);
    const first = await this.engine.search(rarest.join(" "), chosen);
    return rarest.length < words.length && first.results.length ? this.engine.search(words.join(" "), chosen) : first;
  }

  /**
   * What a query finds: `results`, `counts` of how many each value of each filter would leave, whether the first is
   * `called` just that, and which words are `common`.
   */
  async find(typed, chosen = {}) {
    const query = normal(typed, this.language);
    const full = this.names.inFull(query);
    const found = await this.#sure(full, chosen, query);
    return found.results.length || full === query ? found : this.#sure(query, chosen, query);
  }

  /**
   * What some words find that stand for those `typed`. Where no page that has them is meant but somebody is named, that is
   * what the list has of them, or else their page.
   */
  async #sure(query, chosen, typed) {
    const { inList, ...found } = await this.#found(query, chosen, typed);
    if (found.called || this.#isMeant(query, found)) return found;
    const { results, who } = inList;
    if (!who) return { ...found, ...NOTHING };
    return { ...found, ...NOTHING, results: results.length ? results : [this.engine.page(who.id)] };
  }

  /** The same of a query that may have slips: `meant` is what it was taken for. `others` opens the other languages. */
  async findMeant(typed, chosen, others) {
    const found = await this.find(typed, chosen);
    const query = normal(typed, this.language);
    const slips = found.called ? new Map() : await this.#slips(query, others);
    if (!slips.size) return found;
    const mended = withMended(query, slips);
    const better = await this.find(mended, chosen);
    return better.results.length ? { ...better, meant: mended } : found;
  }

  async #found(query, chosen, typed) {
    const [whole, inList] = await Promise.all([this.#ask(query, chosen), this.#inList(typed, chosen)]);
    const counts = { ...whole.counts };
    for (const name of Object.keys(chosen)) {
      const { [name]: _, ...others } = chosen; // more of a filter's values find more
      counts[name] = (await this.#ask(query, others)).counts[name];
    }
    const named = Object.keys(chosen).length ? [] : this.names.called(query).map((id) => this.engine.page(id));
    const all = unique([...whole.results, ...inList.results, ...named]);
    const unsure = new Set(whole.results.filter((one) => !this.#isMeant(query, { ...whole, known: one.known })));
    const results = this.names.ranked(all, query, { ...inList, typed, unsure });
    const called = results.length > 0 && Boolean(query) && this.names.isCalled(results[0].id, query);
    const { language, names } = this;
    const about = { called, query, language, common: names.common, inList };
    return { ...whole, results: query ? results : whole.results, counts, ...about };
  }

  /** What the `rest` of a query finds in a list that it names in passing, and `who` that is: of a university all there is. */
  async #inList(query, chosen) {
    const list = chosen.kind ? null : this.names.listIn(query);
    if (!list) return { results: [], rest: query };
    const rest = this.names.inFull(list.rest);
    const who = this.names.whoIs(rest);
    const within = { ...chosen, kind: [list.kind] };
    const isFilter = who?.title in (this.filters().university ?? {}) && !chosen.university;
    const { results } = isFilter ? await this.engine.search("", { ...within, university: [who.title] }) : NOTHING;
    if (results.length) return { results, rest, who };
    const found = await this.#ask(rest, within);
    return { results: this.#isMeant(rest, found) ? found.results : [], rest, who };
  }

  /**
   * The words that were surely mistyped, with what the names of pages have for them. One with several faults is right where
   * another language has it; for one fault none is fetched.
   */
  async #slips(query, others) {
    const slips = new Map();
    for (const word of this.names.telling(query)) {
      const near = this.names.has(word) ? "" : this.names.parted(word) || this.names.meant(word);
      if (!near || isForm(near, word) || (await this.#has(word))) continue;
      const isRight = async () => (await Promise.all((await others()).map((other) => other.#has(word)))).some(Boolean);
      if (isOneSlip(word, near.replace(" ", "")) || !(await isRight())) slips.set(word, near);
    }
    return slips;
  }

  /** Whether some page has a word, or one that begins with it. */
  async #has(word) {
    return this.names.has(word) || has(await this.#ask(word), word);
  }

  #isMeant(query, found) {
    return this.names.telling(query).every((word) => isMeant(found, word));
  }

  /**
   * Where a query finds nothing: others near it that find something, as {query, number}, the nearest first; whether all
   * words of one were `typed`.
   */
  async near(query) {
    const typed = this.names.rarest(query, TRIED);
    const nearest = await Promise.all(typed.map((word) => this.#nearest(word)));
    const words = [...new Set(nearest)].filter(Boolean);
    const found = [];
    for (const one of new Set([words.join(" "), ...words])) {
      const number = one && one !== query ? (await this.find(one)).results.length : 0;
      if (number) found.push({ query: one, number, typed: wordsOf(one).every((word) => typed.includes(word)) });
    }
    return found;
  }

  /**
   * Where a query finds something, and the first `some` of it have a word in no form that begins as it was typed, but one
   * of the same stem (“si torni” for “tornio”): the query as it was meant if that word is a slip, with how much it finds.
   */
  async misread(typed, { results, meant, called }, some) {
    if (meant || called) return [];
    const query = normal(typed, this.language);
    const pages = await Promise.all(results.slice(0, some).map((one) => one.data()));
    const said = pages.flatMap(({ meta, content }) => wordsOf(folded(`${meta.title} ${content}`)));
    const isSaid = (word) => said.some((one) => one.startsWith(word));
    const slips = new Map();
    for (const word of this.names.telling(query).filter((one) => !this.names.has(one) && !isSaid(one))) {
      const near = this.names.meant(word);
      if (near && !isForm(near, word)) slips.set(word, near);
    }
    const mended = withMended(query, slips);
    const number = slips.size ? (await this.find(mended)).results.length : 0;
    return number ? [{ query: mended, number }] : [];
  }

  /** A word that the index knows: itself, or the nearest in the names. */
  async #nearest(word) {
    const found = await this.#ask(word);
    return found.results.length && isMeant(found, word) ? word : this.names.near(word) || this.names.beginning(word);
  }
}

/** A query in plain words, with others for those that are slips. */
const withMended = (query, slips) => wordsOf(folded(plain(query))).map((word) => slips.get(word) ?? word).join(" ");

/** Results without those of a page that another one is of. */
const unique = (results) => [...new Map(results.toReversed().map((one) => [one.id, one])).values()].toReversed();

/** Whether what was found has a word of the query, or one that begins with it. */
function has(found, word) {
  const { stem, known } = answers(found, word);
  return known.some((one) => one === stem || one.startsWith(word));
}

/** What was found for a word of a query, and how the index has it. */
function answers({ stems, known }, word) {
  const stem = stems.get(word) ?? word;
  return { stem, known: known.filter((one) => one.startsWith(stem) || stem.startsWith(one)) };
}

/**
 * Whether what was found is what was asked for. Pagefind takes for a word it does not know the longest that it begins
 * with (“polo” for “polosciale”): what has less than half of its letters, or than a root, is not what was meant. Nor is
 * what only begins as another form of it does (“trenta” for “treni”).
 */
function isMeant(found, word) {
  const { stem, known } = answers(found, word);
  return has(found, word) || known.some((one) => stem.startsWith(one) && one.length >= Math.max(ROOT, word.length / 2));
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
