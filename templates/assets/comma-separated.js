// A table as CSV, as generator/output/comma_separated.py writes it: a record on each line, no cell is a formula.

const FORMULA = /^[=+@\-\t\r]/; // with what a cell begins that a spreadsheet would compute
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** The lines of some rows of texts. */
export function commaSeparated(rows) {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text) {
  const flat = text.trim().replace(/\s+/g, " ");
  const said = FORMULA.test(flat) && !NUMBER.test(flat) ? `'${flat}` : flat;
  return /[",]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
}
