// The marks of a picture are one stop for Tab; the arrows go from one to the next.

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const marksOf = (picture) => [...picture.querySelectorAll("a:not([aria-hidden])")];

for (const picture of document.querySelectorAll(".marks")) {
  for (const mark of marksOf(picture).slice(1)) mark.setAttribute("tabindex", "-1");
}

addEventListener("keydown", (event) => {
  const { key, target } = event;
  const picture = target.closest?.(".marks");
  if (!picture || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const marks = marksOf(picture);
  const next = marks[{ Home: 0, End: marks.length - 1 }[key] ?? marks.indexOf(target.closest("a")) + STEPS[key]];
  if (!next) return;
  event.preventDefault();
  for (const mark of marks) mark.setAttribute("tabindex", mark === next ? "0" : "-1");
  next.focus();
});
