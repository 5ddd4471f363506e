// The search field: what it finds first, how the keyboard uses it, and that all it finds is there.

import { barriers, unreadable } from "./checks.js";
import { patiently } from "./page.js";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

const field = "#search-field";
const results = "#search-results [role=option]";

/** What stands first for a query, as kind, title and heading. */
async function first(page, query) {
  await page.fill(field, query);
  const result = page.locator(results).first();
  if ((await result.count()) === 0) return "nothing";
  const texts = (name) => result.locator(name).allTextContents();
  const where = [...(await texts(".search-title")), ...(await texts(".search-heading"))];
  return `${(await texts(".search-kind"))[0]}: ${where.join(", ")}`;
}

/** The lesson that explains a thing comes before all that use it; whoever types a name in full means the code. */
async function findsTheRightThing(visitor) {
  const { page } = visitor;
  const wanted = {
    temperature: /^Lesson: Chapter 2: Softmax, The formula$/,
    softmax: /^Lesson: Chapter 2: Softmax/,
    "one query": /^Lesson: Chapter [14]: /,
    queries: /^Lesson: Chapter 1: Similarity, The idea$/,
    "Causal masks": /^Lesson: Chapter 12: Masks, The idea$/,
    tempera: /^Lesson: Chapter 2: /,
    softmax_rows: /^Code: softmax_rows$/,
    three_limits: /^Exercise: Exercise 4\.1: /,
  };
  await visitor.open("chapter_20_long_context.html");
  await page.focus(field);
  await page.waitForFunction(() => window.searchIndex, null, { timeout: 5000 });
  const complaints = [];
  for (const [query, pattern] of Object.entries(wanted)) {
    const found = await first(page, query);
    if (!pattern.test(found)) complaints.push(`search for ${query} finds first: ${found}`);
  }
  await page.fill(field, "no such word anywhere");
  if (!(await page.locator(".search-nothing").isVisible())) complaints.push("search: nothing is found, nor said");
  return complaints;
}

/** From the slash to the page, without a mouse; and back to an empty field. */
async function keyboardSearches(visitor) {
  const { page } = visitor;
  const complaints = [];
  const expect = (holds, what) => holds || complaints.push(`search by keyboard: ${what}`);
  const last = async () => `search-result-${(await page.locator(results).count()) - 1}`;
  const active = () => page.locator(field).getAttribute("aria-activedescendant");
  await visitor.open("index.html");
  expect((await page.evaluate(() => window.searchIndex)) === undefined, "the index is loaded before anybody searches");
  await page.keyboard.press("/");
  await page.keyboard.type("temperature");
  await page.waitForSelector(results, { timeout: 5000 });
  expect((await active()) === "search-result-0", "the first result is not the chosen one");
  expect((await page.locator(`${results} mark`).first().textContent()) === "temperature", "the word is not marked");
  await page.keyboard.press("ArrowDown");
  expect((await active()) === "search-result-1", "ArrowDown does not choose the next result");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect((await active()) === (await last()), "ArrowUp does not go round");
  await page.keyboard.press("Escape");
  expect((await page.locator(results).count()) === 0, "Escape does not close the list");
  expect((await page.inputValue(field)) === "", "Escape does not empty the field");
  await page.keyboard.type("temperature");
  await page.waitForSelector(results);
  await page.keyboard.press("Enter");
  await page.waitForURL(/chapter_02_softmax\.html#/, { timeout: 5000 }).catch(() => {});
  const arrived = await page.evaluate(() => document.getElementById(location.hash.slice(1)) !== null);
  expect(page.url().includes("chapter_02_softmax.html#") && arrived, `Enter leads to ${page.url()}`);
  return complaints;
}

/** Whoever looks something up in the middle of a page is still there afterwards. */
async function keepsThePlace(visitor) {
  const { page } = visitor;
  await visitor.resize(1600);
  await visitor.open("chapter_07_attention.html");
  await page.evaluate(() => window.scrollTo(0, 2000));
  await page.waitForTimeout(200);
  const place = () => page.evaluate(() => Math.round(window.scrollY));
  const before = await place();
  await page.keyboard.press("/");
  await page.keyboard.type("soft", { delay: 30 });
  await page.keyboard.press("Escape");
  const after = await place();
  return before === after ? [] : [`search: typing scrolls the page from ${before} to ${after}`];
}

/** The open list is readable and said aloud, in both themes. */
async function everybodyCanUseIt(visitor) {
  const { page } = visitor;
  const complaints = [];
  await visitor.open("chapter_02_softmax.html");
  await page.focus(field);
  await page.fill(field, "softmax");
  await page.waitForSelector(results, { timeout: 5000 });
  complaints.push(...(await barriers(page)));
  for (const theme of ["light", "dark"]) {
    await visitor.theme(theme);
    complaints.push(...(await unreadable(page, new Set())));
  }
  await visitor.theme("light");
  return complaints.map((what) => `search results: ${what}`);
}

/** Every address of the index leads to a place on a page. */
function addressesExist(folder) {
  const source = readFileSync(path.join(folder, "search_index.js"), "utf8");
  const sandbox = { window: {} };
  vm.runInNewContext(source, sandbox);
  const chapters = sandbox.window.searchIndex.filter(({ kind }) => kind === "lesson").length;
  const complaints = source.length < 30_000 * chapters ? [] : [`search index: ${source.length} bytes`];
  for (const { page, parts } of sandbox.window.searchIndex) {
    const file = path.join(folder, page);
    const html = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (html === "") complaints.push(`search index: no page ${page}`);
    for (const [, place] of parts)
      if (place && !html.includes(`id="${place}"`)) complaints.push(`search index: no ${place} on ${page}`);
  }
  return complaints;
}

/** All of it, as complaints. */
export async function searching(visitor, folder) {
  return [
    ...addressesExist(folder),
    ...(await patiently(visitor, findsTheRightThing)),
    ...(await patiently(visitor, keyboardSearches)),
    ...(await patiently(visitor, keepsThePlace)),
    ...(await patiently(visitor, everybodyCanUseIt)),
  ];
}
