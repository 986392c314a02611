/** Show what the address asks for: until then the page waits (base.html, styles/waiting.css). */
export const answered = () => delete document.documentElement.dataset.waiting;
