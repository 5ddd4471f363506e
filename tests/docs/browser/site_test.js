// Opens every page of the site in both themes, on a telephone's width and on a large screen's, and looks for what a
// reader would stumble over.   node site_test.js SITE_FOLDER CHROMIUM

import { behaviour } from "./behaviour.js";
import {
  barriers,
  barriersOfWidth,
  cutFormulas,
  missingPictures,
  rawFormulas,
  sidewaysScrolling,
  unreadable,
} from "./checks.js";
import { formulas } from "./formulas.js";
import { launch, Visitor } from "./page.js";
import { unreadablePictures } from "./pictures.js";
import { codeThatScrolls, cutOff, longLines, structure } from "./structure.js";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const [folder, executable = "chromium", only = ""] = process.argv.slice(2);
const widths = [360, 1280];
const themes = ["light", "dark"];
const readable = new Set(); // ways of setting a text that were looked at, and are fine
const visitors = Math.min(availableParallelism(), 8);

const beginningWith = (first, all) => [...all].sort((a, b) => (b === first) - (a === first));

/** Everything about one page, as lines that say where and what. */
async function complaintsAbout(visitor, name) {
  const { page } = visitor;
  const found = [];
  const note = (where, complaints) => found.push(...complaints.map((what) => `${name} (${where}): ${what}`));
  await visitor.open(name);
  for (const check of [missingPictures, rawFormulas, structure]) note("any", await page.evaluate(check));
  // The width and the theme that the last page was left in come first: drawing a page anew takes the most time.
  for (const width of beginningWith(visitor.width, widths)) {
    await visitor.resize(width);
    const looked = width === Math.max(...widths) ? barriers(page) : barriersOfWidth(page);
    note(width, [...(await unreadablePictures(page)), ...(await looked)]);
    for (const check of [sidewaysScrolling, cutFormulas, cutOff]) note(width, await page.evaluate(check));
    if (width >= 1280) for (const check of [longLines, codeThatScrolls]) note(width, await page.evaluate(check));
    for (const colorScheme of beginningWith(visitor.colorScheme, themes)) {
      await visitor.theme(colorScheme);
      note(`${width} ${colorScheme}`, await unreadable(page, readable));
    }
  }
  note("any", visitor.takeComplaints());
  return found;
}

/** What the checks fail to see on a page where everything is wrong. */
async function overlooked(browser) {
  const visitor = await Visitor.create(browser, fileURLToPath(new URL(".", import.meta.url)));
  const seen = await complaintsAbout(visitor, "bad.html");
  await visitor.close();
  const expected = [
    ...["missing picture", "small.svg is 8.", "small.svg, which scrolls", "raw formula", "raw formula: y", "cut formula"],
    ...["scrolls sideways", "leaves the folder", "console"],
    ...["color-contrast", "titles", "skips a level", "not in the main part", "does not skip", "no way on", "no way back"],
    ...["no sidebar", "script of Doxygen's", "stars that", "cut off", "nothing says", "cannot scroll", "over the edge"],
    ...["single letters", "characters a line", "columns does not fit"],
  ];
  return expected.filter((what) => !seen.some((line) => line.includes(what))).map((what) => `not seen: ${what}`);
}

const browser = await launch(executable);
const pages = readdirSync(folder).filter((name) => name.endsWith(".html") && name.includes(only));
const waiting = [...pages];
const found = await overlooked(browser);

async function useTheSite() {
  const reader = await Visitor.create(browser, folder, { viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  found.push(...(await formulas(reader)));
  found.push(...(await behaviour(reader, browser, folder)));
  await reader.close();
}

async function visitPages() {
  const visitor = await Visitor.create(browser, folder);
  while (waiting.length > 0) found.push(...(await complaintsAbout(visitor, waiting.shift())));
  await visitor.close();
}

await Promise.all([useTheSite(), ...Array.from({ length: visitors }, visitPages)]);
await browser.close();
if (pages.length === 0) found.push(`no page has "${only}" in its name`);
for (const complaint of found) console.log(complaint);
console.log(`${pages.length} pages, ${widths.length} widths, ${themes.length} themes: ${found.length} complaints`);
process.exitCode = found.length === 0 ? 0 : 1;
