// What a reader does with the site: search, switch the theme, go down the sidebar, use the keyboard alone.

import { readFileSync } from "node:fs";
import { reading } from "./reading.js";
import { searching } from "./search.js";
import path from "node:path";

const toggle = "doxygen-awesome-dark-mode-toggle";
const lesson = "chapter_02_softmax.html";

/** The search field knows the functions and the pages. Where one term leads to several, they are listed under it. */
async function searchFinds(visitor, word, expected) {
  const { page } = visitor;
  await visitor.open("index.html");
  await page.click("#MSearchField");
  await page.keyboard.type(word, { delay: 20 });
  const results = (frame) => frame.locator(".SRResult:visible a:is(.SRSymbol, .SRScope)").allTextContents();
  // The results are a frame of their own, which may just be on its way to the next letter's.
  const found = () => Promise.all(page.frames().map((frame) => results(frame).catch(() => [])));
  for (let tries = 0; tries < 50; ++tries) {
    if ((await found()).flat().some((text) => text.trim() === expected)) return [];
    await page.waitForTimeout(100);
  }
  return [`search for ${word} does not find "${expected}"`];
}

const isDark = () => document.documentElement.classList.contains("dark-mode");

/** Switched by the keyboard, the theme holds over a reload and on the next page. */
async function themeHolds(visitor) {
  const { page } = visitor;
  const complaints = [];
  const expect = async (dark, when) => {
    if ((await page.evaluate(isDark)) !== dark) complaints.push(`theme: should be ${dark ? "dark" : "light"} ${when}`);
  };
  await visitor.open(lesson);
  await expect(false, "at first");
  await page.focus(toggle);
  await page.keyboard.press("Enter");
  await expect(true, "once switched");
  await visitor.reload();
  await expect(true, "after a reload");
  await visitor.open("index.html");
  await expect(true, "on another page");
  await page.focus(toggle);
  await page.keyboard.press(" ");
  await expect(false, "once switched back");
  return complaints;
}

/** The chapters in the sidebar are those of the front page, in the same order. */
async function sidebarIsInOrder(visitor, folder) {
  const { page } = visitor;
  const front = readFileSync(path.join(folder, "index.html"), "utf8");
  const expected = [...front.matchAll(/<a class="el" href="(chapter_\d\d_\w+\.html)"/g)].map((match) => match[1]);
  await visitor.open(lesson);
  await page.waitForSelector("#nav-tree .selected");
  const shown = page.locator("#nav-tree a[href]:visible");
  const links = await shown.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const chapters = links.filter((href) => href.startsWith("chapter_"));
  const unique = [...new Set(expected)];
  return chapters.join() === unique.join() && unique.length > 0 ? [] : [`sidebar: ${chapters.join(" ")}`];
}

/** In the page: what one can click, as far as it is shown. */
function clickable() {
  const all = document.querySelectorAll('a[href], button, summary, input:not([type="hidden"]), [role="button"]');
  const shown = [...all].filter((element) => element.checkVisibility({ checkVisibilityCSS: true }));
  shown.forEach((element, index) => (element.dataset.index = index));
  const name = (element) => element.getAttribute("aria-label") ?? element.textContent.trim();
  return shown.map((element) => `${element.localName} ${name(element)}`);
}

/** Tab goes to all of that. */
async function keyboardReaches(visitor, name, width) {
  const { page } = visitor;
  await visitor.resize(width);
  await visitor.open(name);
  const wanted = await page.evaluate(clickable);
  const reached = new Set();
  for (let presses = 0; presses < wanted.length + 100; ++presses) {
    await page.keyboard.press("Tab");
    const index = await page.evaluate(() => document.activeElement?.dataset.index);
    if (index !== undefined) reached.add(Number(index));
  }
  const missed = wanted.filter((_, index) => !reached.has(index));
  return missed.map((what) => `${name} (${width}): the keyboard does not reach: ${what}`);
}

/** A block of code can be copied without a mouse. */
async function codeCanBeCopied(visitor) {
  const { page } = visitor;
  await visitor.open(lesson);
  const button = page.locator("doxygen-awesome-fragment-copy-button").first();
  await button.focus();
  await page.keyboard.press("Enter");
  const copied = await button.evaluate((element) => element.classList.contains("success"));
  return copied ? [] : ["the copy button does nothing"];
}

/** All of it, as complaints. */
export async function behaviour(visitor, folder) {
  const found = [
    ...(await searchFinds(visitor, "softmax", "softmax")),
    ...(await searchFinds(visitor, "chapter 2", "Chapter 2: Softmax")),
    ...(await themeHolds(visitor)),
    ...(await sidebarIsInOrder(visitor, folder)),
    ...(await codeCanBeCopied(visitor)),
    ...(await searching(visitor, folder)),
    ...(await reading(visitor, folder)),
  ];
  for (const name of ["index.html", lesson, "exercises_02_softmax.html", "group__api__02__softmax.html"])
    for (const width of [360, 1600]) found.push(...(await keyboardReaches(visitor, name, width)));
  return [...found, ...visitor.takeComplaints()];
}
