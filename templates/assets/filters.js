// The boxes of the filters, with how many results each would leave; the search makes them from what its index knows.

export class Filters {
  /** `element` holds a fieldset for each filter; `copy` makes the label of a box; numbers are said by `format`. */
  constructor(element, copy, format) {
    Object.assign(this, { element, copy, format });
  }

  get boxes() {
    return [...this.element.querySelectorAll("input")];
  }

  /** Make the boxes of every filter that has a choice; those of `asked` are ticked. Who `waits` shows them with its results. */
  offer(known, asked, language, waits) {
    const inOrder = new Intl.Collator(language).compare;
    for (const group of this.element.querySelectorAll("fieldset")) {
      const name = group.dataset.filter;
      const values = Object.keys(known[name] ?? {}).sort(inOrder);
      for (const value of values.length > 1 ? values : []) {
        const label = this.copy();
        const checked = asked.getAll(name).includes(value);
        Object.assign(label.querySelector("input"), { name, value, checked });
        label.querySelector(".value").textContent = value;
        group.append(label);
      }
    }
    if (!waits) this.count(known);
    this.element.open = matchMedia("(min-width: 48rem)").matches || this.boxes.some((box) => box.checked);
  }

  /** Show how many results each box would leave; a box that would leave none goes, unless it is ticked. */
  count(counts) {
    for (const box of this.boxes) {
      const left = counts[box.name]?.[box.value] ?? 0;
      const label = box.closest("label");
      label.querySelector(".number").textContent = this.format(left);
      label.hidden = !left && !box.checked;
    }
    const groups = [...this.element.querySelectorAll("fieldset")];
    for (const group of groups) group.hidden = !group.querySelector("label:not([hidden])");
    this.element.hidden = groups.every((group) => group.hidden);
  }

  /** The values ticked by the name of their filter. */
  get ticked() {
    const chosen = {};
    for (const { checked, name, value } of this.boxes) if (checked) (chosen[name] ??= []).push(value);
    return chosen;
  }

  clear() {
    for (const box of this.boxes) box.checked = false;
  }
}
