// What pages are called: ranks what a search finds, and mends what was typed. Knows nothing of any markup.

import { beginAlike, distance, slips } from "./spelling.js";
import { asTyped, folded, isBetween, plain, wordsOf, yearless } from "./typed.js";

const RANKS = { list: 0, who: 3 };
const NAMED = 1.5; // by how many ranks a page comes earlier whose name has all words
const MOSTLY = 2.5; // and by how many more if they are half of that name
const LEAST = 3; // letters of a word that can begin another; one that is longer may have a fault
const ENDING = 1; // letters that a form of a word has more
const SOUND = 5; // letters of a word for each fault with which it is surely meant, or that are surely its beginning

/** A name to its last sign, in small letters. */
const toTheLetter = (name) => folded(asTyped(name)).trim().replace(/\s+/g, " ");
const inAnyOrder = (words) => [...words].sort().join(" ");

/** Words but some; all of them where no other is left. */
function without(some, words) {
  const others = words.filter((word) => !some.has(word));
  return others.length ? others : words;
}

/**
 * The names of `pages`, as [id, words, rank, ...names]. `common` are words that tell nothing apart, `newest` those that ask
 * for the newest of a list, `listing` those that ask for a list, `kinds` what the filter calls the kinds of pages: the list
 * of a kind has that for its first name.
 */
export class Names {
  constructor(pages, { common, newest = "", listing = "" }, kinds = []) {
    this.kinds = new Set(kinds);
    this.newest = new Set(wordsOf(folded(newest)));
    this.listing = new Set(wordsOf(folded(listing)));
    this.common = new Set(wordsOf(folded(common)));
    this.pages = new Map();
    this.known = new Map(); // how many names have a word
    for (const [id, , rank, ...names] of pages) {
      const told = names.map((name) => this.telling(name));
      this.pages.set(id, { id, rank, title: names[0], kind: names[1], names: told, ...this.#short(rank, names, told) });
      for (const word of told.flat()) this.known.set(word, (this.known.get(word) ?? 0) + 1);
    }
  }

  /** The words of a text that tell something; all of them where none does. */
  telling(text) {
    return without(this.common, wordsOf(folded(plain(text))));
  }

  /**
   * The words of a query by which a page may be called: of a list its newest are at its head (“latest changes”), and all
   * that asks for it is no part of its name (“list of agreements”), unless it is most of what something else is called.
   */
  #calling(page, query) {
    const words = this.telling(query);
    if (page.rank !== RANKS.list) return words;
    const asked = without(this.newest, words);
    const isName = (page.whole && this.#isWhole(page, asked)) || this.#isOfAName(words); // “register 2024”
    return isName ? asked : without(this.listing, asked);
  }

  /** Whether words, of which some ask for a list, are half of a name of what is none, or more (“Elenco sostenibile”). */
  #isOfAName(words) {
    if (!words.some((word) => this.listing.has(word))) return false;
    const others = [...this.pages.values()].filter(({ rank }) => rank !== RANKS.list);
    return others.some(({ names }) => names.some((name) => this.#shared(words, name) >= 0.5));
  }

  /** Whether words are names of a page, one after the other (“register agreements”). */
  #isSeveral(page, words) {
    if (!words.length) return true;
    const cut = (at) => [words.slice(0, at + 1).join(""), words.slice(at + 1)];
    return words.some((_, at) => page.whole.has(cut(at)[0]) && this.#isSeveral(page, cut(at)[1]));
  }

  /** What a page is called to the letter, without spaces and in any order of the words, what it has for initials if it is of somebody, and all words of its names. */
  #short(rank, names, told) {
    const initials = rank === RANKS.who ? names.flatMap(initialsOf) : [];
    const whole = new Set(told.flatMap((words) => [words.join(""), inAnyOrder(words)]));
    return { written: new Set(names.map(toTheLetter)), whole, initials: new Set(initials), all: new Set(told.flat()) };
  }

  /** Whether words are a whole name of a page, however they are spaced, or its initials. */
  #isWhole(page, words) {
    if (page.whole.has(words.join("")) || page.whole.has(inAnyOrder(words))) return true;
    return words.length === 1 && page.initials.has(words[0]);
  }

  /** Whether a page is called just that; or by one of its names with words of the others. */
  isCalled(id, query) {
    const page = this.pages.get(id);
    const words = page ? this.#calling(page, query) : [];
    if (!words.length) return false;
    if (this.#isWhole(page, words)) return true;
    if (!words.every((word) => page.all.has(word))) return page.rank === RANKS.list && this.#isSeveral(page, words);
    if (page.rank === RANKS.who) return words.some((word) => page.whole.has(word));
    return page.rank === RANKS.list && page.names.some((name) => name.length > 0 && name.every((word) => words.includes(word)));
  }

  /** The pages that have all of a query in a name, by their ids. */
  having(query) {
    const words = this.telling(query);
    const has = ({ id, names }) => this.isCalled(id, query) || names.some((name) => this.#shared(words, name));
    return words.length ? [...this.pages.values()].filter(has).map(({ id }) => id) : [];
  }

  /** The pages that are called just that, by their ids. */
  called(query) {
    return query ? [...this.pages.keys()].filter((id) => this.isCalled(id, query)) : [];
  }

  /** The pages that have all of a query in a name, its years too, by their ids; none for what asks for no year. */
  havingItsYears(query) {
    return yearless(this.telling(query)).length ? this.having(query) : [];
  }

  /**
   * A query with the titles of those whom it names otherwise, as their pages and others have them: “accordi polito” asks
   * for those of “politecnico torino”. The same where that is what something else is called.
   */
  inFull(query) {
    const isElse = (id) => this.pages.get(id).rank !== RANKS.who;
    if (query.includes('"') || this.called(query).some(isElse)) return query;
    const words = this.telling(query);
    const who = this.called(query); // by one of their names with words of the others
    const said = who.length === 1 ? inTitle(words, this.pages.get(who[0])) : [];
    for (let at = 0; at < words.length && who.length !== 1; ) {
      const { length, title } = this.#nameAt(words, at);
      said.push(...title);
      at += length;
    }
    const full = [...new Set(said)];
    return full.every((word) => words.includes(word)) ? query : full.join(" ");
  }

  /** The longest name of somebody that stands at a place of some words, by how many they are and the words of the title. */
  #nameAt(words, at) {
    for (let end = words.length; end > at; end--) {
      const run = words.slice(at, end);
      const somebody = this.#somebody(run);
      if (!somebody) continue;
      return { length: run.length, title: inTitle(run, somebody) };
    }
    return { length: 1, title: [words[at]] };
  }

  /** Whom a query names, and nothing besides, as {id, title, names}; undefined for nobody. */
  whoIs(query) {
    return this.#somebody(this.telling(query));
  }

  #somebody(words) {
    return [...this.pages.values()].find((page) => page.rank === RANKS.who && this.#isWhole(page, words));
  }

  /** The list that is asked for in passing (“accordi iren”), as {kind, rest}: what the filter calls it, and the other words. */
  listIn(query) {
    const words = this.#calling({ rank: RANKS.list }, query);
    const parts = this.called(query).map((id) => this.pages.get(id)).filter(({ rank }) => rank === RANKS.list);
    for (const { rank, kind, title, names } of this.pages.values()) {
      if (rank !== RANKS.list || !this.kinds.has(kind)) continue;
      if (parts.length && !parts.some((one) => one.title.startsWith(title))) continue; // part of another list is called so
      for (const name of names) {
        const at = words.findIndex((_, start) => name.length && name.every((word, next) => words[start + next] === word));
        const rest = at < 0 ? [] : [...words.slice(0, at), ...words.slice(at + name.length)];
        if (rest.length) return { kind, rest: rest.join(" ") };
      }
    }
    return null;
  }

  /** The names of its own that a page has: a list its title and its kind’s, not words that it is only looked for by. */
  #own({ rank, kind, names }) {
    return rank === RANKS.list ? names.slice(0, this.kinds.has(kind) ? 2 : 1) : names;
  }

  /** Whether a page has that for a name of its own. */
  #isNamed(id, query) {
    const page = this.pages.get(id);
    return this.#own(page).some((name) => inAnyOrder(name) === inAnyOrder(this.#calling(page, query)));
  }

  /**
   * Pages in the order in which they answer a query best, which stands for what was `typed`. First are the `results` of the
   * list that it asks for by the `rest` of its words; last those that are `unsure`, whose words only begin alike. Where
   * there are such, the index does not tell words apart, and what has them in a name comes before what has them in a text.
   */
  ranked(results, query, { results: listed = [], rest = query, typed = query, unsure = new Set() } = {}) {
    const words = this.telling(query);
    const undated = yearless(words);
    const asked = new Set(listed.map(({ id }) => id));
    const letters = toTheLetter(typed);
    const called = new Set(results.filter(({ id }) => this.isCalled(id, query)));
    const named = new Set([...called].filter(({ id }) => this.#isNamed(id, query)));
    const mostly = called.size ? 0 : MOSTLY; // beside what is called just that, others speak of it, however short their names
    const placed = results.map((result, at) => {
      const page = this.pages.get(result.id);
      const shareOf = (some) => Math.max(0, ...this.#own(page).map((name) => this.#shared(some, name)));
      const inAYear = undated.length && page.rank > RANKS.list && page.rank < RANKS.who ? shareOf(undated) : 0;
      const share = Math.max(shareOf(words), shareOf(this.telling(typed)), inAYear / 2); // of two, what has the year in its name
      const onlySought = called.has(result) && page.rank === RANKS.list && named.size > 0 && !named.has(result);
      const rank = (page.rank || RANKS.who) - (share ? NAMED : 0) - (Math.max(share, inAYear) >= 0.5 ? mostly : 0);
      const sure = unsure.size && share ? -1 : Number(unsure.has(result));
      const aside = page.rank > RANKS.who && !share; // persons and sources, unless they are asked for
      const exactly = called.has(result) && page.written.has(letters); // “SOSpesa+” is another than “SOSpesa”
      const best = [-called.has(result), onlySought, -exactly, page.rank ?? RANKS.who, -asked.has(result.id)];
      return { result, keys: [...best, aside, sure, rank, -share, -shareOf(this.telling(rest)), at] };
    });
    // among pages of the same name the rank of their kinds decides; among others it is one thing among several
    for (const { keys } of placed) if (!keys[0]) keys[3] = 0;
    placed.sort((one, other) => {
      const at = one.keys.findIndex((key, index) => key !== other.keys[index]);
      return at < 0 ? 0 : one.keys[at] - other.keys[at];
    });
    return placed.map(({ result }) => result);
  }

  /** The words that tell most of a query, those in the fewest names, in the order in which they were typed. */
  rarest(query, number) {
    const words = [...new Set(this.telling(query))];
    const often = (word) => this.known.get(word) ?? 0;
    const rare = new Set([...words].sort((one, other) => often(one) - often(other)).slice(0, number));
    return words.filter((word) => rare.has(word));
  }

  /** Whether a word of a page is what was typed, a form of it, or what it begins if it is no word itself, as “comuni” is. */
  isOne(word, other) {
    if (word === other) return true;
    if (word.length < LEAST || !other.startsWith(word)) return false;
    return other.length - word.length <= ENDING || !this.known.has(word);
  }

  /** Which part of a name a query is, if it has every word of it. */
  #shared(words, name) {
    const all = words.every((word) => name.some((one, at) => this.isOne(word, one) || isBetween(word, one, name[at + 1])));
    return all && name.length ? words.length / name.length : 0;
  }

  /** Whether some name has the word, or one that begins with it. */
  has(word) {
    if (this.known.has(word)) return true;
    return word.length >= LEAST && [...this.known.keys()].some((known) => known.startsWith(word));
  }

  /** Two words that stand together in a name, where they were typed as one; "" where none do. */
  parted(word) {
    for (const { names } of this.pages.values()) {
      for (const name of names) {
        const at = name.findIndex((one, start) => start && name[start - 1] + one === word);
        if (at > 0) return `${name[at - 1]} ${name[at]}`;
      }
    }
    return "";
  }

  /** A word of the names near one that was typed; "" where none is. Of those as near, the one in most names. */
  near(word) {
    return this.#nearest(word, () => slips(word));
  }

  /** A word of the names for which one that was typed is surely a slip; "" without one. */
  meant(word) {
    return this.#nearest(word, (known) => Math.floor(Math.max(word.length, known.length) / SOUND));
  }

  /** `allowed` tells with how many faults a word of the names may have been typed; its beginning may have none. */
  #nearest(word, allowed) {
    if (word.length <= LEAST || /\d/.test(word)) return "";
    let best = { far: Infinity, often: 0, known: "" };
    for (const [known, often] of this.known) {
      const most = Math.min(allowed(known), best.far);
      if (known.length <= LEAST || Math.abs(known.length - word.length) > most || !beginAlike(word, known)) continue;
      const far = distance(word, known, most);
      if (far <= most && (far < best.far || often > best.often)) best = { far, often, known };
    }
    return best.known;
  }

  /** The word of the names that has the longest beginning of one that was typed, half of it and five letters at least; "" without one. */
  beginning(word) {
    for (let length = word.length; length >= Math.max(SOUND, word.length / 2); length--) {
      const known = [...this.known.keys()].find((one) => one.startsWith(word.slice(0, length)));
      if (known) return known;
    }
    return "";
  }
}

/** Words of who is called so, if they are in the title, or else those of the title. */
const inTitle = (words, { names: [title] }) => [...(words.every((word) => title.includes(word)) ? words : title)];

/** The initials of a name of several words, with its small words and without: gdf, mur. */
function initialsOf(name) {
  const words = wordsOf(name);
  const great = words.filter((word) => word !== word.toLowerCase());
  return [words, great].map((some) => folded(some.map(([first]) => first).join(""))).filter((one) => one.length >= LEAST);
}
