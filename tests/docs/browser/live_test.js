// Opens every live page, compares it with the native program and with the chapter's output, moves all that can be moved, and
// looks at it in both themes and at both widths.   node live_test.js SITE_FOLDER CHROMIUM GOLDEN_FOLDER

import { barriers, barriersOfWidth, sidewaysScrolling, unreadable } from "./checks.js";
import { compareLive, figureAlive, touchLive } from "./live.js";
import { launch, Visitor } from "./page.js";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";

const [folder, executable, goldens] = process.argv.slice(2);
const chapters = path.join(folder, "..", "..", "..", "chapters");
const mostBytes = 2e6; // of all modules together
const readable = new Set();
const found = [];
const rows = [];

const sizeOf = (chapter) => statSync(path.join(folder, "live", `${chapter}.js`)).size;

/** A live page as it looks: at both widths, in both themes. */
async function looks(visitor) {
  const { page } = visitor;
  const complaints = [];
  for (const width of [360, 1600]) {
    await visitor.resize(width);
    const barred = width === 1600 ? barriers(page) : barriersOfWidth(page);
    complaints.push(...(await page.evaluate(sidewaysScrolling)), ...(await barred));
    for (const colorScheme of ["light", "dark"]) {
      await visitor.theme(colorScheme);
      complaints.push(...(await unreadable(page, readable)).map((what) => `${width} ${colorScheme}: ${what}`));
    }
  }
  return complaints;
}

/** How long a page takes to come alive, from when its script is asked for. */
const timeToLife = (page) =>
  page.evaluate(() => {
    const script = performance.getEntriesByType("resource").find(({ name }) => name.includes("/live/"));
    return document.querySelector("figure.live").livePage.bornAt - (script?.startTime ?? 0);
  });

async function tryChapter(visitor, chapter) {
  const { page } = visitor;
  await visitor.resize(1600);
  await visitor.open(`chapter_${chapter}.html`);
  const cases = JSON.parse(readFileSync(path.join(goldens, `${chapter}.json`), "utf8"));
  const output = readFileSync(path.join(chapters, chapter, "output.txt"), "utf8");
  const { complaints, cases: settings, compared } = await compareLive(page, cases, output);
  if (settings > 0) complaints.push(...(await touchLive(page)), ...(await looks(visitor)));
  if (settings < 11 && settings > 0) complaints.push(`only ${settings} different settings`);
  const ms = settings > 0 ? Math.round(await timeToLife(page)) : 0;
  rows.push({ chapter, KB: (sizeOf(chapter) / 1000).toFixed(1), ms, settings, "numbers at rest": compared });
  found.push(...[...complaints, ...visitor.takeComplaints()].map((what) => `${chapter}: ${what}`));
}

/** Where there is no WebAssembly, or no script at all, the picture stands where it always stood. */
async function stillWithout(browser, what, options, prepare) {
  const visitor = await Visitor.create(browser, folder, options);
  await prepare(visitor.page);
  const name = readdirSync(goldens)[0].replace(".json", "");
  await visitor.page.goto(`file://${path.join(folder, `chapter_${name}.html`)}`);
  if (options.javaScriptEnabled !== false) await visitor.page.evaluate(figureAlive);
  const isThere = await visitor.page.locator("figure.live img").first().isVisible();
  if (!isThere) found.push(`without ${what} the picture is not there`);
  found.push(...visitor.takeComplaints().map((complaint) => `without ${what}: ${complaint}`));
  await visitor.close();
}

const names = readdirSync(goldens).map((name) => name.replace(".json", ""));
if (!existsSync(path.join(folder, "live"))) {
  console.log("the site has no live pages, and CI wants some");
  process.exit(1);
}
const browser = await launch(executable);
await stillWithout(browser, "WebAssembly", {}, (page) => page.addInitScript(() => delete globalThis.WebAssembly));
await stillWithout(browser, "script", { javaScriptEnabled: false }, () => {});
const waiting = [...names];
const visit = async () => {
  const visitor = await Visitor.create(browser, folder);
  while (waiting.length > 0) await tryChapter(visitor, waiting.shift());
  await visitor.close();
};
await Promise.all(Array.from({ length: Math.min(availableParallelism(), names.length) }, visit));
await browser.close();

const all = names.reduce((sum, chapter) => sum + sizeOf(chapter), 0);
if (all > mostBytes) found.push(`the modules have ${all} bytes together`);
if (names.length === 0) found.push("there is no live page at all");
console.table(rows.sort((a, b) => a.chapter.localeCompare(b.chapter)));
for (const complaint of found) console.log(complaint);
console.log(`${names.length} live pages, ${(all / 1e6).toFixed(2)} MB: ${found.length} complaints`);
process.exitCode = found.length === 0 ? 0 : 1;
