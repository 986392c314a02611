// Runs Pagefind's program in a worker, the one place that may compile it: asked by engine.js, which fetches all it needs.

const RANKING = { term_frequency: 0.5, meta_weights: { title: 0, names: 1 } }; // titles weigh by their headings
const BINDINGS = "./pagefind_web_bg.js"; // by what name the program asks for the one function that it wants of a browser

let module; // the program, compiled
let start; // what begins an index, as the program takes it
let program; // as it runs
let index; // where the program has it: it says so anew whenever it is given something
let opened; // the files whose words this index has

/** What may be asked for: to begin with the program and what begins an index, which files a search needs, to search. */
const TASKS = {
  async begin(code, { version, pages, chunks, filters, fields }) {
    module = await WebAssembly.compile(code);
    const names = Object.keys(filters).map((name) => [name, name]);
    const about = cbor([version, pages.map(([id, length]) => [id, length]), chunks, names, [], fields]);
    const pagesOf = ([value, distances]) => [value, distances.map(((at) => (distance) => (at += distance))(0))];
    start = { about, filters: Object.entries(filters).map(([name, values]) => cbor([name, Object.entries(values).map(pagesOf)])) };
    open(new Map());
    return answer("filters");
  },

  wanted(term) {
    return answer("request_indexes", term);
  },

  /** `words` are the files that are wanted, by name: the program is to have no others, whose words it would find too. */
  search(words, ...values) {
    if ([...words.keys()].join() !== opened) open(words);
    return answer("search", ...values);
  },
};

/** An index with the words of some files. */
function open(words) {
  const bindings = { __wbindgen_init_externref_table: () => constants(program.__wbindgen_externrefs) };
  program = new WebAssembly.Instance(module, { [BINDINGS]: bindings }).exports;
  program.__wbindgen_start();
  index = program.init_pagefind(...given(start.about));
  for (const filter of start.filters) index = program.load_filter_chunk(index, ...given(filter));
  index = program.set_ranking_weights(index, ...text(JSON.stringify(RANKING)));
  index = program.enter_playground_mode(index); // in which it tells the words that it found
  for (const said of words.values()) index = program.load_index_chunk(index, ...given(said));
  opened = [...words.keys()].join();
}

function answer(question, ...values) {
  const asked = values.flatMap((value) => (typeof value === "string" ? text(value) : value));
  const [at, length] = program[question](index, ...asked);
  const said = new TextDecoder().decode(new Uint8Array(program.memory.buffer, at >>> 0, length));
  program.__wbindgen_free(at, length, 1);
  return JSON.parse(said);
}

addEventListener("message", async ({ data: [task, ...values] }) => {
  try {
    postMessage({ told: await TASKS[task](...values) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});

function text(value) {
  return given(new TextEncoder().encode(value));
}

/** Bytes in the program's memory, as it takes them: where, and how many. */
function given(bytes) {
  const at = program.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(program.memory.buffer).set(bytes, at);
  return [at, bytes.length];
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
