// What the theme leaves open: switching its parts on, and letting the keyboard reach them.

const ready = (work) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => window.setTimeout(work));
  else window.setTimeout(work);
};

// Newer Doxygen comes without jQuery, of which the theme's parts want these three things.
window.$ ??= (what) =>
  typeof what === "function" ? ready(what) : { ready, resize: (work) => window.addEventListener("resize", work) };

// The parts of doxygen-awesome-css, where it is installed.
if (typeof DoxygenAwesomeDarkModeToggle !== "undefined") {
  DoxygenAwesomeDarkModeToggle.init();
  DoxygenAwesomeFragmentCopyButton.init();
  DoxygenAwesomeInteractiveToc.init();
}

// Its buttons are made for the mouse: give them a name, a place in the tab order, and the two keys.
const buttons = {
  "doxygen-awesome-dark-mode-toggle": "Switch between light and dark",
  "doxygen-awesome-fragment-copy-button": "Copy this",
};

function makeButton(element) {
  element.setAttribute("role", "button");
  element.setAttribute("tabindex", "0");
  element.setAttribute("aria-label", buttons[element.localName]);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    element.click();
  });
}

// Doxygen's search fields say what they are to the eye alone.
function nameSearchFields() {
  for (const field of document.querySelectorAll('#MSearchField, .left > input[type="text"]')) {
    if (!field.hasAttribute("aria-label")) field.setAttribute("aria-label", "Search");
  }
}

// They come when it suits them, some after the page is complete, some anew with every width. So do the search fields, and the
// arrows of the sidebar, which want names.
new MutationObserver(() => {
  for (const name of Object.keys(buttons)) document.querySelectorAll(`${name}:not([role])`).forEach(makeButton);
  for (const arrow of document.querySelectorAll('#nav-tree a:has(> .arrow):not([aria-label])'))
    arrow.setAttribute("aria-label", "Fold or unfold");
  nameSearchFields();
}).observe(document, { childList: true, subtree: true });

// What scrolls sideways can be scrolled with the arrow keys only where it can have the focus.
function reachWhatScrolls() {
  const scrollers = ".fragment, .MathJax_Display, .memproto, table.markdownTable, table.markdownTable > tbody";
  for (const element of document.querySelectorAll(scrollers)) {
    if (element.scrollWidth > element.clientWidth) element.setAttribute("tabindex", "0");
    else element.removeAttribute("tabindex");
  }
}

// Doxygen folds its whole tree up on a page that is not in it.
function openTheTree() {
  const arrow = document.querySelector("#nav-tree-contents > ul > li > .item .arrow");
  if (arrow?.textContent === "\u25BA") arrow.parentElement.click();
}

window.addEventListener("load", () => window.setTimeout(openTheTree, 300));

ready(() => {
  reachWhatScrolls();
  window.addEventListener("resize", reachWhatScrolls);
  if (window.MathJax) MathJax.Hub.Queue(reachWhatScrolls);
});
