// Opens the search: over any page, in a dialog that dialog.js makes once somebody wants it; on the search page, in its place.

import "./pictures.js";

const IN_PLACE = document.querySelector("main .finder");
const LANGUAGE = document.documentElement.lang;
const forms = [...document.querySelectorAll("form.search")];
// The promise of each form's overlay, once someone wants it.
const overlays = new Map();

const load = () => import("./search.js");

/** The overlay of a form: its dialog, and a function that asks it for something. */
function overlay(form) {
  if (!overlays.has(form)) {
    const parts = Promise.all([import("./dialog.js"), load()]);
    overlays.set(form, parts.then(([{ prepared }, { start }]) => prepared(form, `over-${forms.indexOf(form)}`, start)));
    overlays.get(form).catch(() => overlays.delete(form));
  }
  return overlays.get(form);
}

/** Open the overlay with what is typed in the form, unless the reader has gone elsewhere in the meantime. */
async function open(form) {
  const from = document.activeElement;
  const { dialog, ask } = await overlay(form);
  if (dialog.open || document.activeElement !== from) return;
  dialog.showModal();
  ask(form.elements.q.value);
  form.elements.q.value = "";
}

/** Fetch a file for who will want it: what comes for a script to run would otherwise wait for the script. */
function preload(href) {
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href }));
}

/** The search page needs no overlay; until someone wants to search it needs no more than this either. */
function inPlace() {
  const field = IN_PLACE.querySelector("input");
  const asked = new URLSearchParams(location.search);
  const begin = async () => {
    for (const name of [`start.${LANGUAGE}.json`, `wasm.${LANGUAGE}.pagefind`]) preload(`${IN_PLACE.dataset.bundle}${name}`);
    (await load()).start(IN_PLACE, asked);
  };
  // Who came by the search button of another page.
  if (asked.has("q") && !asked.get("q")) field.focus();
  const some = [...asked.values()].some(Boolean);
  IN_PLACE.classList.toggle("asked", some);
  if (some || document.activeElement === field) begin();
  else field.addEventListener("focus", begin, { once: true });
}

function everywhere(form) {
  const field = form.elements.q;
  // Typing in it opens one.
  field.setAttribute("aria-haspopup", "dialog");
  form.addEventListener("focusin", () => overlay(form).catch(() => {}), { once: true });
  field.addEventListener("click", () => open(form).catch(() => {}));
  field.addEventListener("input", (event) => event.isComposing || open(form).catch(() => {}));
  form.addEventListener("submit", (event) => {
    // Enter leads to the search page.
    if (field.value.trim()) return;
    event.preventDefault();
    open(form).catch(() => form.submit());
  });
}

/** Ctrl or ⌘ with K, wherever it does not mean something to what is being typed in. */
function shortcut(event) {
  if (event.key?.toLowerCase() !== "k" || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.defaultPrevented || (typing && !typing.closest("form.search, .finder"))) return;
  event.preventDefault();
  const shown = document.querySelector("dialog[open] input[name=q]") ?? (IN_PLACE && forms[0].elements.q);
  if (!shown) return void open(forms[0]).catch(() => forms[0].submit());
  shown.focus();
  shown.select();
}

if (IN_PLACE) inPlace();
else forms.forEach(everywhere);
if (forms.length) {
  const apple = /mac|iphone|ipad/i.test(navigator.platform);
  const hint = forms[0].querySelector("kbd");
  forms[0].elements.q.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
  hint.dataset.keys = apple ? "⌘ K" : "Ctrl K";
  addEventListener("keydown", shortcut);
}
