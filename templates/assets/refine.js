// Refines a list in place, any facet with any other; all it needs comes from parts/facets.html.

const facets = document.querySelector(".facets");
const nav = facets.parentElement;
const status = nav.querySelector("[role=status]");
const index = JSON.parse(nav.querySelector("script").textContent);
const links = [...facets.querySelectorAll("a[data-facet]")];
const all = facets.querySelector("a:not([data-facet])");
const format = new Intl.NumberFormat(document.documentElement.lang).format;

// Each row, whatever its markup, and the numbers of its choices: a row is around its record's link.
const rows = new Map();
for (const link of document.querySelectorAll("main a[href]")) {
  const row = !nav.contains(link) && link.closest("tr, li");
  const choices = index[link.getAttribute("href")];
  if (row && choices && !rows.has(row)) rows.set(row, new Set(choices));
}
const groups = [...document.querySelectorAll("main :is(.group, tbody)")]
  .map((group) => [group, [...rows.keys()].filter((row) => group.contains(row))])
  .filter(([, members]) => members.length);
let shown = location.search;

const has = (choices, wanted) => wanted.every((one) => choices.has(one));
const visible = (some) => some.filter((row) => !row.hidden).length;
const say = (element, count) => element && (element.textContent = format(count));
const mark = (link, on) => (on ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));

/** The numbers of the choices that the address makes. */
function picked() {
  const query = new URLSearchParams(location.search);
  return links.flatMap(({ dataset }, at) => (query.get(dataset.facet) === dataset.word ? [at] : []));
}

/** Show the rows that the address asks for, and how many each further choice would leave. */
function show() {
  const chosen = picked();
  shown = location.search;
  for (const [row, choices] of rows) row.hidden = !has(choices, chosen);
  for (const [group, members] of groups) {
    const left = visible(members);
    group.hidden = !left;
    say(group.querySelector("h2 b, th[scope=rowgroup] b"), left);
    const way = group.id && document.querySelector(`main a[href="#${group.id}"]`);
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
  const told = { "{number}": format(visible([...rows.keys()])), "{total}": format(rows.size) };
  status.textContent = facets.dataset.counted.replace(/{\w+}/g, (gap) => told[gap]);
}

facets.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { facet, word } = link.dataset;
  const query = new URLSearchParams(facet && location.search);
  if (query.get(facet) === word) query.delete(facet);
  else if (facet) query.set(facet, word);
  history.pushState(null, "", `${location.pathname}?${query}`.replace(/\?$/, ""));
  show();
});
addEventListener("popstate", () => location.search !== shown && show()); // not for anchors

if (picked().length) {
  facets.open = true;
  show();
}
