// The index of a language as Pagefind made it, without Pagefind's own script: one file begins an index, and a search
// fetches one more for each word. What is fetched goes to program.js, which alone runs Pagefind's program. Knows nothing
// of names, nor of any markup.

const HEAD = 12; // bytes that tell what a file of Pagefind's is

/** The engine of a language, from the folder `bundle`. */
export async function load(bundle, language) {
  const program = new Program();
  const [start, code] = await Promise.all([
    fetched(`${bundle}start.${language}.json`).then((answer) => answer.json()),
    unpacked(`${bundle}wasm.${language}.pagefind`),
  ]);
  const filters = await program.ask("begin", code, start);
  return new Engine(bundle, language, start.pages, program, filters);
}

/** The same without the program: it knows the pages that have names, and the kinds of pages, and searches nothing. */
export async function loadNames(bundle, language) {
  const { pages, kinds } = await fetched(`${bundle}names.${language}.json`).then((answer) => answer.json());
  return new Engine(bundle, language, pages, null, { kind: Object.fromEntries(kinds.map((kind) => [kind, 0])) });
}

/** The worker in which Pagefind's program runs: no page need be allowed to. It answers in the order it is asked. */
class Program {
  #worker = new Worker(new URL("./program.js", import.meta.url));
  #asked = []; // how to tell each who waits for an answer
  #broken; // why nobody will get one

  constructor() {
    this.#worker.onmessage = ({ data: { told, failed } }) => {
      const { resolve, reject } = this.#asked.shift();
      if (failed) reject(new Error(failed));
      else resolve(told);
    };
    this.#worker.onerror = ({ message }) => {
      this.#broken = new Error(message ?? "program.js");
      for (const { reject } of this.#asked.splice(0)) reject(this.#broken);
    };
  }

  ask(...question) {
    return new Promise((resolve, reject) => {
      if (this.#broken) return reject(this.#broken);
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(question);
    });
  }
}

class Engine {
  #program;
  #filters;
  #texts;
  #words = new Map(); // promises of the files of words, by name
  #pages = new Map();

  constructor(bundle, language, pages, program, filters) {
    this.bundle = bundle;
    this.language = language;
    this.pages = pages; // of each its name, how many words it has, its rank, what it is called
    this.#program = program;
    this.#filters = filters;
  }

  /** How many pages have each value of each filter. */
  filters() {
    return this.#filters;
  }

  /**
   * What the index has for some words, together; for "", all. Of each filter any of the values `chosen` will do.
   * `stems` are the words as the index has them, `known` those that were found for them, in all and in each result.
   */
  async search(words, chosen = {}) {
    const term = simple(words);
    if (words && !term) return { results: [], counts: {}, stems: new Map(), known: [] };
    const wanted = term ? await this.#program.ask("wanted", term) : []; // for all pages no words
    const given = new Map(await Promise.all(wanted.map(async (name) => [name, await this.#file(name)])));
    const filters = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]));
    const whole = /^\s*".+"\s*$/.test(words);
    const told = await this.#program.ask("search", given, term, term, JSON.stringify(filters), "", whole, false);
    if (whole) told.results.sort((one, other) => first(one) - first(other)); // it has no other order for a phrase
    const results = told.results.map(({ p: name, l: places, scores = [] }) => ({
      id: name,
      known: whole ? told.search_keywords : [...new Set(scores.map((score) => score.w))], // a phrase has all its words
      data: async () => ({ ...(await this.#page(name)), locations: places.map((place) => place.l) }),
    }));
    const stems = new Map(term.split(" ").map((word, at) => [word, told.search_keywords[at] ?? word]));
    const known = [...new Set(results.flatMap((one) => one.known))];
    return { results, counts: told.filtered_counts, stems, known };
  }

  /** The words of all texts, which are fetched once somebody wants them. */
  texts() {
    this.#texts ??= fetched(`${this.bundle}words.${this.language}.json`).then((answer) => answer.json());
    return this.#texts;
  }

  /** A page by its name, as if it had been found. */
  page(name) {
    return { id: name, data: async () => ({ ...(await this.#page(name)), locations: [] }) };
  }

  /** A file of words, fetched once. */
  #file(name) {
    if (!this.#words.has(name)) {
      const address = `${this.bundle}index/${name}.pf_index`;
      const said = fetched(address).then((answer) => answer.arrayBuffer());
      this.#words.set(name, said.then((bytes) => new Uint8Array(bytes).subarray(HEAD)));
    }
    return this.#words.get(name);
  }

  #page(name) {
    if (!this.#pages.has(name)) this.#pages.set(name, this.#fragment(name));
    return this.#pages.get(name);
  }

  /** What is shown of a page; its address as it is from the root of the server. */
  async #fragment(name) {
    const said = await unpacked(`${this.bundle}fragment/${name}.pf_fragment`);
    const page = JSON.parse(new TextDecoder().decode(said));
    const { pathname, hash } = new URL(`..${page.url}`, new URL(this.bundle, location));
    return { ...page, url: `${pathname}${hash}` };
  }
}

/** Where the first word of a result stands in its text. */
const first = ({ l: [place] }) => place?.l ?? Infinity;

/** Words as the index has them, before their endings are taken off: small, without accents and signs. */
const simple = (words) =>
  words.toLowerCase().normalize("NFD").replace(/\p{M}|[^\P{P}_]/gu, "").replace(/\s+/g, " ").trim();

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}

async function unpacked(address) {
  const { body } = await fetched(address);
  const said = await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  return new Uint8Array(said).subarray(HEAD);
}
