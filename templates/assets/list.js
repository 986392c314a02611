// A list that is refined and sorted in place, once somebody wants it: refine.js comes when the filters are pointed at or have
// the focus, and does what the links of parts/filters.html and the heads of register-table.html say. Where it does not come
// they are plain links. The search of every page comes with this: one request less.

import "./overlay.js";
import { answered } from "./waiting.js";

const main = document.querySelector("main");
const filters = main.querySelector(".refining");
const { list, index: source } = filters.dataset;
const folds = [...filters.querySelectorAll(".choices")];

// The address of a choice says what it is: of the list, by a facet, the word.
for (const link of filters.querySelectorAll(".line li > a")) {
  const [facet, word] = link.pathname.slice(list.length).split("/");
  Object.assign(link.dataset, { facet, word });
}

const refining = () => import("./refine.js");
const isWhole = () => source && location.pathname === list;
const isPlain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

/** Whether a link says what to show in this page: the file of what is shown is cut here only where the address asks for a part. */
function refines({ dataset: { facet, all, order, form } }) {
  if (form) return isWhole() && location.search;
  return all === undefined ? facet || order : isWhole();
}

/** Close a fold, whose words then have the focus. */
function close(fold) {
  if (!fold) return;
  fold.open = false;
  fold.querySelector("summary").focus();
}

main.addEventListener("click", async (event) => {
  const link = event.target.closest(".refining a[href], a[data-order]");
  if (!link || !isPlain(event) || !refines(link)) return;
  event.preventDefault();
  if (!link.dataset.form) close(link.closest(".choices"));
  try {
    (await refining()).follow(link);
  } catch {
    location.assign(link.href);
  }
});
for (const coming of ["pointerover", "focusin"]) filters.addEventListener(coming, () => refining().catch(() => {}), { once: true });

// A fold closes by Esc and by a click elsewhere.
addEventListener("click", ({ target }) => {
  for (const fold of folds) if (!fold.contains(target)) fold.open = false;
});
filters.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close(event.target.closest(".choices[open]"));
});

// A facet that has more choices than the page shows is searched.
for (const link of filters.querySelectorAll(".whole a")) {
  const panel = link.closest(".choices > div");
  const choices = panel.querySelector("ul");
  const field = Object.assign(document.createElement("input"), { type: "search", placeholder: link.textContent });
  field.setAttribute("aria-label", link.textContent);
  const first = [...choices.children];
  const { facet } = first[0].firstElementChild.dataset;
  choices.before(field);
  field.addEventListener("input", async () => {
    const wanted = field.value.trim().toLowerCase();
    const known = wanted && (await (await fetch(source || `${list}choices.json`)).json()).choices;
    if (field.value.trim().toLowerCase() !== wanted) return;
    const found = (known || []).filter(([of, , label]) => of === facet && label.toLowerCase().includes(wanted));
    choices.replaceChildren(...(wanted ? found.slice(0, first.length).map(([of, word, label]) => choice(of, word, label)) : first));
  });
}

function choice(facet, word, label) {
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: `${list}?${new URLSearchParams([[facet, word]])}` });
  Object.assign(link.dataset, { facet, word });
  link.append(`${label} `, document.createElement("b"));
  item.append(link);
  return item;
}

// Only with scripts has a part of the list files of its own: the style sheet keeps their room until then.
filters.querySelector(".toolbar > a")?.removeAttribute("inert");

if (isWhole() && location.search) refining().then(({ apply }) => apply()).catch(() => {}).finally(answered);
else answered();
