// What a reader does with the site: scroll, go back and on, switch the theme, use the keyboard alone, do without script.

import { readdirSync } from "node:fs";
import { Visitor } from "./page.js";
import { reading } from "./reading.js";
import { searching } from "./search.js";

const lesson = "chapter_02_softmax.html";

/** The lessons of a folder, in order. */
const lessonsOf = (folder) => readdirSync(folder).filter((name) => /^chapter_\d\d_\w+\.html$/.test(name)).sort();

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
  await page.focus("#theme");
  await page.keyboard.press("Enter");
  await expect(true, "once switched");
  await visitor.reload();
  await expect(true, "after a reload");
  await visitor.open("index.html");
  await expect(true, "on another page");
  await page.focus("#theme");
  await page.keyboard.press(" ");
  await expect(false, "once switched back");
  return complaints;
}

/** The right theme is there before anything is painted. */
async function noFlash(browser, folder) {
  const visitor = await Visitor.create(browser, folder, { colorScheme: "dark" });
  await visitor.page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      window.themeAtFirst = document.documentElement.classList.contains("dark-mode");
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await visitor.open(lesson);
  const dark = await visitor.page.evaluate(() => window.themeAtFirst);
  await visitor.close();
  return dark ? [] : ["theme: dark comes only after the page has begun"];
}

/** The keys that scroll do so at once, without a click. */
async function keysScroll(visitor) {
  const { page } = visitor;
  const complaints = [];
  for (const key of ["PageDown", " ", "ArrowDown", "End"]) {
    await visitor.open(lesson);
    await page.keyboard.press(key);
    const moved = await page.waitForFunction(() => window.scrollY > 10, null, { timeout: 2000 }).catch(() => null);
    if (!moved) complaints.push(`${lesson}: the key "${key}" does not scroll`);
  }
  return complaints;
}

/** Back leads to what one left: the link that one followed is where it was in the window. */
async function backReturns(visitor) {
  const { page } = visitor;
  await visitor.open("chapter_07_attention.html");
  const link = page.locator("nav.path a.across");
  const top = () => link.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await link.scrollIntoViewIfNeeded();
  const before = await top();
  await link.click();
  await page.waitForURL(/exercises_07/);
  await page.waitForLoadState();
  await page.goBack();
  await page.waitForLoadState();
  for (let tries = 0; tries < 30 && Math.abs((await top()) - before) > 60; ++tries) await page.waitForTimeout(100);
  const after = await top();
  return Math.abs(after - before) <= 60 ? [] : [`Back leads elsewhere: the link was at ${before}, and is at ${after}`];
}

/** Whoever goes on from page to page sees all lessons, in order. */
async function pathLeadsThrough(visitor, folder) {
  const { page } = visitor;
  const expected = lessonsOf(folder);
  const seen = [];
  await visitor.open("index.html");
  for (let step = 0; step < expected.length; ++step) {
    const next = await page.locator("nav.path a[rel='next']").getAttribute("href");
    seen.push(next);
    await visitor.open(next);
  }
  return seen.join() === expected.join() && seen.length > 0 ? [] : [`the path: ${seen.join(" ")}`];
}

/** The chapters in the sidebar are in order, and the page that one is on is marked, once. */
async function sidebarIsInOrder(visitor, folder) {
  const { page } = visitor;
  await visitor.open(lesson);
  const addresses = (selector) => page.locator(selector).evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  const links = await addresses("#sidebar a[href^='chapter_']");
  const marked = await addresses("#sidebar a[aria-current='page']:visible");
  const complaints = links.join() === lessonsOf(folder).join() ? [] : [`sidebar: ${links.join(" ")}`];
  if (marked.join() !== lesson) complaints.push(`sidebar: marked is ${marked.join(" ")}`);
  if (await page.locator("#sidebar a[href='decisions.html']").isVisible()) complaints.push("sidebar: builders' pages are open");
  return complaints;
}

/** Tab goes to the link that skips first, by few steps to the content, and by Enter there at once. */
async function skipsToContent(visitor) {
  const { page } = visitor;
  const complaints = [];
  await visitor.open(lesson);
  await page.keyboard.press("Tab");
  const isInContent = () => page.evaluate(() => document.activeElement.closest("main") !== null);
  const isSkip = await page.evaluate(() => document.activeElement.matches(".skip"));
  if (!isSkip) return ["Tab: the first stop does not skip"];
  let steps = 1;
  while (!(await isInContent()) && steps < 100) {
    await page.keyboard.press("Tab");
    ++steps;
  }
  if (steps > 36) complaints.push(`Tab: ${steps} steps to the content`);
  await visitor.open(lesson);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  if (!(await isInContent())) complaints.push("the first link does not lead to the content");
  return complaints;
}

/** In the page: what one can click, as far as it is shown. */
function clickable() {
  const all = document.querySelectorAll('a[href], button, summary, input, [role="button"]');
  const isOneOfMany = (element) => element.matches('[tabindex="-1"], [type="radio"]:not(:checked)'); // arrows lead there
  const shown = [...all].filter((element) => element.checkVisibility({ checkVisibilityCSS: true }) && !isOneOfMany(element));
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

/** A block of code can be copied without a mouse, and with a finger. */
async function codeCanBeCopied(visitor) {
  const { page } = visitor;
  await visitor.open(lesson);
  const button = page.locator(".listing > button").first();
  const { width, height } = await button.boundingBox();
  const complaints = width >= 32 && height >= 32 ? [] : [`the copy button is ${width} by ${height}`];
  if (!(await button.isVisible())) complaints.push("the copy button cannot be seen");
  await button.focus();
  await page.keyboard.press("Enter");
  const isCopied = () => document.querySelector(".listing > button").title === "Copied";
  const copied = page.waitForFunction(isCopied, null, { timeout: 2000 });
  if (!(await copied.catch(() => null))) complaints.push("the copy button does nothing");
  return complaints;
}

/** Without script there are the text, the way on, and on a telephone a menu that opens. */
async function worksWithoutScript(browser, folder) {
  const complaints = [];
  for (const width of [360, 1280]) {
    const visitor = await Visitor.create(browser, folder, { javaScriptEnabled: false, viewport: { width, height: 800 } });
    const { page } = visitor;
    await visitor.visit(lesson);
    const expect = async (selector, visible) => {
      if ((await page.locator(selector).first().isVisible()) !== visible)
        complaints.push(`without script (${width}): ${selector} is ${visible ? "not " : ""}there`);
    };
    await expect("main h1", true);
    await expect(".contents p", true);
    await expect("nav.path a[rel='next']", true);
    await expect("#theme", false); // it could do nothing
    if (width < 1000) {
      await expect("#sidebar", false);
      await page.click("#menu summary");
    }
    await expect("#sidebar a[aria-current='page']", true);
    await visitor.close();
  }
  return complaints;
}

/** The picture of what includes what leads to the chapters. */
async function staircaseLeads(visitor, folder) {
  const { page } = visitor;
  await visitor.open("staircase.html");
  const rows = await page.locator(".staircase a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  if (new Set(rows).size !== lessonsOf(folder).length) return [`staircase: leads to ${new Set(rows).size} chapters`];
  await page.locator(".staircase a[href^='chapter_02'] .tread").click({ position: { x: 4, y: 4 } });
  await page.waitForLoadState();
  return page.url().endsWith(lesson) ? [] : ["staircase: a step does not lead to its chapter"];
}

/** On paper there is the lesson, without what one can only click. */
async function printsPlainly(visitor) {
  const { page } = visitor;
  await visitor.open(lesson);
  await page.emulateMedia({ media: "print" });
  const left = [];
  for (const selector of ["#sidebar", "body > header", "nav.path", ".listing > button"])
    if (await page.locator(selector).first().isVisible()) left.push(selector);
  await page.emulateMedia({ media: "screen" });
  return left.map((what) => `print: ${what} is there`);
}

/** All of it, as complaints. */
export async function behaviour(visitor, browser, folder) {
  await visitor.resize(1280);
  const found = [
    ...(await themeHolds(visitor)),
    ...(await noFlash(browser, folder)),
    ...(await keysScroll(visitor)),
    ...(await backReturns(visitor)),
    ...(await pathLeadsThrough(visitor, folder)),
    ...(await sidebarIsInOrder(visitor, folder)),
    ...(await skipsToContent(visitor)),
    ...(await codeCanBeCopied(visitor)),
    ...(await searching(visitor, folder)),
    ...(await reading(visitor, folder)),
    ...(await worksWithoutScript(browser, folder)),
    ...(await staircaseLeads(visitor, folder)),
    ...(await printsPlainly(visitor)),
  ];
  for (const name of ["index.html", lesson, "exercises_02_softmax.html", "group__api__02__softmax.html"])
    for (const width of [360, 1600]) found.push(...(await keyboardReaches(visitor, name, width)));
  return [...found, ...visitor.takeComplaints()];
}
