// What the site keeps for a reader: the first page, answers to questions, and what was read.

import { barriers, unreadable } from "./checks.js";
import { patiently } from "./page.js";
import { readdirSync } from "node:fs";

const quiz = "#quiz_04_1";
const lesson = "chapter_04_soft_lookup.html";

/** Collects what does not hold. */
class Expectations {
  constructor(about) {
    this.about = about;
    this.complaints = [];
  }

  expect(holds, what) {
    if (!holds) this.complaints.push(`${this.about}: ${what}`);
  }
}

const forget = (page) => page.evaluate(() => window.progress.forget());

/** In the page: how far down something reaches. */
const bottomOf = (page, selector) =>
  page.evaluate((name) => document.querySelector(name)?.getBoundingClientRect().bottom ?? Infinity, selector);

/** What this is, a picture to touch and the button are on the first screen of a laptop and of a telephone. */
async function firstScreen(visitor, folder) {
  const { page } = visitor;
  const all = new Expectations("first page");
  for (const [width, height] of [[1280, 720], [360, 640]]) {
    await page.setViewportSize({ width, height });
    await visitor.open("index.html");
    await page.waitForSelector("figure.live[data-state]", { timeout: 5000 }).catch(() => {});
    for (const part of [".landing-motto", ".landing-what", "#start"])
      all.expect((await bottomOf(page, part)) <= height, `${part} is below the first screen of ${width} x ${height}`);
    const isAlive = (await page.locator("figure.live-ready").count()) > 0;
    const shown = isAlive ? ".landing-first .live-bars, .landing-first .live-view" : ".landing-first figure img";
    const room = isAlive || width > 1000 ? height : height + 160; // the still picture is high
    all.expect((await bottomOf(page, shown)) <= room, `the picture is below the first screen of ${width} x ${height}`);
  }
  visitor.width = undefined; // not by visitor.resize
  await visitor.resize(1600);
  all.expect((await page.locator("#start").textContent()) === "Start chapter 1", "no way to chapter 1");
  const lessons = readdirSync(folder).filter((name) => /^chapter_\d\d_.*\.html$/.test(name));
  const links = await page.locator(".landing-part li > a").all();
  const listed = await Promise.all(links.map((link) => link.getAttribute("href")));
  all.expect(listed.join() === lessons.join(), `the path is ${listed.join(" ")}`);
  return all.complaints;
}

/** A wrong answer: said in words, the right one shown, the reason open, and all of it there again after a reload. */
async function answers(visitor) {
  const { page } = visitor;
  const all = new Expectations("quiz");
  await visitor.open(lesson);
  const right = await page.locator(quiz).getAttribute("data-answer");
  const options = page.locator(`${quiz} .quiz-option`);
  const letters = await page.locator(`${quiz} .quiz-letter`).allTextContents();
  const wrong = letters.findIndex((letter) => letter !== right);
  for (const box of await options.evaluateAll((buttons) => buttons.map((one) => one.getBoundingClientRect().height)))
    all.expect(box >= 44, `an option is ${box} pixels high`);
  await options.nth(wrong).focus();
  await page.keyboard.press("Enter");
  const verdict = () => page.locator(`${quiz} .quiz-verdict`).textContent();
  const reason = page.locator(`${quiz} details p`).first();
  const expected = `Not ${letters[wrong]}. The answer is ${right}`;
  all.expect((await verdict()).includes(expected), `a wrong answer: ${await verdict()}`);
  all.expect((await options.nth(letters.indexOf(right)).textContent()).includes("✓"), "what is right is not marked");
  all.expect((await options.nth(wrong).textContent()).includes("✗"), "what is wrong is not marked");
  all.expect(await reason.isVisible(), "the reason stays folded");
  all.complaints.push(...(await barriers(page)).map((what) => `quiz: ${what}`));
  for (const theme of ["dark", "light"]) {
    await visitor.theme(theme);
    all.complaints.push(...(await unreadable(page, new Set())).map((what) => `quiz (${theme}): ${what}`));
  }
  await visitor.reload();
  all.expect((await verdict()).includes("Not"), "the answer is forgotten after a reload");
  await page.click(`${quiz} .quiz-again`);
  all.expect((await verdict()) === "" && !(await reason.isVisible()), "no second try");
  await options.nth(letters.indexOf(right)).click();
  all.expect((await verdict()).includes("Right"), `a right answer: ${await verdict()}`);
  await page.click(`${quiz} .quiz-again`);
  await options.nth(wrong).click();
  return all.complaints;
}

/** What was missed is asked again on the progress page, until it is answered. */
async function asksAgain(visitor) {
  const { page } = visitor;
  const all = new Expectations("progress page");
  await visitor.open("progress.html");
  const again = page.locator(`#progress-again ${quiz}`);
  await again.waitFor({ timeout: 5000 }).catch(() => {});
  all.expect((await again.count()) === 1, "the missed question is not asked again");
  all.expect((await again.locator("[aria-disabled]").count()) === 0, "the question is answered already");
  const right = await again.getAttribute("data-answer");
  await again.locator(".quiz-option", { has: page.locator(`.quiz-letter:text-is("${right}")`) }).click();
  const summary = page.locator("#progress-summary");
  all.expect((await summary.textContent()).includes("1 right"), "the new answer does not count");
  await visitor.reload();
  all.expect(!(await page.locator("#progress-again").isVisible()), "a question that was answered is asked again");
  return all.complaints;
}

/** Whoever has seen the end of a lesson, and not at once, has read it: the sidebar and the first page know, until all is forgotten. */
async function keepsCount(visitor) {
  const { page } = visitor;
  const all = new Expectations("progress");
  const mark = '#sidebar a[href="chapter_01_similarity.html"] .read-mark';
  await visitor.open("chapter_01_similarity.html");
  await page.waitForTimeout(200);
  all.expect((await page.locator(mark).count()) === 0, "a lesson that was only opened counts as read");
  await page.keyboard.press("End");
  await page.waitForTimeout(500);
  all.expect((await page.locator(mark).count()) === 0, "a lesson that was flicked through counts as read");
  await page.keyboard.press("Home");
  await page.evaluate(() => (window.progress.leastTime = 0));
  await page.waitForTimeout(200);
  await page.keyboard.press("End");
  await page.waitForSelector(mark, { state: "attached", timeout: 5000 }).catch(() => {});
  all.expect((await page.locator(mark).count()) === 1, "a lesson that was read to its end is not marked");
  await visitor.open("index.html");
  const start = page.locator("#start");
  const summary = page.locator("#progress-summary");
  all.expect((await start.textContent()) === "Go on with chapter 2", "the first page does not go on with chapter 2");
  all.expect((await summary.textContent()).includes("You have read 1 of "), "no progress on the first page");
  await visitor.open("chapter_01_similarity.html");
  await page.click(".read-button");
  all.expect((await page.locator(mark).count()) === 0, "the mark cannot be taken back");
  await visitor.open("progress.html");
  await page.click("#progress-forget button");
  await page.click("#progress-forget button");
  await page.waitForLoadState();
  await visitor.open("index.html");
  all.expect((await start.textContent()) === "Start chapter 1", "what was to be forgotten is kept");
  return all.complaints;
}

/** A browser that keeps nothing shows the same pages, and no error. */
async function nothingIsKept(visitor) {
  const page = await visitor.page.context().newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`without storage: ${error.message}`));
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new Error("refused"); } });
  });
  const base = visitor.page.url().replace(/[^/]*$/, "");
  for (const name of ["index.html", lesson, "progress.html"]) await page.goto(base + name);
  await page.goto(base + lesson);
  await page.locator(`${quiz} .quiz-option`).first().click();
  const verdict = await page.locator(`${quiz} .quiz-verdict`).textContent();
  if (verdict === "") complaints.push("without storage: no verdict");
  await page.close();
  return complaints;
}

/** All of it, as complaints. */
export async function reading(visitor, folder) {
  await visitor.open("index.html");
  await forget(visitor.page);
  const found = [
    ...(await patiently(visitor, firstScreen, folder)),
    ...(await patiently(visitor, answers)),
    ...(await patiently(visitor, asksAgain)),
    ...(await patiently(visitor, keepsCount)),
    ...(await patiently(visitor, nothingIsKept)),
  ];
  await forget(visitor.page);
  return found;
}
