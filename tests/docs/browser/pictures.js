// Whether the pictures of a page can be read at the width of its window.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const readable = 9; // pixels, the least height of a text

/** In the page: each drawing that came, how wide, and whether what it stands in scrolls and says so. */
function drawingsShown() {
  const shown = [...document.images].filter((image) => image.src.endsWith(".svg") && image.naturalWidth > 0 && image.getBoundingClientRect().width > 0);
  return shown.map((image) => {
    const around = image.closest(".picture, .table, figure") ?? image.parentElement;
    const scrolls = around.scrollWidth > around.clientWidth + 1;
    const cue = getComputedStyle(around, "::after").content !== "none" || around.matches(".table");
    return { address: image.src, width: image.getBoundingClientRect().width, scrolls, saysSo: cue && around.tabIndex === 0 };
  });
}

/** The width of a drawing as it was made, and the smallest of its texts. */
function madeAs(address) {
  const svg = readFileSync(fileURLToPath(address), "utf8");
  const sizes = [...svg.matchAll(/ font-size="([\d.]+)"/g)].map((match) => Number(match[1]));
  return { width: Number(svg.match(/ width="([\d.]+)"/)?.[1]), smallest: Math.min(...sizes) };
}

function complaintsAbout({ address, width, scrolls, saysSo }) {
  const name = address.split("/").slice(-2).join("/");
  const made = madeAs(address);
  const drawn = (made.smallest * width) / made.width;
  return [
    ...(drawn < readable - 0.05 ? [`text in ${name} is ${drawn.toFixed(1)} pixels high`] : []),
    ...(scrolls && !saysSo ? [`no cue for ${name}, which scrolls`] : []),
  ];
}

/** All that cannot be read, as complaints. */
export async function unreadablePictures(page) {
  const drawings = await page.evaluate(drawingsShown);
  return drawings.flatMap(complaintsAbout);
}
