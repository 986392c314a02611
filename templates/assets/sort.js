// Sorts the register by its columns, inside each of its groups; its words come from register.html.

const said = document.querySelector(".sorting");
const tables = [...document.querySelectorAll("main table.register")];
const heads = [...tables[0].querySelectorAll("thead th")];
const bodies = tables.flatMap((table) => [...table.tBodies]);
const inOrder = new Intl.Collator(document.documentElement.lang).compare;

/** What a cell is sorted by: its date, or its words; nothing where no source states it. */
function key(row, column) {
  const cell = row.cells[column];
  const time = cell.querySelector("time");
  return time ? time.dateTime : cell.querySelector(".unknown") ? "" : cell.textContent.trim();
}

/** Rows that say nothing of a column stand last, whatever the direction; a group's own row stays first. */
function sort(column, direction) {
  for (const body of bodies) {
    const rows = [...body.rows].filter((row) => row.cells.length === heads.length);
    const keyed = rows.map((row) => [key(row, column), row]);
    keyed.sort(([a], [b]) => (a && b ? direction * inOrder(a, b) : !a - !b));
    body.append(...keyed.map(([, row]) => row));
  }
}

heads.forEach((head, column) => {
  const drawn = tables[0].tBodies[0].querySelector(`:scope > tr > :nth-child(${column + 1}):not([colspan]) > svg`);
  if (drawn) return; // a column that is a picture
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const order = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const one of heads) one.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", order);
    sort(column, order === "ascending" ? 1 : -1);
    said.textContent = said.dataset[order].replace("{column}", button.textContent);
  });
});
