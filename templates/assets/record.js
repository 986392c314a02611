// What can be done with a page: copy its address or how it is cited, share it, open the row that an address names.

import "./overlay.js";

const FOR_A_MOMENT = 2000; // milliseconds that a button says that it has copied
const PHONE = "(pointer: coarse)";

function button(text, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
}

/** A button that copies what `said` gives, and says so for a moment. */
function copier(text, done, said) {
  const made = button(text, async () => {
    await navigator.clipboard.writeText(said());
    made.textContent = done;
    setTimeout(() => (made.textContent = text), FOR_A_MOMENT);
  });
  made.ariaLive = "polite";
  return made;
}

/** The link to the page becomes a button that copies it; where there is a sheet to share with, another opens that. */
function address(tools) {
  const link = tools.querySelector(".address");
  const { copy, share } = link.dataset;
  const url = document.querySelector("link[rel=canonical]")?.href ?? link.href;
  if (navigator.share && matchMedia(PHONE).matches) {
    link.before(button(share, () => navigator.share({ title: document.title, url }).catch(() => {}))); // who closes the sheet shares nothing
  }
  link.replaceWith(copier(copy, tools.querySelector(".citation").dataset.done, () => url));
}

/** Each form of the citation has a button below it. */
function citation({ dataset, children }) {
  for (const entry of [...children].filter((one) => one.matches(".cite"))) {
    const made = copier(dataset.copy, dataset.done, () => entry.textContent);
    const form = entry.previousElementSibling;
    if (form.matches(".form")) made.title = `${dataset.copy}: ${form.textContent}`;
    entry.after(made);
  }
}

/** The row of an edition opens where its address leads to it. */
function opened() {
  const row = document.getElementById(location.hash.slice(1));
  if (row?.matches("details")) row.open = true;
}

opened();
window.addEventListener("hashchange", opened);

// What a page that is not safe to write from may not copy, its reader does.
if (navigator.clipboard) {
  for (const tools of document.querySelectorAll(".tools")) address(tools);
  for (const one of document.querySelectorAll(".citation")) citation(one);
}
