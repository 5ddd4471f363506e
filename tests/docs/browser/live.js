// The live pages: what they show is what the native program computes and, at rest, what the chapter's program prints; and
// every control can be moved as a reader would.

/** In the page: a figure, once it is alive or has given up. */
export async function figureAlive() {
  const figure = document.querySelector("figure.live");
  figure.scrollIntoView();
  while (!figure.dataset.state) await new Promise((next) => setTimeout(next, 10));
  return figure.dataset.state === "ready" ? "" : `not alive: ${figure.dataset.why}`;
}

/** In the page: the scene for settings, and the numbers that can be seen, thing by thing. */
function sceneFor(settings) {
  const page = document.querySelector("figure.live").livePage;
  page.settings = settings;
  page.show();
  const shown = ({ element }) =>
    element.matches(".live-column") ? [] : [...element.querySelectorAll("[data-number]")].map((number) => number.textContent);
  let column = page.body;
  const strays = page.slots.filter(({ element }, i) => {
    const { kind } = page.scene[i];
    if (kind === "column" || kind === "across") column = page.body;
    const isInOrder = i === 0 || page.slots[i - 1].element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const isInPlace = element.parentNode === column && isInOrder;
    if (kind === "column") column = element;
    return !isInPlace;
  });
  return {
    error: page.message.hidden ? "" : page.message.textContent,
    scene: page.scene,
    shown: page.slots.map(shown),
    strays: strays.length,
  };
}

/** JSON has no infinity: they come as texts. */
const asNumber = (value) => (typeof value === "string" ? { inf: Infinity, "-inf": -Infinity, nan: NaN }[value] : value);

const isNear = (a, b, share) => Object.is(a, b) || a === b || Math.abs(a - b) <= share * (1 + Math.abs(b));

/** How a field differs from what is expected; nothing where it does not. */
function difference(field, expected, share) {
  if (!Array.isArray(expected) || (expected.length > 0 && typeof field?.[0] === "string"))
    return JSON.stringify(field) === JSON.stringify(expected) ? "" : `${JSON.stringify(field)}, not ${JSON.stringify(expected)}`;
  if (field?.length !== expected.length) return `${field?.length} numbers, not ${expected.length}`;
  const wrong = expected.findIndex((value, i) => !isNear(field[i], asNumber(value), share));
  return wrong < 0 ? "" : `number ${wrong} is ${field[wrong]}, not ${expected[wrong]}`;
}

/** Two texts of a number that differ by no more than their last decimal. */
function sameText(text, expected, share) {
  if (text === expected) return true;
  const unit = 10 ** -(expected.split(".")[1]?.length ?? 0);
  return Math.abs(Number(text) - Number(expected)) <= unit * 1.01 + share * Math.abs(Number(expected));
}

/** What a browser shows against what was computed natively, for one way to set the page. */
function compareCase(seen, expected) {
  if (expected.error) return seen.error === expected.error ? [] : [`says "${seen.error}", not "${expected.error}"`];
  if (seen.error) return [`fails: ${seen.error}`];
  if (seen.scene.length !== expected.items.length) return [`${seen.scene.length} things, not ${expected.items.length}`];
  if (seen.strays > 0) return [`${seen.strays} things do not stand in their column, or not in order`];
  const share = expected.items.find(({ kind }) => kind === "allowance")?.fields.share[0] ?? 1e-9;
  return expected.items.flatMap(({ kind, fields, shown }, i) => {
    const where = `${kind} ${fields.key ?? fields.caption ?? i}`;
    const wrong = Object.entries(fields).map(([name, value]) => [name, difference(seen.scene[i][name], value, share)]);
    const complaints = wrong.filter(([, what]) => what !== "").map(([name, what]) => `${where}, ${name}: ${what}`);
    const texts = seen.shown[i];
    const isSame = texts.length === shown.length && shown.every((text, n) => sameText(texts[n], text, share));
    return isSame ? complaints : [...complaints, `${where} shows ${texts.join(" ")}, not ${shown.join(" ")}`];
  });
}

/** All numbers of a program's output, in order. */
const numbersOf = (output) => output.replace(/(\d),(?=\d{3})/g, "$1").match(/-?\d+(?:\.\d+)?|\binf\b|\bnan\b/g) ?? [];

/** Whether some numbers follow each other somewhere. */
const follows = (all, some) => all.some((_, at) => some.every((text, i) => all[at + i] === text));

/** The rows of what is shown, and its columns: one of the two the program prints. */
function rowsAndColumns({ kind, shape }, shown) {
  if (kind !== "grid" || shape[0] * shape[1] !== shown.length) return [[shown]];
  const [rows, columns] = shape;
  const at = (i, j) => shown[i * columns + j];
  const range = (size) => Array.from({ length: size }, (_, i) => i);
  return [
    range(rows).map((i) => range(columns).map((j) => at(i, j))),
    range(columns).map((j) => range(rows).map((i) => at(i, j))),
  ];
}

/** Numbers shown at rest that the program does not print, and how many it does. */
function compareWithOutput({ scene, shown }, output) {
  const all = numbersOf(output);
  const claims = scene.map((item, i) => ({ item, shown: shown[i] })).filter(({ item, shown }) => item.in_output?.[0] && shown.length > 0);
  const isThere = (rows) => rows.every((row) => follows(all, row));
  const missing = claims.filter(({ item, shown }) => !rowsAndColumns(item, shown).some(isThere));
  return {
    compared: claims.reduce((sum, { shown }) => sum + shown.length, 0),
    complaints: missing.map(({ item, shown }) => `at rest, not in output.txt: ${item.caption ?? item.text}: ${shown.join(" ")}`),
  };
}

/** One live page, opened by a visitor: the native program's cases, and the chapter's output. */
export async function compareLive(page, cases, output) {
  const state = await page.evaluate(figureAlive);
  if (state !== "") return { complaints: [state], cases: 0, compared: 0 };
  const complaints = await page.evaluate(captionLeft);
  let rest = null;
  for (const [n, expected] of cases.entries()) {
    const settings = Object.fromEntries(
      Object.entries(expected.settings).map(([key, value]) => [key, Array.isArray(value) ? value.map(asNumber) : value]),
    );
    const seen = await page.evaluate(sceneFor, settings);
    rest ??= seen;
    const wrong = [...compareCase(seen, expected), ...(await page.evaluate(barsAstray))];
    complaints.push(...wrong.map((what) => `case ${n}: ${what}`));
  }
  const { compared, complaints: missing } = compareWithOutput(rest, output);
  await page.evaluate(sceneFor, {});
  if (compared === 0) missing.push("nothing at rest is compared with output.txt");
  const settings = new Set(cases.map((one) => JSON.stringify(one.settings)));
  return { complaints: [...complaints, ...missing], cases: settings.size, compared };
}

/** How a reader moves a control of each kind, given its element. */
const hands = {
  slider: async (element, page, item) => {
    await element.locator("input").focus();
    await page.keyboard.press(item.value[0] < item.range[1] ? "ArrowRight" : "ArrowLeft");
  },
  choice: async (element, page, item) => {
    await element.locator("input").nth(item.value[0]).focus();
    await page.keyboard.press("ArrowRight");
  },
  toggle: async (element, page) => {
    await element.locator("input").focus();
    await page.keyboard.press("Space");
  },
  entries: (element, page, item) => element.locator("input").first().fill(String(item.value[0] + (item.value[0] < item.range[1] ? item.range[2] : -item.range[2]))),
  point: (element, page, item) => element.locator("input").first().fill(String(item.value[0] + (item.value[0] < item.range[1] ? item.range[2] : -item.range[2]))),
  cells: (element) => element.locator("input").first().click(),
  presses: (element, page, item) => element.locator("button").nth(item.once[0] ? item.options.findIndex((_, i) => !item.value.includes(i)) : 0).click(),
  text: (element, page, item) => element.locator("input, textarea").fill(`${item.value} river`),
  steps: async (element, page) => {
    await element.getByRole("button", { name: "Play" }).click();
    await page.waitForTimeout(300);
    await element.getByRole("button", { name: "Stop" }).or(element.getByRole("button", { name: "Play" })).first().click();
  },
};

/** In the page: what a control is set to, and a mark on its element by which it is found. */
function markControl(index) {
  const { scene, slots } = document.querySelector("figure.live").livePage;
  slots[index].element.dataset.hand = String(index);
  return scene[index];
}

/** In the page: the picture's caption, where it is still to be seen under what stands in the picture's place. */
function captionLeft() {
  const figure = document.querySelector("figure.live");
  const next = figure.nextElementSibling;
  const isLeft = next?.localName === "p" && next.innerHTML.trim().startsWith("<em>") && next.innerHTML.trim().endsWith("</em>");
  const isSeen = [...figure.querySelectorAll(":scope > p:not([class])")].some((paragraph) => paragraph.offsetParent !== null);
  return isLeft || isSeen ? ["the picture's caption is still there"] : [];
}

/** In the page: bars that do not begin where zero is, at their left end or, below zero, at their right one. */
function barsAstray() {
  const { scene, slots } = document.querySelector("figure.live").livePage;
  return scene.flatMap(({ kind, caption, values, ends }, i) => {
    if (kind !== "bars") return [];
    const isAstray = (bar, n) => {
      const track = bar.parentNode.getBoundingClientRect();
      const zero = track.left + (track.width * -ends[0]) / (ends[1] - ends[0]);
      const { left, right } = bar.getBoundingClientRect();
      return values[n] !== 0 && Math.abs((values[n] < 0 ? right : left) - zero) > 4;
    };
    return [...slots[i].element.querySelectorAll(".live-bar")].some(isAstray) ? [`bars do not begin at zero: ${caption}`] : [];
  });
}

/** Every control is moved, by keyboard where it has keys, and the page takes notice. Drags where something can be dragged. */
export async function touchLive(page) {
  const complaints = [];
  const kinds = await page.evaluate(() => document.querySelector("figure.live").livePage.scene.map(({ kind }) => kind));
  for (const [index, kind] of kinds.entries()) {
    if (!hands[kind]) continue;
    await page.evaluate(sceneFor, {});
    const before = await page.evaluate(markControl, index);
    if (kind === "presses" && before.once[0] && before.value.length === before.options.length) continue;
    if (kind === "choice" && before.options.length < 2) continue;
    await hands[kind](page.locator(`[data-hand="${index}"]`), page, before);
    const after = await page.evaluate(markControl, index);
    if (JSON.stringify(after.value) === JSON.stringify(before.value)) complaints.push(`${kind} "${before.label}" cannot be moved`);
  }
  await page.evaluate(sceneFor, {});
  complaints.push(...(await dragInDrawings(page)));
  await page.evaluate(sceneFor, {});
  return complaints;
}

/** Everything in which something can be dragged: the first handle is, with the mouse, and a plot's marked place. */
async function dragInDrawings(page) {
  const grips = await page.evaluate(() => {
    const { scene, slots } = document.querySelector("figure.live").livePage;
    return scene.flatMap(({ kind, handles, along, heights }, i) => {
      slots[i].element.dataset.hand = `drawing ${i}`;
      const here = `[data-hand="drawing ${i}"]`;
      const grip = (kind === "plane" && handles.length > 0) || (kind === "plot" && heights !== "") ? [`${here} .live-handle`] : [];
      return kind === "plot" && along !== "" ? [...grip, `${here} .live-here`] : grip;
    });
  });
  const complaints = [];
  for (const grip of grips) {
    const handle = page.locator(grip).first();
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    const settings = () => page.evaluate(() => JSON.stringify(document.querySelector("figure.live").livePage.settings));
    const before = await settings();
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(10, box.height / 2)];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (x > 200 ? -40 : 40), y + 25, { steps: 3 });
    await page.mouse.up();
    if ((await settings()) === before) complaints.push(`cannot be dragged: ${grip}`);
  }
  return complaints;
}
