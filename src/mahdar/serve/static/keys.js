// Keys for those who read all day; every page is whole without them. The page /keys tells them.
(() => {
  const lines = () => [...document.querySelectorAll("[data-line]")];
  const current = () => document.querySelector("[data-line].at");
  const go = (step) => {
    const all = lines();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    all.forEach((one) => one.classList.toggle("at", one === next));
    const link = next.querySelector("a[href]") || next;
    link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  const open = (selector) => document.querySelector(selector)?.click();
  const keys = {
    "/": () => document.querySelector("main input[type=search], #quick")?.focus(),
    j: () => go(1),
    k: () => go(-1),
    o: () => current()?.querySelector("a[href]")?.click(),
    n: () => open("a[rel=next]"),
    p: () => open("a[rel=prev]"),
    h: () => open(".wordmark"),
    "?": () => open("a[data-keys]"),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "Escape" && typing) typing.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
})();
