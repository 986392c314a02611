// What is typed, as the index and the names of pages have it. Knows nothing of pages, nor of any markup.

const DAY_FIRST = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?![\d/-]|\.\d)/g;
const SHARE = /\b(\d+)\s*(?:‰|[x×]\s*(?:1000|mille)\b)/gi; // of income tax, in one word
const YEAR = /^(?:19|20)\d\d$/;
const YEAR_FIRST = /\b(\d{4})-(\d{2})-(\d{2})\b/g;

export const folded = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); // no accents, no ligatures
export const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
/** Words without what Italian elides before them (l’, dell’…): the index has them apart. */
export const plain = (query) => query.replace(/(?<!\p{L})\p{L}{0,5}(?![aeiou])\p{L}['’](?=[aeiouàèéìòùh])/giu, "");
/** A phrase in the words of the index, which has those that Italian elides apart (`findable.py`): d’ intesa. */
export const parted = (phrase) => phrase.replace(/(?<=[b-df-hj-np-tv-z])['’](?=[aeiouàèéìòùh])/giu, "$& ");

/** Words without the years among them; none where there is no year. */
export function yearless(words) {
  const others = words.filter((word) => !YEAR.test(word));
  return others.length < words.length ? others : [];
}
/** Whether a year lies between two others, as 2026 in 2025-2027. */
export const isBetween = (year, first, last) => [year, first, last].every((one) => YEAR.test(one)) && first < year && year < last;

/** A text as it is typed: straight quotes, plain hyphens. */
export const asTyped = (text) =>
  text
    .normalize("NFKC")
    .replace(/[‘’ʼ′`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00ad\u200b\u2060]/g, "")
    .replace(SHARE, "$1x1000");

/** A query as the index has it (`findable.py` adds that to pages): as it is typed, dates in words; a year of two digits is of this century. */
export function normal(query, language) {
  return asTyped(query)
    .replace(DAY_FIRST, (typed, day, month, year) => date(typed, year, month, day, language))
    .replace(YEAR_FIRST, (typed, year, month, day) => date(typed, year, month, day, language));
}

function date(typed, year, month, day, language) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return typed;
  const named = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return `${Number(day)} ${named.format(Date.UTC(year, month - 1))} ${year.padStart(4, "20")}`;
}
