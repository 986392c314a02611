// Asks the index of a language, ranks what it has and mends what was typed; knows nothing of any markup.

import { load, loadNames } from "./engine.js";
import { Names } from "./names.js";
import { isOneSlip, kinOf } from "./spelling.js";
import { folded, normal, parted, plain, wordsOf } from "./typed.js";

const TRIED = 4; // words of a query that are asked for before the others, and tried one by one
const ENDING = 1; // letters in which two forms of a word differ at the end
const SAID = 5; // results that are looked through for a word, which are shown at first
const ROOT = 5; // letters that words of one family have in common at least
const NOTHING = { results: [], counts: {} };

/**
 * The index of a language, from the folder `bundle`. `words` tell nothing apart or ask for lists, as `Names` knows them.
 * Of what is not `whole` it can be asked what is `named`, and nothing else: that is a sixth to load.
 */
export async function open(bundle, language, words, whole) {
  const engine = await (whole ? load : loadNames)(bundle, language);
  return new Index(engine, new Names(engine.pages, words, Object.keys(engine.filters().kind ?? {})), language);
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

  /** What has all words of a query in a name, as `find` tells it: no file of words is fetched for it, nor the program. */
  named(typed) {
    const query = normal(typed, this.language);
    const { engine, language, names } = this;
    const results = names.ranked(names.having(query).map((id) => engine.page(id)), query);
    return { results, called: results.length > 0 && names.isCalled(results[0].id, query), query, language, names };
  }

  /** What the index has for a query; where its rarest words find nothing, the files of the others are not fetched. */
  async #ask(query, chosen) {
    if (query.includes('"')) return this.engine.search(parted(query), chosen);
    const words = this.names.telling(query); // “di” is a file to load too
    const rarest = this.names.rarest(query, TRIED);
    const first = await this.engine.search(rarest.join(" "), chosen);
    return rarest.length < words.length && first.results.length ? this.engine.search(words.join(" "), chosen) : first;
  }

  /**
   * What a query finds: `results`, `counts` of how many each value of each filter would leave, whether the first is
   * `called` just that, and the `names` of the language.
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

  /**
   * The same of a query that may have slips: `meant` is what it was taken for. `others` opens the other languages. Where a
   * word is surely mended, others are that no page has as they were typed.
   */
  async findMeant(typed, chosen, others) {
    const found = await this.find(typed, chosen);
    const query = normal(typed, this.language);
    const slips = found.called ? new Map() : await this.#slips(query, others);
    if (!slips.size) return found;
    const mended = withMended(query, slips);
    const better = await this.find(mended, chosen);
    if (!better.results.length) return found;
    const [further] = await this.misread(mended, better);
    const best = further ? await this.find(further.query, chosen) : NOTHING;
    return best.results.length ? { ...best, meant: further.query } : { ...better, meant: mended };
  }

  async #found(query, chosen, typed) {
    const [whole, inList] = await Promise.all([this.#ask(query, chosen), this.#inList(typed, chosen)]);
    const counts = { ...whole.counts };
    for (const name of Object.keys(chosen)) {
      const { [name]: _, ...others } = chosen; // more of a filter's values find more
      counts[name] = (await this.#ask(query, others)).counts[name];
    }
    const named = Object.keys(chosen).length ? [] : [...this.names.called(query), ...this.names.havingItsYears(query)].map((id) => this.engine.page(id));
    const all = unique([...whole.results, ...inList.results, ...named]);
    const unsure = new Set(whole.results.filter((one) => !this.#isMeant(query, { ...whole, known: one.known })));
    const results = this.names.ranked(all, query, { ...inList, typed, unsure });
    const called = results.length > 0 && Boolean(query) && this.names.isCalled(results[0].id, query);
    const { language, names } = this;
    const about = { called, query, language, names, inList };
    return { ...whole, results: query ? results : whole.results, counts, ...about };
  }

  /** What the `rest` of a query finds in a list that it names in passing, and `who` that is: of a university all there is. */
  async #inList(query, chosen) {
    const list = chosen.kind || query.includes('"') ? null : this.names.listIn(query);
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
    for (const [word, near] of this.#near(query)) {
      if (await this.#has(word)) continue;
      const isRight = async () => (await Promise.all((await others()).map((other) => other.#has(word)))).some(Boolean);
      if (isOneSlip(word, near.replace(" ", "")) || !(await isRight())) slips.set(word, near);
    }
    return slips;
  }

  /** The words of a query that no name has, each with that of the names for which it is a slip, if it is no form of that. */
  #near(query) {
    const words = this.names.telling(query).filter((word) => !this.names.has(word));
    const near = words.map((word) => [word, this.names.parted(word) || this.names.meant(word)]);
    return new Map(near.filter(([word, one]) => one && !isForm(one, word)));
  }

  /** Whether some page has a word, or one that begins with it. */
  async #has(word) {
    return this.names.has(word) || has(await this.#ask(word), word);
  }

  #isMeant(query, found) {
    return this.names.telling(query).every((word) => isMeant(found, word));
  }

  /** Another query that is offered, as {query, number, found}: with what it finds, and how much that is. */
  async #way(query) {
    const found = await this.find(query);
    return { query, number: found.results.length, found };
  }

  /** Where a query finds nothing: ways near it that find something, the nearest first; whether all words of one were `typed`. */
  async near(query) {
    const typed = this.names.rarest(query, TRIED);
    const nearest = await Promise.all(typed.map((word) => this.#nearest(word)));
    const words = [...new Set(nearest)].filter(Boolean);
    const ways = [];
    for (const one of new Set([words.join(" "), ...words])) {
      if (!one || one === query) continue;
      const way = await this.#way(one);
      if (way.number) ways.push({ ...way, typed: wordsOf(one).every((word) => typed.includes(word)) });
    }
    return ways;
  }

  /**
   * Where a query finds something in texts alone: the way that was meant, if its slips are words that some text has. They are
   * where other words make a name with them mended (“comune di legano”), or where the first that was found has only a word
   * of the same stem (“si torni” for “tornio”).
   */
  async misread(typed, { results, meant, called }) {
    const query = normal(typed, this.language);
    const slips = meant || called ? new Map() : this.#near(query);
    if (!slips.size) return [];
    const whole = await this.#way(withMended(query, slips));
    if (whole.found.called && slips.size < this.names.telling(query).length) return [whole];
    for (const word of await said([...slips.keys()], results)) slips.delete(word);
    const way = slips.size ? await this.#way(withMended(query, slips)) : { number: 0 };
    return way.number ? [way] : [];
  }

  /**
   * A word that the index knows: itself, unless it has only the stem of what is surely a slip, or the nearest in the names or
   * else in the texts.
   */
  async #nearest(word) {
    const found = await this.#ask(word);
    if (!found.results.length || !isMeant(found, word)) return this.names.near(word) || kinOf(word, await this.engine.texts()) || this.names.beginning(word);
    const near = this.#near(word).get(word);
    return near && !(await said([word], found.results)).length ? near : word;
  }
}

/**
 * What was found, first what a `way` finds too, in the order of that; the page that this names comes before all, whether it
 * was found or not.
 */
export function inOrderOf(way, found) {
  const places = new Map(way.results.map(({ id }, at) => [id, at]));
  const place = ({ id }) => places.get(id) ?? places.size;
  const results = unique([...(way.called ? [way.results[0]] : []), ...found.results]);
  return { ...found, results: results.sort((one, other) => place(one) - place(other)), called: way.called };
}

/** Those of some words that the first results have, or a word that begins with them. */
async function said(words, results) {
  const pages = await Promise.all(results.slice(0, SAID).map((one) => one.data()));
  const all = pages.flatMap(({ meta, content }) => wordsOf(folded(`${meta.title} ${content}`)));
  return words.filter((word) => all.some((one) => one.startsWith(word)));
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
