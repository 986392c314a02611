// Pagefind's program for a language and the index it reads, without Pagefind's own script: one file begins an index, and
// a search fetches one more for each word. Knows nothing of names, nor of any markup.

const HEAD = 12; // bytes that tell what a file of Pagefind's is
const RANKING = { term_frequency: 0.5, meta_weights: { title: 0, names: 1 } }; // titles weigh by their headings
const BINDINGS = "./pagefind_web_bg.js"; // by what name the program asks for the one function that it wants of a browser

/** The engine of a language, from the folder `bundle`. */
export async function load(bundle, language) {
  const [start, program] = await Promise.all([
    fetched(`${bundle}start.${language}.json`).then((answer) => answer.json()),
    unpacked(`${bundle}wasm.${language}.pagefind`),
  ]);
  const bindings = { __wbindgen_init_externref_table: () => constants(instance.exports.__wbindgen_externrefs) };
  const { instance } = await WebAssembly.instantiate(program, { [BINDINGS]: bindings });
  instance.exports.__wbindgen_start();
  return new Engine(bundle, start, instance.exports);
}

class Engine {
  #program;
  #index; // where the program has it: it says so anew whenever it is given something
  #chunks = new Map(); // promises by name
  #pages = new Map();

  constructor(bundle, start, program) {
    const { version, pages, chunks, filters, fields } = start;
    this.bundle = bundle;
    this.pages = pages; // of each its name, how many words it has, its rank, what it is called
    this.#program = program;
    const names = Object.keys(filters).map((name) => [name, name]);
    const said = [version, pages.map(([id, length]) => [id, length]), chunks, names, [], fields];
    this.#index = program.init_pagefind(...this.#given(cbor(said)));
    for (const [name, values] of Object.entries(filters)) {
      this.#index = program.load_filter_chunk(this.#index, ...this.#given(cbor([name, Object.entries(values)])));
    }
    this.#index = program.set_ranking_weights(this.#index, ...this.#text(JSON.stringify(RANKING)));
    this.#index = program.enter_playground_mode(this.#index); // in which it tells the words that it found
  }

  /** How many pages have each value of each filter. */
  filters() {
    return this.#told("filters");
  }

  /**
   * What the index has for some words, together; for "", all. Of each filter any of the values `chosen` will do.
   * `stems` are the words as the index has them, `known` those that were found for them.
   */
  async search(words, chosen = {}) {
    const term = simple(words);
    if (words && !term) return { results: [], counts: {}, stems: new Map(), known: [] };
    await Promise.all(this.#told("request_indexes", term).map((name) => this.#chunk(name)));
    const filters = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]));
    const whole = /^\s*".+"\s*$/.test(words);
    const told = this.#told("search", term, term, JSON.stringify(filters), "", whole, false);
    const results = told.results.map(({ p: name, l: places }) => ({
      id: name,
      data: async () => ({ ...(await this.#page(name)), locations: places.map((place) => place.l) }),
    }));
    const stems = new Map(term.split(" ").map((word, at) => [word, told.search_keywords[at] ?? word]));
    const known = new Set(told.results.flatMap(({ scores = [] }) => scores.map((score) => score.w)));
    return { results, counts: told.filtered_counts, stems, known: [...known] };
  }

  /** A page by its name, as if it had been found. */
  page(name) {
    return { id: name, data: async () => ({ ...(await this.#page(name)), locations: [] }) };
  }

  async #chunk(name) {
    if (!this.#chunks.has(name)) {
      this.#chunks.set(name, fetched(`${this.bundle}index/${name}.pf_index`).then((answer) => answer.arrayBuffer()));
      const said = new Uint8Array(await this.#chunks.get(name)).subarray(HEAD);
      this.#index = this.#program.load_index_chunk(this.#index, ...this.#given(said));
    }
    return this.#chunks.get(name);
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

  /** What the program answers. */
  #told(question, ...values) {
    const given = values.flatMap((value) => (typeof value === "string" ? this.#text(value) : value));
    const [at, length] = this.#program[question](this.#index, ...given);
    const said = new TextDecoder().decode(new Uint8Array(this.#program.memory.buffer, at >>> 0, length));
    this.#program.__wbindgen_free(at, length, 1);
    return JSON.parse(said);
  }

  #text(text) {
    return this.#given(new TextEncoder().encode(text));
  }

  /** Bytes in the program's memory, as it takes them: where, and how many. */
  #given(bytes) {
    const at = this.#program.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.#program.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }
}

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

/** The values that every program of this make expects to find in its table. */
function constants(table) {
  const at = table.grow(4);
  [undefined, null, true, false].forEach((value, offset) => table.set(at + offset, value));
  table.set(0, undefined);
}

/** Lists, texts and whole numbers as CBOR, in which Pagefind's files are. */
function cbor(value) {
  const bytes = [];
  const head = (kind, number) => {
    const size = number < 24 ? 0 : number < 2 ** 8 ? 1 : number < 2 ** 16 ? 2 : 4;
    bytes.push((kind << 5) | (size ? 24 + Math.log2(size) : number));
    for (let at = size - 1; at >= 0; at--) bytes.push((number >>> (8 * at)) & 255);
  };
  const add = (one) => {
    if (typeof one === "number") return head(0, one);
    const inner = typeof one === "string" ? new TextEncoder().encode(one) : one;
    head(inner === one ? 4 : 3, inner.length);
    for (const part of inner) inner === one ? add(part) : bytes.push(part);
  };
  add(value);
  return new Uint8Array(bytes);
}
