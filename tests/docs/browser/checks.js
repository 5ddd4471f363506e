// What must hold on every page, whatever it shows.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Pictures that did not come. Scripts add some after the page has loaded: decode() waits for those. */
export async function missingPictures() {
  const pictures = [...document.images].filter((image) => image.getAttribute("src"));
  const arrivals = await Promise.allSettled(pictures.map((image) => image.decode()));
  return pictures
    .filter((_, index) => arrivals[index].status === "rejected")
    .map((image) => `missing picture: ${image.getAttribute("src")}`);
}

/** Formulas that were not set when the site was built, or that the filter did not take for one. Code may have dollars. */
export function rawFormulas() {
  const notProse = "script, style, code, .tt, pre, .fragment, .formula";
  const raw = /\$|\\[a-zA-Z]+\{|\\[([]/;
  const complaints = [...document.querySelectorAll(".formula")]
    .filter((formula) => !formula.querySelector(".katex-html, math"))
    .map((formula) => `raw formula: ${formula.textContent}`);
  const walker = document.createTreeWalker(document.querySelector(".contents") ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(notProse) || !raw.test(node.data)) continue;
    complaints.push(`raw formula: ${node.data.trim().slice(0, 60)}`);
  }
  return complaints;
}

/** Formulas in a line of text that reach out of their paragraph. Those of their own line can be scrolled. */
export function cutFormulas() {
  const paragraph = (element) => element.closest("p, li, td, th, dd, h1, h2, h3, h4, div, summary");
  const right = (element) => element.getBoundingClientRect().right;
  return [...document.querySelectorAll("span.formula")]
    .filter((formula) => formula.checkVisibility() && right(formula) > right(paragraph(formula)) + 1)
    .map((formula) => `cut formula: ${formula.querySelector("annotation")?.textContent ?? formula.textContent}`);
}

/** A page that is wider than the window. */
export function sidewaysScrolling() {
  const scrollers = [document.documentElement, document.querySelector("#doc-content")].filter(Boolean);
  return scrollers
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => `scrolls sideways: ${element.id || "page"}, ${element.scrollWidth} in ${element.clientWidth}`);
}

/** The rules of axe-core that ask about colours; no other cares for the theme. */
const ofColours = ["color-contrast", "link-in-text-block"];
/** The rule that asks about width; no other does, as long as all that a wide window shows is looked at. */
const ofWidth = ["scrollable-region-focusable"];

/** What axe-core calls serious or critical. */
async function accessibility(page, options) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (options) => axe.run(document, { resultTypes: ["violations"], preload: false, ...options }),
    options,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0].target.join(" ")}  ${nodes[0].any[0]?.message ?? ""}`);
}

/** By all rules but those of colours. */
export function barriers(page) {
  const rules = Object.fromEntries(ofColours.map((id) => [id, { enabled: false }]));
  return accessibility(page, { rules });
}

/** By what may change with the width of the window. */
export const barriersOfWidth = (page) => accessibility(page, { runOnly: ofWidth });

/** In the page: all that the rules of colours depend on, once for each way in which a text is set. */
function waysOfText() {
  for (const animation of document.getAnimations()) animation.finish(); // colours are on their way
  const grounds = new Map([[null, ""]]);
  const groundOf = (element) => {
    if (!grounds.has(element)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
      const seen = own === "rgba(0, 0, 0, 0) none 1";
      grounds.set(element, seen ? groundOf(element.parentElement) : `${own} on ${groundOf(element.parentElement)}`);
    }
    return grounds.get(element);
  };
  const ways = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === "" || !element.checkVisibility({ checkVisibilityCSS: true })) continue;
    const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element);
    const around = element.closest("a")?.parentElement; // a link must differ from the text that it stands in
    const beside = around ? `link in ${getComputedStyle(around).color}` : "";
    ways.add([color, fontSize, fontWeight, textDecorationLine, textShadow, beside, groundOf(element)].join("; "));
  }
  return [...ways];
}

/** By the rules of colours; not again where every text is set in a way that is known to be readable. */
export async function unreadable(page, known) {
  const ways = await page.evaluate(waysOfText);
  if (ways.every((way) => known.has(way))) return [];
  const found = await accessibility(page, { runOnly: ofColours });
  if (found.length === 0) ways.forEach((way) => known.add(way));
  return found;
}
