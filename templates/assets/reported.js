// On the page on reports, the page that one is about. The search of every page comes with this: one request less.

import "./overlay.js";
import { answered } from "./waiting.js";

/** The page that a report is about, by its own name: only one of this site, whatever the address says. */
async function about(line) {
  const asked = new URL(new URLSearchParams(location.search).get("about") ?? "", location.origin);
  if (asked.origin !== location.origin || asked.pathname === "/") return;
  const answer = await fetch(asked);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const link = line.querySelector("a");
  link.href = asked.href;
  link.textContent = page.querySelector("h1")?.textContent ?? asked.pathname;
  line.hidden = false;
}

about(document.querySelector(".reported")).catch(() => {}).finally(answered);
