// Composes a dossier: once the form is opened, its questions are filled from the file of the page, and what answers is
// shown as tables, one a kind. What is asked stands in the address. The search of every page comes with it.

import "./overlay.js";
import { commaSeparated } from "./comma-separated.js";
import { select } from "./selection.js";
import { answered } from "./waiting.js";

const composer = document.querySelector(".composer");
const form = composer.querySelector("form");
const [asked, status, composed, undated, note] = [".asked", ".count", ".composed", ".undated", ".day"].map((one) => composer.querySelector(one));
const pattern = composer.querySelector("template").content;
const head = [...pattern.querySelectorAll("th")].map(({ textContent }) => textContent);
const choices = [...form.querySelectorAll("select")];
const { dataset } = composer;
const format = new Intl.NumberFormat(document.documentElement.lang).format;
const GAP = "–";
let known; // the promise of what the file says
let rows = []; // of the table that is shown, as texts

const make = (tag, settings, ...inner) => {
  const made = Object.assign(document.createElement(tag), settings);
  made.append(...inner);
  return made;
};
const linked = (text, href, lang) => make(href ? "a" : "span", { ...(href && { href }), ...(lang && { lang }) }, text);
const unknown = () => make("span", { className: "unknown" }, GAP);
const between = (parts) => parts.flatMap((part, at) => (at ? [", ", part] : [part]));

/** Fill the questions from the file, and ask what the address asks. */
async function begin() {
  const answer = await fetch(dataset.index);
  if (!answer.ok) throw new Error(answer.status);
  const data = await answer.json();
  for (const choice of choices) {
    const given = data.questions[choice.name].map(([value, text, lang]) => make("option", { value, ...(lang && { lang }) }, text));
    choice.append(...given);
    choice.parentElement.hidden = !given.length;
  }
  for (const field of form.querySelectorAll("select, input")) fill(field, new URLSearchParams(location.search).get(field.name) ?? "");
  form.hidden = false;
  return data;
}

/** Give a question the answer of the address; one that no record gives is asked all the same, and has no records. */
function fill(field, value) {
  const offered = [...(field.options ?? [])].some((option) => option.value === value);
  if (field.options && !offered) field.append(make("option", { value }, value));
  field.value = value;
}

/** What the form asks. */
function questions() {
  const days = new FormData(form);
  const chosen = choices.map(({ name, value }) => [name, value ? [value] : []]);
  return { ...Object.fromEntries(chosen), ...Object.fromEntries([...form.querySelectorAll("input")].map(({ name }) => [name, days.get(name)])) };
}

/** Show what answers to the form. */
async function compose() {
  let data;
  try {
    data = await (known ??= begin());
  } catch {
    known = undefined;
    status.textContent = dataset.failed;
    return;
  }
  const asking = questions();
  const filled = [...form.querySelectorAll("select, input")].filter(({ value }) => value);
  const wrong = asking.since && asking.until && asking.since > asking.until;
  const { found, ...apart } = filled.length && !wrong ? select(data, asking) : { found: [] };
  const told = found.map((number) => data.records[number]);
  history.replaceState(null, "", `${location.pathname}?${new URLSearchParams(filled.map(({ name, value }) => [name, value]))}`.replace(/\?$/, ""));
  asked.textContent = filled.map((one) => `${one.parentElement.firstChild.textContent.trim()}: ${said(one)}`).join(" · ");
  status.textContent = wrong ? dataset.order : !filled.length ? dataset.ask : counted(found.length);
  composed.replaceChildren(...data.questions.kind.flatMap(([folder, label]) => table(label, told.filter(([kind]) => kind === folder), data, asking)));
  undated.replaceChildren(...Object.entries(apart).flatMap(([name, numbers]) => sentence(dataset[name], numbers.map((number) => linked(...data.records[number].slice(2, 5))))));
  const labels = new Map(data.questions.kind);
  rows = told.map((record) => line(record, data, asking, labels));
  form.elements.print.disabled = form.elements.csv.disabled = !told.length;
  note.hidden = !told.length;
}

const said = (one) => (one.selectedOptions ? one.selectedOptions[0].textContent : new Date(`${one.value}T12:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }));
const counted = (number) => (number ? (number === 1 ? dataset.one : dataset.other.replace("{number}", format(number))) : dataset.none);

/** Who acts in a record besides the partner that was asked for, who knows. */
const others = (record, data, { partner }) => record.at(-1).map((at) => data.acting[at]).filter(([id]) => !partner.includes(id));

/** The records of a kind under its heading, as the table of the page's template. */
function table(label, records, data, asking) {
  if (!records.length) return [];
  const made = pattern.cloneNode(true).querySelector("table");
  made.caption.textContent = label;
  made.tBodies[0].append(...records.map((record) => row(record, data, asking)));
  return [make("section", { className: "block" }, make("div", { className: "head" }, make("h2", {}, label)), made)];
}

function row(record, data, asking) {
  const who = between(others(record, data, asking).map(([, ...piece]) => linked(...piece)));
  const cells = [who, ...record.slice(5, 8).map((text) => (text ? [text] : []))];
  const told = cells.map((cell, at) => {
    const made = make("td", {}, ...(cell.length ? cell : [unknown()]));
    made.dataset.label = head[at + 1];
    return made;
  });
  return make("tr", {}, make("th", { scope: "row" }, linked(...record.slice(2, 5))), ...told);
}

/** What is said of records of which dates are not known, the records in its gap. */
function sentence(said, records) {
  if (!records.length) return [];
  const [before, after] = said.split("{records}");
  return [make("p", {}, before, ...between(records), after)];
}

/** A record as a line of the file. */
function line(record, data, asking, labels) {
  const [folder, id, title, href] = record;
  const who = others(record, data, asking).map(([, text]) => text).join(", ");
  return [`${folder}/${id}`, labels.get(folder), title, who, ...record.slice(5, 8), href && new URL(href, location.href).href];
}

function download() {
  const named = ["id", dataset.kind, ...head, dataset.link];
  const file = new Blob([commaSeparated([named, ...rows])], { type: "text/csv" });
  const given = make("a", { href: URL.createObjectURL(file), download: "dossier.csv" });
  given.click();
  URL.revokeObjectURL(given.href);
}

composer.addEventListener("toggle", () => composer.open && compose().finally(answered));
form.addEventListener("change", compose);
form.addEventListener("reset", () => setTimeout(compose));
form.addEventListener("submit", (event) => event.preventDefault());
form.elements.print.addEventListener("click", () => print());
form.elements.csv.addEventListener("click", download);
composer.querySelector(".plain").hidden = true;
if (location.search) composer.open = true;
