// Refines and sorts a list in place, and keeps both in the address. All it needs comes from the page: the links of
// parts/filters.html, the heads of register-table.html, the list's other pages from parts/pager.html; and, once something
// is chosen, from the file that says which choices each record has. On the page of a choice it leads to the whole list.

const main = document.querySelector("main");
const filters = main.querySelector(".refining");
const { list, index: source, counted, lead, alone, none, remove } = filters.dataset;
const pager = main.querySelector(".pager");
const sorting = main.querySelector(".sorting");
const status = filters.querySelector(".count");
const told = status.textContent;
const { title } = document;
const heading = main.querySelector("h1");
const named = heading.textContent;
const whatItIs = main.querySelector(".lead");
const whatIsLeft = Object.assign(document.createElement("p"), { className: "lead" }); // in its place once something is chosen
const legend = filters.querySelector(".legend");
const chips = filters.querySelector(".chips");
const tiles = filters.querySelector(".states");
const pitch = Number(tiles?.dataset.pitch);
const heads = [...main.querySelectorAll(".register thead [data-order]")];
const order = sorting?.dataset.word;
const { lang } = document.documentElement;
const format = new Intl.NumberFormat(lang).format;
const table = main.querySelector(".register");
const flat = document.createElement("tbody"); // where all rows stand once they are put in order
const groups = () => [...main.querySelectorAll(".group, .register tbody")].filter((one) => one !== flat);
const rowsOf = (group) => [...group.querySelectorAll(".entries > li, tr:not(.heading)")];
const asWritten = new Map(); // the rows of each group, in their order
const rows = new Map(); // each row, whatever its markup, and the numbers of its choices
const byTitle = []; // the rows again, as the file has their records
const placed = new Map(); // of an order the rows that say something of it, as the page in that order has them
let shown = location.search;
let knowing; // the promise of what the file says, and of the rows of all pages

const has = (choices, wanted) => wanted.every((one) => choices.has(one));
const say = (element, count) => element && (element.textContent = format(count));
const mark = (link, on) => (on ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
const links = () => [...filters.querySelectorAll("[data-facet]")];
const whole = () => source && location.pathname === list;
const addresses = new Map(links().map((link) => [link, link.href])); // that of a tile, also while it leads to nothing
const idOf = (row) => row.querySelector("a[href]").pathname.split("/").at(-2);

/** What is chosen on this page: by its address, or because it is the page of a choice. */
function query() {
  if (whole()) return new URLSearchParams(location.search);
  const own = links().filter((link) => link.hasAttribute("aria-current"));
  return new URLSearchParams(own.map(({ dataset }) => [dataset.facet, dataset.word]));
}

/** Know which choices each record has, and the rows of all pages. */
async function know() {
  const asking = fetch(source);
  if (pager) await gather();
  const answer = await asking;
  if (!answer.ok) throw new Error(answer.status);
  const { facets, choices, records, orders } = await answer.json();
  const rowOf = new Map();
  for (const group of groups()) {
    asWritten.set(group, rowsOf(group));
    for (const row of asWritten.get(group)) {
      const own = [...row.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")).find((href) => records[href]);
      rows.set(row, new Set(records[own]));
      rowOf.set(own, row);
    }
  }
  const all = Object.keys(records).map((href) => rowOf.get(href));
  const shownOf = (some) => some.filter(Boolean);
  byTitle.push(...shownOf(all));
  for (const [word, numbers] of Object.entries(orders ?? {})) placed.set(word, shownOf(numbers.map((number) => all[number])));
  return choices.map(([facet, word, label]) => ({ facet, word, said: facets[facet].replace("{value}", () => label) }));
}

/** Bring here the rows of the list's other pages, each to its group. */
async function gather() {
  status.textContent = pager.dataset.waiting;
  const asking = [...pager.querySelectorAll("ol a")].map(async ({ href }) => {
    const answer = await fetch(href);
    if (!answer.ok) throw new Error(answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  for (const page of await Promise.all(asking)) {
    for (const group of page.querySelectorAll("main :is(.group, .register tbody)")) {
      const here = document.getElementById(group.id);
      if (here) (here.querySelector(".entries") ?? here).append(...rowsOf(group));
      else groups().at(-1).after(group);
    }
  }
  pager.remove();
}

/** Show the rows of some choices, by their numbers, and how many each further choice would leave. */
function refine(choices, chosen) {
  for (const [row, own] of rows) row.hidden = !has(own, chosen);
  const left = [...rows.keys()].filter((row) => !row.hidden).length;
  for (const [group, members] of asWritten) {
    const here = members.filter((row) => !row.hidden).length;
    group.hidden = !here;
    say(group.querySelector("h2 b, th[scope=rowgroup] b"), here);
  }
  const numbers = new Map(choices.map(({ facet, word }, at) => [`${facet}=${word}`, at]));
  const would = (at) => {
    const others = chosen.filter((one) => choices[one].facet !== choices[at].facet);
    return [...rows.values()].filter((own) => has(own, [at, ...others])).length;
  };
  for (const link of links()) {
    const at = numbers.get(`${link.dataset.facet}=${link.dataset.word}`);
    const leaves = would(at);
    say(link.querySelector("b"), leaves);
    const leads = leaves || chosen.includes(at);
    if (!link.closest(".states li > a:first-child")) link.hidden = !leads;
    else if (leads) link.href = addresses.get(link);
    else link.removeAttribute("href");
    mark(link, chosen.includes(at));
  }
  draw();
  const names = chosen.map((at) => chip(choices[at]));
  chips.replaceChildren(...names);
  chips.hidden = !names.length;
  main.toggleAttribute("data-refined", Boolean(names.length));
  const said = chosen.map((at) => choices[at].said).join(" · ");
  const gaps = { "{number}": format(left), "{total}": format(rows.size) };
  const fill = (form) => form.replace(/{\w+}/g, (gap) => gaps[gap]);
  status.textContent = !said ? told : !left ? none : fill(counted);
  heading.textContent = said && whole() ? `${named} · ${said}` : named;
  whatIsLeft.textContent = fill(left === 1 ? alone : lead);
  if (said) whatItIs.replaceWith(whatIsLeft);
  else whatIsLeft.replaceWith(whatItIs);
  document.title = title.replace(named, () => heading.textContent);
  for (const one of main.querySelectorAll("[data-of-all]")) one.hidden = Boolean(names.length);
  for (const one of main.querySelectorAll("[data-of-part]")) one.hidden = !names.length;
  if (legend) legend.hidden = ![...rows.keys()].some((row) => !row.hidden && row.querySelector(".unknown"));
}

/** The panes of each tile, as its numbers are now; the tile of all has their sum. */
function draw() {
  if (!tiles) return;
  let sum = 0;
  for (const tile of tiles.querySelectorAll("li:has(.strip)")) {
    const [number, ...parts] = [...tile.querySelectorAll("b")].map(({ textContent }) => Number(textContent.replace(/\D/g, "")));
    let x = 0;
    tile.querySelectorAll("rect").forEach((rect, at) => {
      const width = (parts[at] ?? number - parts.reduce((one, other) => one + other, 0)) * pitch;
      rect.setAttribute("x", x);
      rect.setAttribute("width", width);
      x += width;
    });
    sum += number;
  }
  const all = tiles.querySelector("[data-all]");
  say(all.querySelector("b"), sum);
  const isWhole = !tiles.querySelector("[data-facet][aria-current]");
  mark(all, isWhole);
  if (isWhole) all.removeAttribute("href");
  else all.href = list;
}

/** A choice that was made, as what takes it away. */
function chip({ facet, word, said }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const unseen = document.createElement("span");
  Object.assign(unseen, { className: "unseen", textContent: `${remove}: ` });
  link.href = list;
  Object.assign(link.dataset, { facet, word });
  link.append(unseen, said);
  item.append(link);
  return item;
}

/** Put all rows in order, whatever their group; rows that say nothing of the column stand last. None: as written. */
function sort(asked) {
  const head = heads.find(({ dataset }) => dataset.order === asked.replace(/^-/, ""));
  for (const one of heads) one.parentElement.removeAttribute("aria-sort");
  for (const link of filters.querySelectorAll("[data-order]")) mark(link, link.dataset.order === asked);
  flat.remove();
  for (const [group, members] of asWritten) group.append(...members);
  sorting.textContent = "";
  table.toggleAttribute("data-sorted", Boolean(head));
  if (!head) return;
  const isTurned = asked.startsWith("-");
  const ascending = Boolean(head.dataset.ascending) !== isTurned;
  const known = placed.get(head.dataset.order) ?? byTitle;
  flat.append(...new Set([...(isTurned ? known.toReversed() : known), ...byTitle]));
  for (const group of asWritten.keys()) group.hidden = true;
  table.append(flat);
  const name = ascending ? "ascending" : "descending";
  head.parentElement.setAttribute("aria-sort", name);
  sorting.textContent = sorting.dataset[name].replace("{column}", head.textContent);
}

/** Show what the address asks for; where the rest cannot be had, the page of a choice or of an order has it. */
export async function apply() {
  const asked = query();
  const sorted = asked.get(order) ?? "";
  shown = location.search;
  if (!knowing && ![...asked.keys()].length) return;
  let choices;
  try {
    choices = await (knowing ??= know());
  } catch {
    knowing = undefined;
    status.textContent = told;
    const link = [...filters.querySelectorAll("[data-facet], [data-order]")].find(({ dataset }) =>
      dataset.facet ? asked.get(dataset.facet) === dataset.word : dataset.order === sorted.replace(/^-/, ""));
    if (link) location.replace(link.href);
    return;
  }
  if (shown !== location.search) return; // another choice came in between
  refine(choices, choices.flatMap(({ facet, word }, at) => (asked.get(facet) === word ? [at] : [])));
  if (sorting) sort(sorted);
}

/** Ask for something by the address, which is that of the whole list. */
function go(asked) {
  const address = `${list}?${asked}`.replace(/\?$/, "");
  if (!whole()) return location.assign(address);
  history.pushState(null, "", address);
  return apply();
}

/** Do what a link says: choose or leave a choice, put in order, or give the file of what is shown. */
export function follow(link) {
  const { facet, word, all, order: asking, form } = link.dataset;
  if (form) return take(link);
  const asked = query();
  if (all !== undefined) asked.delete(tiles.querySelector("[data-facet]").dataset.facet);
  else if (asking) asked.set(order, asked.get(order) === asking && link.closest("thead") ? `-${asking}` : asking);
  else if (asked.get(facet) === word) asked.delete(facet);
  else asked.set(facet, word);
  return go(asked);
}

/** Give the file of the rows that are left, once it is known which these are. */
async function take(link) {
  await knowing;
  const left = new Set([...rows.keys()].filter((row) => !row.hidden).map(idOf));
  const whole = await fetch(link.href);
  const { form, empty } = link.dataset;
  const file = await (form === "xlsx" ? (await import("./workbook.js")).cut(await whole.arrayBuffer(), left) : lines(await whole.text(), form, left));
  if (!file) return void (status.textContent = empty);
  const given = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: called(link) });
  given.click();
  URL.revokeObjectURL(given.href);
}

/** What the file of a part is called: by the list and what is chosen of it, not by all that the address asks. */
function called({ download }) {
  const words = [...chips.querySelectorAll("a")].map(({ dataset }) => `${dataset.facet}-${dataset.word}`);
  return download.replace(/(?=\.\w+$)/, ["", ...words].join("-"));
}

/** A table or a calendar with the lines, or the events, that are of some records; no calendar without any event. */
function lines(text, form, left) {
  const [head, ...told] = form === "csv" ? text.split(/(?<=\r\n)/) : text.split(/(?=BEGIN:VEVENT)/);
  const end = form === "csv" ? "" : "END:VCALENDAR\r\n";
  const kept = told.map((line) => line.replace(end, "")).filter((line) => left.has(told_of(line, form)));
  if (form !== "csv" && !kept.length) return null;
  return new Blob([head.replace(end, ""), ...kept, end], { type: form === "csv" ? "text/csv" : "text/calendar" });
}

/** The id of the record that a line of the table, or an event of the calendar, tells of. */
const told_of = (line, form) =>
  form === "csv" ? line.slice(0, line.indexOf(",")) : line.replace(/\r\n /g, "").match(/UID:[^\r]*\/([^#\r]+)#/)?.[1];

addEventListener("popstate", () => location.search !== shown && apply()); // not for anchors
