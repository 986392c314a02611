// How far words are from each other; knows nothing of pages and of any markup.

const SHORT = 6; // letters of a word that is near another with one fault; longer ones may have two
const PART = 5; // letters of a word that is found within another, or written otherwise
const SPELT = { ph: "f", th: "t", rh: "r", y: "i" }; // as one language writes what another has from Greek

/** In how many faults another word may differ that is near. */
export const slips = (word) => (word.length <= SHORT ? 1 : 2);

/** One of some words that is near another, however its language spells it, or the shortest that has it within; "" without one. */
export function kinOf(word, words) {
  if (word.length < PART) return "";
  let best = { far: slips(word) + 1, kin: "" };
  for (const one of word.length > SHORT ? words : []) { // a short one is near too many
    const [said, other] = [word, one].map(spelt);
    if (Math.abs(said.length - other.length) >= best.far || !beginAlike(said, other)) continue;
    const far = distance(said, other, best.far - 1);
    if (far < best.far) best = { far, kin: one };
  }
  const within = words.filter((one) => one.includes(word)).sort((one, other) => one.length - other.length);
  return best.kin || (within[0] ?? "");
}

const spelt = (word) => word.replace(/ph|th|rh|y/g, (letters) => SPELT[letters]);

/** Whether two words begin with the same letter, or with the same two in each other's place. */
export const beginAlike = (one, other) => one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);

/** Whether a word differs from another in one fault at most. */
export const isOneSlip = (one, other) => distance(one, other, 1) <= 1;

/** How many letters are missing, added, changed, or in each other's place; without end where it is more than `enough`. */
export function distance(one, other, enough) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + !same);
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) now[at] = Math.min(now[at], before[at - 2] + 1);
    }
    if (Math.min(...now) > enough) return Infinity;
    [before, last] = [last, now];
  }
  return last[other.length];
}
