// What a result shows of the text of a page; makes marks, and knows nothing else of any markup.

import { folded, plain, wordsOf } from "./typed.js";

const BEFORE = 8; // words of an excerpt before what is found
const LENGTH = 30; // words of an excerpt
const BEGINNING = 4; // letters of a word that is marked where another begins with it

const AS_TYPED = /\u2061 [^\u2061]*(?:\u2061 |$)/g;

/** A text as it is written: the index has elided words apart (l’ università), and some a second time as they are typed. */
export const joined = (text) => text.replace(AS_TYPED, "").replaceAll("\u2060 ", "");

/** What stands below the title of a page that a query found, with the words marked that tell something, as `names` know them. */
export function excerpt(page, query, names) {
  const words = wordsOf(folded(plain(query))).filter((word) => !names.common.has(word));
  return marked(excerptOf(page, words), words, names);
}

/** What stands below a title: the summary, unless words are found in the text of a record, and not there. */
function excerptOf({ meta: { title, names = "", summary }, content, anchors, locations }, words) {
  const said = wordsOf(folded(`${title} ${names} ${summary}`));
  const told = words.every((word) => said.some((one) => one.startsWith(word)));
  if (summary && told) return summary;
  const sections = anchors.filter((one) => one.element === "section");
  const at = sections.findIndex((one) => one.id === "text");
  const [from, to] = at < 0 ? [0, Infinity] : [sections[at].location, sections[at + 1]?.location ?? Infinity];
  const hit = at < 0 && summary ? undefined : locations.find((one) => one >= from && one < to);
  if (hit === undefined && summary) return summary;
  const text = joined(content).split(/\s+/);
  // what is joined makes fewer words: those before the hit tell where it is
  const place = wordCount(content, hit ?? 0);
  const start = Math.max(wordCount(content, from), place - BEFORE);
  const end = Math.min(to === Infinity ? text.length : wordCount(content, to), start + LENGTH);
  return `${start > 0 ? "… " : ""}${text.slice(start, end).join(" ")}${end < text.length ? " …" : ""}`;
}

/** How many words stand before one that the index counts, once those that it has apart are joined. */
const wordCount = (content, at) => joined(content.split(/\s+/).slice(0, at).join(" ") + " ").split(/\s+/).length - 1;

/** A text with the words marked that were searched, in all their forms, and those that long ones begin; never what tells nothing. */
function marked(text, words, names) {
  return text.split(/([\p{L}\p{N}]+)/u).map((part) => {
    const said = folded(part);
    const is = (word) => {
      if (said === word || word.length < BEGINNING) return said === word;
      const stem = word.slice(0, Math.max(BEGINNING, word.length - 1)); // another form of the word
      return names.isOne(word, said) || (said.startsWith(stem) && said.length <= word.length + 1);
    };
    if (!words.some(is)) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}
