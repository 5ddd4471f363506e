// What must hold on every page, whatever it shows.

import axe from "axe-core";

/** Pictures that did not come. */
export function missingPictures() {
  return [...document.images]
    .filter((image) => image.getAttribute("src") && (!image.complete || image.naturalWidth === 0))
    .map((image) => `missing picture: ${image.getAttribute("src")}`);
}

/** Formulas that MathJax did not set, or could not. Code may have dollars. */
export function rawFormulas() {
  const notProse = "script, style, code, .tt, pre, .fragment, .MathJax, .MJX_Assistive_MathML";
  const raw = /\$|\\[a-zA-Z]+\{|\\[([]/;
  const complaints = [...document.querySelectorAll(".MathJax_Error, .merror")].map((e) => `formula: ${e.textContent}`);
  const walker = document.createTreeWalker(document.querySelector(".contents") ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(notProse) || !raw.test(node.data)) continue;
    complaints.push(`raw formula: ${node.data.trim().slice(0, 60)}`);
  }
  return complaints;
}

/** A page that is wider than the window. */
export function sidewaysScrolling() {
  const scrollers = [document.documentElement, document.querySelector("#doc-content")].filter(Boolean);
  return scrollers
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .map((element) => `scrolls sideways: ${element.id || "page"}, ${element.scrollWidth} in ${element.clientWidth}`);
}

/** What axe-core looks at again where a page has another width or other colours. */
export const looks = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

/** What axe-core calls serious or critical, by the rules that are named or by all. */
export async function accessibility(page, rules = []) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((rules) => {
    for (const animation of document.getAnimations()) animation.finish(); // colours are on their way
    const only = rules.length > 0 ? { runOnly: rules } : {};
    return axe.run(document, { resultTypes: ["violations"], preload: false, ...only });
  }, rules);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0].target.join(" ")}  ${nodes[0].any[0]?.message ?? ""}`);
}
