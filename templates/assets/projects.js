// The projects of an initiative: the headings of their indexes become filters, which narrow the list together.
// The search of every page comes with it: one request less.

import "./overlay.js";

const browse = document.querySelector(".browse");
const status = browse.querySelector("[role=status]");
const groups = [...document.querySelectorAll(".group")];
const rows = groups.flatMap((group) => [...group.querySelectorAll(".projects > li")]);
const chosen = new Map(); // of each index the heading that is pressed
const format = new Intl.NumberFormat(document.documentElement.lang).format;

/** Show the projects that stand under all headings pressed. */
function narrow() {
  const wanted = [...chosen.values()].map((button) => button.anchors);
  for (const row of rows) row.hidden = !wanted.every((anchors) => anchors.has(row.id));
  for (const group of groups) group.hidden = !group.querySelector(".projects > li:not([hidden])");
  const left = rows.filter((row) => !row.hidden).length;
  const told = { "{number}": format(left), "{total}": format(rows.length) };
  const said = left === 1 ? browse.dataset.one : browse.dataset.other;
  status.textContent = chosen.size ? said.replace(/{\w+}/g, (gap) => told[gap]) : "";
}

for (const index of browse.querySelectorAll(".index")) {
  for (const heading of index.querySelectorAll("h3")) {
    const button = document.createElement("button");
    button.type = "button";
    button.ariaPressed = "false";
    button.anchors = new Set([...heading.parentElement.querySelectorAll("li a")].map((link) => link.hash.slice(1)));
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const before = chosen.get(index);
      if (before) before.ariaPressed = "false";
      if (before === button) chosen.delete(index);
      else chosen.set(index, button);
      button.ariaPressed = String(before !== button);
      narrow();
    });
  }
}
