// Keeps a page of the preview up to date: livereload's script says when to ask, this asks what there is now.
(() => {
  "use strict";
  const script = document.currentScript;
  const ours = new URL(".", script.src);
  let asked = 0, panel, shown = "", note = "", first;

  async function ask() {
    const mine = ++asked;
    try {
      const answer = await fetch(new URL("state.json", ours), { cache: "no-store" });
      const now = await answer.json();
      if (mine !== asked) return;
      if (now.build !== script.dataset.build) return location.reload();
      report(now.report);
      search(now);
    } catch { /* the preview has ended: livereload's script goes on asking for it */ }
  }

  function report(html) {
    if (html === shown) return;
    shown = html;
    if (!html) { panel?.remove(); panel = undefined; return; }
    if (!panel) {
      panel = document.createElement("vetrina-preview");
      panel.attachShadow({ mode: "open" });
      document.body.append(panel);
    }
    const styles = document.createElement("link");
    styles.rel = "stylesheet";
    styles.href = new URL("preview.css", ours);
    panel.shadowRoot.innerHTML = html;
    panel.shadowRoot.prepend(styles);
  }

  // What is found may be older than the pages; who has begun to search has loaded the index of that moment.
  function search(now) {
    const renewed = first !== undefined && first !== now.index;
    note = now.search || (renewed ? now.renewed : "");
    search.index = now.index;
    place();
  }

  function place() {
    document.querySelectorAll(".finder .count").forEach((count) => {
      const before = count.previousElementSibling;
      const there = before?.matches(".preview-note") ? before : undefined;
      if (!note) return there?.remove();
      const said = there ?? document.createElement("p");
      said.className = "note preview-note";
      if (said.textContent !== note) said.textContent = note;
      if (!there) count.before(said);
    });
  }

  document.addEventListener("focusin", (event) => {
    if (!event.target.closest?.("[role=search]")) return;
    first ??= search.index;
    place();
  });
  window.LiveReloadPluginPreview = class {
    static identifier = "preview";
    static version = "1";
    reload() { ask(); return true; }
  };
  document.addEventListener("LiveReloadConnect", ask);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  window.addEventListener("pageshow", ask);
  window.addEventListener("online", ask);

  const port = location.port || (location.protocol === "https:" ? 443 : 80);
  function listen() {
    const listener = document.createElement("script");
    listener.src = new URL(`livereload.js?host=${location.hostname}&port=${port}&maxdelay=2000`, ours);
    listener.onerror = () => { listener.remove(); setTimeout(listen, 2000); };
    document.head.append(listener);
  }
  listen();
})();
