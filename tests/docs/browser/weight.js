// What a page costs a reader who opens it for the first time: files, bytes, and how long until there is something to read,
// and until its formulas are set.   node weight.js SITE_FOLDER CHROMIUM [PAGE]

import { launch } from "./page.js";
import { statSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";

const [folder, executable = "chromium", name = "chapter_07_attention.html"] = process.argv.slice(2);
const tries = 7;

/** In the page: note when formulas were last seen to change. */
function watchFormulas() {
  window.formulasSet = 0;
  const marks = ".MathJax, .MathJax_Preview, .katex, .formulaDsp";
  const isFormula = ({ target }) => target instanceof Element && target.closest(marks) !== null;
  new MutationObserver((changes) => {
    if (changes.some(isFormula)) window.formulasSet = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/** In the page: when something could be read first, and when the formulas stood, in milliseconds. */
async function moments() {
  const quiet = () => performance.now() - window.formulasSet > 1000;
  while (!quiet()) await new Promise((next) => setTimeout(next, 50));
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  await document.fonts.ready;
  return { paint: paint.startTime, formulas: Math.max(window.formulasSet, paint.startTime) };
}

/** One visit by a browser that knows nothing yet. */
async function visit(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const files = new Set();
  page.on("requestfinished", (request) => {
    if (request.url().startsWith("file:")) files.add(fileURLToPath(request.url().replace(/[?#].*/, "")));
  });
  await page.addInitScript(watchFormulas);
  await page.goto(pathToFileURL(path.resolve(folder, name)).href);
  const { paint, formulas } = await page.evaluate(moments);
  await context.close();
  const bytes = [...files].reduce((sum, file) => sum + statSync(file).size, 0);
  return { files: files.size, bytes, paint, formulas };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const browser = await launch(executable);
await visit(browser); // the browser's own first steps
const visits = [];
for (let i = 0; i < tries; ++i) visits.push(await visit(browser));
await browser.close();
const of = (what) => median(visits.map((one) => one[what]));
console.log(`${name}: ${of("files")} files, ${Math.round(of("bytes") / 1024)} KB`);
const [paint, formulas] = ["paint", "formulas"].map((what) => Math.round(of(what)));
console.log(`first paint after ${paint} ms, formulas set after ${formulas} ms (medians of ${tries})`);
