// What a page can do once it is there: switch the theme, copy code, be scrolled by the keyboard wherever it scrolls.

/** Switch between light and dark, and remember it where the browser lets us. */
function switchTheme() {
  const dark = document.documentElement.classList.toggle("dark-mode");
  try {
    localStorage.setItem("theme", dark ? "dark" : "light");
  } catch {
    // A browser may refuse a page that was opened from a folder. Then the theme holds for this page.
  }
  nameTheme();
}

/** The theme that the reader chose, if they chose one. */
function chosenTheme() {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
}

/** The button says what it is about to do. */
function nameTheme() {
  const dark = document.documentElement.classList.contains("dark-mode");
  document.getElementById("theme").setAttribute("aria-label", dark ? "Switch to light" : "Switch to dark");
}

/** The button for the theme, and the system's own wish as long as nobody has used it. */
function startTheme() {
  const button = document.getElementById("theme");
  button.hidden = false;
  button.addEventListener("click", switchTheme);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    if (chosenTheme() === null) document.documentElement.classList.toggle("dark-mode", matches);
    nameTheme();
  });
  nameTheme();
}

const icons = {
  copy: "M9 9h10v11H9zM6 15H4V4h10v2",
  done: "M5 13l5 5L20 7",
};

/** A line drawing for a button. */
function icon(name) {
  return (
    '<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ' +
    `stroke-linejoin="round" aria-hidden="true"><path d="${icons[name]}"/></svg>`
  );
}

/** Put a text on the clipboard. */
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea"); // an older browser, or a page that came without encryption
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

/** Say on a button what came of it, for a moment. */
function say(button, words, name) {
  button.setAttribute("aria-label", words);
  button.title = words;
  button.innerHTML = icon(name);
}

/** A button that copies a block of code. */
function addCopyButton(block) {
  const button = document.createElement("button");
  const rest = () => say(button, "Copy this", "copy");
  button.type = "button";
  button.addEventListener("click", async () => {
    const lines = [...block.querySelectorAll(".line")].map((line) => line.textContent);
    const text = lines.length > 0 ? lines.join("\n") + "\n" : block.querySelector(".fragment").textContent;
    await copy(text.replace(/\u00A0/g, " "));
    say(button, "Copied", "done");
    window.setTimeout(rest, 2000);
  });
  rest();
  block.append(button);
}

/** What scrolls sideways can be scrolled with the arrow keys only where it can have the focus. */
function reachWhatScrolls() {
  for (const element of document.querySelectorAll(".fragment, .picture, .table, div.formula, .memproto")) {
    const scrolls = element.scrollWidth > element.clientWidth + 1;
    if (scrolls) element.setAttribute("tabindex", "0");
    else element.removeAttribute("tabindex");
  }
}

/** The sidebar shows where one is, however long it is. */
function showWhereOneIs() {
  const current = document.querySelector('#sidebar [aria-current="page"], #sidebar li.here > a');
  const sidebar = document.getElementById("sidebar");
  if (!current || sidebar.scrollHeight <= sidebar.clientHeight) return;
  sidebar.scrollTop = Math.max(0, current.offsetTop + (current.offsetParent?.offsetTop ?? 0) - sidebar.clientHeight / 2);
}

/** The list of a page's sections marks the one that one reads: the last whose heading has passed the upper third. */
function markSection() {
  const links = [...document.querySelectorAll(".toc a")];
  const sections = links.map((link) => document.getElementById(link.hash.slice(1)));
  const passed = (section) => section !== null && section.getBoundingClientRect().top < window.innerHeight / 3;
  const here = sections.findLastIndex(passed);
  links.forEach((link, i) => link.classList.toggle("here", i === here));
}

/** Mark the section anew after each scroll, at most once for each time that the window is drawn. */
function followSections() {
  let waiting = false;
  window.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      markSection();
    });
  }, { passive: true });
}

/** A link to a place within a fold opens the fold. */
function openFoldOfTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
}

startTheme();
document.querySelectorAll(".listing").forEach(addCopyButton);
reachWhatScrolls();
showWhereOneIs();
followSections();
openFoldOfTarget();
window.addEventListener("resize", reachWhatScrolls);
window.addEventListener("load", reachWhatScrolls);
window.addEventListener("hashchange", openFoldOfTarget);
document.addEventListener("toggle", reachWhatScrolls, true);
