// Which records answer to some questions, as generator/showcase/selection.py says it: of several answers to a question
// any, of several questions all.

const FIRST = "0001-01-01";
const LAST = "9999-12-31";

/**
 * The numbers of the records that answer, of those of which no date is known, which alone keeps them out, of those
 * that may be in force on the day that is asked for, of those that may have held in the period, and of those that may
 * either, if they were signed.
 */
export function select({ questions, records }, { since, until, in_force_on, ...choices }) {
  const asked = Object.entries(choices).filter(([, values]) => values.length);
  const given = asked.map(([name, values]) => {
    const answers = questions[name].filter(([id]) => values.includes(id));
    return new Set(answers.flatMap(([, , , numbers]) => numbers));
  });
  const answering = [...records.keys()].filter((number) => given.every((one) => one.has(number)));
  const asksWhen = since || until;
  const inForce = (number) => !in_force_on || holds(records[number][9], in_force_on, in_force_on);
  const isOpen = (number) => !inForce(number) && holds(records[number][10], in_force_on, in_force_on);
  const isDated = (number) => records[number][8].length > 0;
  const within = (number) => !asksWhen || holds(records[number][8], since || FIRST, until || LAST);
  const isSure = (number) => !asksWhen || holds(records[number][11], since || FIRST, until || LAST);
  const isUnsigned = (number) => records[number][12];
  const isUnsure = (number) => isDated(number) && isOpen(number) && within(number);
  const answered = answering.filter((number) => inForce(number) && within(number));
  return {
    found: answered.filter(isSure),
    undated: answering.filter((number) => !isDated(number) && ((asksWhen && inForce(number)) || isOpen(number))),
    unsure: answering.filter((number) => isUnsure(number) && !isUnsigned(number)),
    possible: answered.filter((number) => !isSure(number) && !isUnsigned(number)),
    unsigned: answering.filter((number) => isUnsigned(number) && (isUnsure(number) || (answered.includes(number) && !isSure(number)))),
  };
}

/** Whether some days have one from `first` to `last`; none have none. */
const holds = (days, first, last) => days.length > 0 && (days[0] || FIRST) <= last && first <= (days[1] || LAST);
