// Makes the dialog in which one searches over a page, from the search page: its form, its words, its style sheet.

// Milliseconds before a search page that does not come is given up.
const PATIENCE = 5000;

/** A style sheet, once the page has its rules. */
const loaded = (link) => new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));

/** The dialog of a form, whose field has the id `name`, and a function that asks it for something; `start` is that of search.js. */
export async function prepared(form, name, start) {
  const answer = await fetch(form.action, { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`${form.action}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const finder = document.adoptNode(page.querySelector("main .finder"));
  const dialog = document.adoptNode(finder.querySelector("template.overlay").content.firstElementChild);
  const field = finder.querySelector("input");
  field.id = finder.querySelector("label").htmlFor = name;
  finder.querySelector("noscript").remove();
  finder.querySelector(".whole").hidden = false;
  dialog.lang = page.documentElement.lang;
  dialog.append(finder);
  const styled = loaded(dialog.querySelector("link"));
  document.body.append(dialog);
  await styled;
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest(".close")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    // Before the browser empties the field instead.
    event.preventDefault();
    dialog.close();
  });
  // Nothing of the index is loaded before it opens.
  let begin = null;
  const ask = (query) => (begin ??= start(finder, new URLSearchParams()))(query);
  return { dialog, ask };
}
