// Asks the indexes that Pagefind made, one a language; knows nothing of any markup.

const TRIED = 4; // words of a query that are tried one by one, and results looked at
const TITLES = 10; // results whose titles are compared with the query
// Titles weigh by their headings, so that a record comes before the sources whose titles repeat its words.
const RANKING = { termFrequency: 0.5, metaWeights: { title: 0 } };
const SHORTEST = 3; // letters of a beginning that is tried

/** The index of a language, from the folder `bundle`; most of it is loaded when it is first asked. */
export async function open(bundle, language) {
  const page = document.documentElement;
  const own = page.lang;
  const script = new URL(`${bundle}pagefind.js`, location);
  if (language !== own) script.search = language; // one copy of Pagefind stems the words of one language
  const { createInstance } = await import(script);
  try {
    page.lang = language; // the only way to tell Pagefind, which reads it at once
    return createInstance({ excerptLength: 28, ranking: RANKING });
  } finally {
    page.lang = own;
  }
}

/** Words without what Italian elides before them (l’, dell’…): the index has them apart. */
const plain = (query) => query.replace(/(?<!\p{L})\p{L}{0,5}(?![aeiou])\p{L}['’](?=[aeiouàèéìòùh])/giu, "");
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What the index has for a query: with any of the values chosen of a filter, of all filters chosen together. */
function ask(index, query, chosen = {}) {
  const filters = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]));
  return index.search(plain(query) || null, { filters });
}

/** What a query finds: the results, and how many each value of each filter would leave. */
export async function find(index, query, chosen = {}) {
  const found = await ask(index, query, chosen);
  const counts = { ...found.filters };
  for (const name of Object.keys(chosen)) {
    const { [name]: _, ...others } = chosen; // more of a filter's values find more
    counts[name] = (await ask(index, query, others)).filters[name];
  }
  const meant = await Promise.all(wordsOf(plain(query)).map((word) => spelled(found.results, word)));
  if (!meant.every(Boolean)) return { results: [], counts: {} };
  return { results: await titledFirst(found.results, query), counts };
}

/** The results, those first whose title is the query itself. */
async function titledFirst(results, query) {
  const first = results.slice(0, TITLES);
  const titles = await Promise.all(first.map(async (one) => (await one.data()).meta.title));
  const said = (text) => wordsOf(folded(text)).join(" "); // whatever parts the words
  const sought = titles.map((title) => said(title) === said(query));
  const ordered = [true, false].flatMap((is) => first.filter((_, at) => sought[at] === is));
  return [...ordered, ...results.slice(TITLES)];
}

/** Where a query finds nothing: others near it that find something, as {query, number}, the nearest first. */
export async function near(index, query) {
  const words = new Set();
  for (const word of wordsOf(plain(query)).slice(0, TRIED)) words.add(await nearest(index, word));
  words.delete("");
  const found = [];
  for (const one of new Set([[...words].join(" "), ...words])) {
    const number = one && one !== query ? (await find(index, one)).results.length : 0;
    if (number) found.push({ query: one, number });
  }
  return found;
}

/** A word that the index knows: itself, or the one of which it has the longest beginning, half of it at least. */
async function nearest(index, word) {
  for (let length = word.length; length >= Math.max(SHORTEST, word.length / 2); length--) {
    const beginning = word.slice(0, length);
    const known = await spelled((await ask(index, beginning)).results, beginning);
    if (known && length === word.length) return word;
    if (folded(known).startsWith(folded(beginning))) return known;
  }
  return "";
}

/**
 * How the first results spell a word. Pagefind takes for a word it does not know the longest that it begins with
 * (“polo” for “polosciale”): what shares less than half of its letters is not what was meant.
 */
async function spelled(results, word) {
  const asked = folded(word);
  const pages = await Promise.all(results.slice(0, TRIED).map((one) => one.data()));
  for (const page of pages) {
    const content = page.content.split(/\s+/);
    const said = [...page.locations.map((at) => content[at] ?? ""), ...Object.values(page.meta)];
    const one = said.flatMap(wordsOf).find((known) => isLike(folded(known), asked));
    if (one) return one;
  }
  return "";
}

function isLike(known, asked) {
  let length = 0;
  while (length < known.length && known[length] === asked[length]) length++;
  return length * 2 >= asked.length || known.includes(asked);
}
