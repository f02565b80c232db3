(() => {
  "use strict";
  const root = document.documentElement;
  const main = document.querySelector("main");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const on = (target, event, action, capture) => target.addEventListener(event, action, capture);
  // Whoever writes an address may write one that stands for no text.
  const anchor = (hash) => { try { return decodeURIComponent(hash.slice(1)); } catch { return ""; } };

  // Light or dark: what the reader chose before, else what the system says.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = document.getElementById("page:theme");
  const remembered = (value) => {
    try {
      if (value) localStorage.setItem("theme", value);
      return localStorage.getItem("theme");
    } catch { return null; }
  };
  const setTheme = (value) => { if (value === "dark" || value === "light") root.dataset.theme = value; };
  setTheme(remembered());
  theme.hidden = false;
  on(theme, "click", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    setTheme(remembered(now === "dark" ? "light" : "dark") || (now === "dark" ? "light" : "dark"));
  });

  // The contents are open beside the text, and folded above it.
  const contents = document.querySelector(".contents details");
  const wide = matchMedia("(min-width: 76rem)");
  const place = () => { contents.open = wide.matches; };
  if (contents) { place(); on(wide, "change", place); }

  // All sources at once.
  const sources = all("details.source");
  const fold = document.getElementById("page:fold");
  const anyOpen = () => sources.some((source) => source.open);
  const name = () => { fold.textContent = anyOpen() ? fold.dataset.fold : fold.dataset.unfold; };
  if (sources.length > 1) {
    fold.hidden = false;
    name();
    on(fold, "click", () => {
      const open = !anyOpen();
      for (const source of sources) source.open = open;
      name();
    });
    for (const source of sources) on(source, "toggle", name);
  }

  // A button that copies a cell's source.
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  for (const line of all(".cell > .place")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = main.dataset.copy;
    on(button, "click", async () => {
      await copy(line.parentElement.querySelector(".source code").textContent);
      button.textContent = main.dataset.copied;
      setTimeout(() => { button.textContent = main.dataset.copy; }, 1500);
    });
    line.append(button);
  }

  // What scrolls sideways can be scrolled by the keyboard. What is folded is not measured: that would lay it out.
  const scrolling = all("pre, .scroll, .drawing, .metrics, main > table, math[display=block]");
  const reach = () => {
    for (const box of scrolling) {
      if (box.closest("details:not([open])")) continue;
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0; else box.removeAttribute("tabindex");
    }
  };
  reach();
  on(window, "resize", reach);
  on(document, "toggle", reach, true);

  // A link into a fold opens it.
  const reveal = () => {
    const target = document.getElementById(anchor(location.hash));
    const folded = target && target.closest("details:not([open])");
    if (folded) { folded.open = true; target.scrollIntoView(); }
  };
  reveal();
  on(window, "hashchange", reveal);

  // The contents show where the reader is.
  const links = new Map(all(".contents a").map((link) => [anchor(link.hash), link]));
  const headings = all("h1[id], h2[id], h3[id]", main).filter((heading) => links.has(heading.id));
  let current = null;
  const follow = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.25);
    const link = passed.length ? links.get(passed[passed.length - 1].id) : null;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    if (link) link.setAttribute("aria-current", "true");
    current = link;
    if (link && wide.matches) link.scrollIntoView({ block: "nearest" });
  };
  let waiting = false;
  on(window, "scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  });
  follow();

  // Paper has no folds to open: what is folded but not code is printed in full.
  let opened = [];
  on(window, "beforeprint", () => {
    opened = all("details:not([open]):not(.chapter-source)").filter((fold) => fold.matches(".more"));
    for (const fold of opened) fold.open = true;
  });
  on(window, "afterprint", () => { for (const fold of opened) fold.open = false; });
})();
