// Refines and sorts a list in place, and keeps both in the address. All it needs comes from the page: the choices and
// their index from parts/facets.html, the columns from register.html, the list's other pages from parts/pager.html.
// The search of every page comes with it: one request less.

import "./overlay.js";

const main = document.querySelector("main");
const pager = main.querySelector(".pager");
const sorting = main.querySelector(".sorting");
const facets = main.querySelector(".facets");
const nav = facets?.parentElement;
const all = facets?.querySelector("a:not([data-facet])");
const links = all?.hasAttribute("aria-current") ? [...facets.querySelectorAll("a[data-facet]")] : []; // else a part
const index = JSON.parse(nav?.querySelector("script")?.textContent ?? "{}");
const status = nav?.querySelector("[role=status]") ?? sorting;
const first = pager?.querySelector("ol > :first-child a")?.pathname ?? location.pathname;
const { lang } = document.documentElement;
const format = new Intl.NumberFormat(lang).format;
const inOrder = new Intl.Collator(lang).compare;
const heads = sorting ? [...main.querySelectorAll(".register thead th:not(:has(svg))")] : [];
const names = heads.map((head) => head.textContent.trim().toLowerCase());
const groups = () => [...main.querySelectorAll(".group, .register tbody")];
const rowsOf = (group) => [...group.querySelectorAll(".entries > li, tr:not(.heading)")];
const asWritten = new Map();
const rows = new Map(); // each row, whatever its markup, and the numbers of its choices
let shown = location.search;
let gathering;

const has = (choices, wanted) => wanted.every((one) => choices.has(one));
const say = (element, count) => element && (element.textContent = format(count));
const mark = (link, on) => (on ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));

/** The numbers of the choices that the address makes, and the column and direction by which it sorts. */
function asked() {
  const query = new URLSearchParams(location.search);
  const order = query.get(sorting?.dataset.word) ?? "";
  const chosen = links.flatMap(({ dataset }, at) => (query.get(dataset.facet) === dataset.word ? [at] : []));
  return { chosen, column: names.indexOf(order.replace(/^-/, "")), direction: order.startsWith("-") ? -1 : 1 };
}

/** Know the rows that are here. */
function read() {
  for (const group of groups()) {
    asWritten.set(group, rowsOf(group));
    for (const row of asWritten.get(group)) {
      const found = [...row.querySelectorAll("a[href]")].map((link) => index[link.getAttribute("href")]);
      rows.set(row, new Set(found.find(Boolean)));
    }
  }
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
  for (const way of main.querySelectorAll(".tally a")) way.href = way.hash;
  pager.remove();
  read();
}

/** Show the rows of some choices, and how many each further choice would leave. */
function refine(chosen) {
  for (const [row, choices] of rows) row.hidden = !has(choices, chosen);
  const count = (some) => some.filter((row) => !row.hidden).length;
  for (const [group, members] of asWritten) {
    const left = count(members);
    group.hidden = !left;
    say(group.querySelector("h2 b, th[scope=rowgroup] b"), left);
    const way = main.querySelector(`a[href="#${group.id}"]`);
    if (way) way.parentElement.hidden = !left;
    if (way) say(way.querySelector("b"), left);
  }
  links.forEach((link, at) => {
    const others = chosen.filter((one) => links[one].dataset.facet !== link.dataset.facet);
    const left = [...rows.values()].filter((choices) => has(choices, [at, ...others])).length;
    say(link.querySelector("b"), left);
    link.parentElement.hidden = !left && !chosen.includes(at);
    mark(link, chosen.includes(at));
  });
  for (const fold of facets.querySelectorAll("details")) fold.hidden = !fold.querySelector("li:not([hidden])");
  mark(all, !chosen.length);
  const told = { "{number}": format(count([...rows.keys()])), "{total}": format(rows.size) };
  status.textContent = facets.dataset.counted.replace(/{\w+}/g, (gap) => told[gap]);
}

/** What a cell is sorted by: its date, or its words; nothing where no source states it. */
function key(row, column) {
  const cell = row.cells[column];
  const time = cell.querySelector("time");
  return time ? time.dateTime : cell.querySelector(".unknown") ? "" : cell.textContent.trim();
}

/** Sort inside each group; rows that say nothing of the column stand last, whatever the direction. */
function sort(column, direction) {
  for (const [group, members] of asWritten) {
    const keyed = members.map((row) => [column < 0 ? "" : key(row, column), row]);
    keyed.sort(([a], [b]) => (a && b ? direction * inOrder(a, b) : !a - !b));
    group.append(...keyed.map(([, row]) => row));
  }
  for (const head of heads) head.removeAttribute("aria-sort");
  const order = direction > 0 ? "ascending" : "descending";
  heads[column]?.setAttribute("aria-sort", order);
  sorting.textContent = heads[column] ? sorting.dataset[order].replace("{column}", heads[column].textContent) : "";
}

/** Show what the address asks for; where the rest of the list cannot be had, the page of a choice has that part. */
async function apply() {
  const { chosen, column, direction } = asked();
  shown = location.search;
  try {
    if (pager && (chosen.length || column >= 0)) await (gathering ??= gather());
  } catch {
    gathering = undefined;
    status.textContent = "";
    if (chosen.length) location.replace(links[chosen[0]].href);
    return;
  }
  if (shown !== location.search) return; // another choice came in between
  if (links.length) refine(chosen);
  if (sorting) sort(column, direction);
}

/** Ask for something by the address, which is that of the first page. */
function go(query) {
  const address = `${first}?${query}`.replace(/\?$/, "");
  if (first !== location.pathname) return location.assign(address);
  history.pushState(null, "", address);
  return apply();
}

facets?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!links.length || !link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { facet, word } = link.dataset;
  const query = new URLSearchParams(location.search);
  if (!facet) for (const one of links) query.delete(one.dataset.facet);
  else if (query.get(facet) === word) query.delete(facet);
  else query.set(facet, word);
  go(query);
});

heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const query = new URLSearchParams(location.search);
    query.set(sorting.dataset.word, `${head.getAttribute("aria-sort") === "ascending" ? "-" : ""}${names[column]}`);
    go(query);
  });
});

read();
addEventListener("popstate", () => location.search !== shown && apply()); // not for anchors
if (first === location.pathname && location.search) {
  if (facets && asked().chosen.length) facets.open = true;
  apply();
}
