// Which records answer to some questions, as generator/showcase/selection.py says it: of several answers to a question
// any, of several questions all.

const FIRST = "0001-01-01";
const LAST = "9999-12-31";

/** The numbers of the records that answer, and of those that only their dates, which nobody states, keep out. */
export function select({ questions, records }, { since, until, in_force_on, ...choices }) {
  const asked = Object.entries(choices).filter(([, values]) => values.length);
  const given = asked.map(([name, values]) => {
    const answers = questions[name].filter(([id]) => values.includes(id));
    return new Set(answers.flatMap(([, , , numbers]) => numbers));
  });
  const inForce = (number) => !in_force_on || holds(records[number][9], in_force_on, in_force_on);
  const found = [...records.keys()].filter((number) => given.every((one) => one.has(number)) && inForce(number));
  if (!since && !until) return { found, undated: [] };
  return {
    found: found.filter((number) => holds(records[number][8], since || FIRST, until || LAST)),
    undated: found.filter((number) => !records[number][8].length),
  };
}

/** Whether some days have one from `first` to `last`; none have none. */
const holds = (days, first, last) => days.length > 0 && (days[0] || FIRST) <= last && first <= (days[1] || LAST);
