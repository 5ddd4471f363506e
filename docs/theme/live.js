// Live pages: a lesson's picture becomes something to touch. What answers is the chapter's own C++, compiled to WebAssembly;
// this script hands it the settings, gets back what is on the page (common/scene.hpp), and draws that. It knows kinds of
// controls and views, and nothing about any chapter. Where WebAssembly is missing, the picture stays.

"use strict";

/** The modules by name, gzipped and in base64; each is a script of its own that puts itself here. */
const liveModules = {};

// --- Over the border: settings and scenes as bytes ------------------------------------------------------------------

/** Reads what `common::encoded` wrote: items as plain objects. */
function decodeScene(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 0;
  const count = () => view.getUint32((at += 4) - 4, true);
  const number = () => view.getFloat64((at += 8) - 8, true);
  const text = () => {
    const size = count();
    return decoder.decode(bytes.subarray(at, (at += size)));
  };
  const several = (read) => Array.from({ length: count() }, read);
  const field = () => [text, () => several(number), () => several(text)][count()]();
  return several(() => {
    const item = { kind: text() };
    for (let fields = count(); fields > 0; --fields) {
      const name = text();
      item[name] = field();
    }
    return item;
  });
}

/** Settings, numbers or a text by key, as a scene of one item. */
function encodeSettings(settings) {
  const encoder = new TextEncoder();
  const parts = [];
  const count = (value) => parts.push(new Uint8Array(new Uint32Array([value]).buffer));
  const text = (value) => {
    const bytes = encoder.encode(value);
    count(bytes.length);
    parts.push(bytes);
  };
  count(1);
  text("settings");
  count(Object.keys(settings).length);
  for (const [key, value] of Object.entries(settings)) {
    text(key);
    count(typeof value === "string" ? 0 : 1);
    if (typeof value === "string") {
      text(value);
    } else {
      count(value.length);
      parts.push(new Uint8Array(Float64Array.from(value).buffer));
    }
  }
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

// --- The module -----------------------------------------------------------------------------------------------------

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, onload: resolve, onerror: () => reject(new Error(`not there: ${address}`)) });
    document.head.append(script);
  });
}

/** The bytes of a module: a script may be loaded where a file may not, so it comes as one. */
async function moduleBytes(name) {
  if (!liveModules[name]) await loadScript(`live/${name}.js`);
  const packed = Uint8Array.from(atob(liveModules[name]), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}

/** What the C library asks of an operating system. There is none, and a page needs none. */
function noSystem(module) {
  const refuse = (name) => () => {
    throw new Error(`a page has no ${name}`);
  };
  const asked = WebAssembly.Module.imports(module).filter((wanted) => wanted.module.startsWith("wasi"));
  return Object.fromEntries(asked.map(({ name }) => [name, refuse(name)]));
}

/** A chapter's module, ready to be asked. */
class LiveModule {
  static async load(name) {
    const module = await WebAssembly.compile(await moduleBytes(name));
    const live = new LiveModule();
    const failed = (message) => {
      throw new Error(live.text(message));
    };
    const imports = { page: { failed }, wasi_snapshot_preview1: noSystem(module) };
    live.exports = (await WebAssembly.instantiate(module, imports)).exports;
    live.exports._initialize();
    return live;
  }

  text(from) {
    const bytes = new Uint8Array(this.exports.memory.buffer, from);
    return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
  }

  /** The scene for settings. Throws an Error with the chapter's own message where they do not fit. */
  scene(settings) {
    const bytes = encodeSettings(settings);
    const stack = this.exports.__stack_pointer.value;
    try {
      new Uint8Array(this.exports.memory.buffer).set(bytes, this.exports.room(bytes.length));
      const answer = this.exports.page(bytes.length);
      const size = new DataView(this.exports.memory.buffer).getUint32(answer, true);
      return decodeScene(new Uint8Array(this.exports.memory.buffer, answer + 4, size).slice());
    } finally {
      this.exports.__stack_pointer.value = stack; // an error leaves without tidying up
    }
  }
}

// --- Numbers and colours --------------------------------------------------------------------------------------------

/**
 * A number with fixed decimals, as the programs print it: halves go to the even digit, and zero has no sign. Decimals
 * below zero: as few as it needs, and three at most.
 */
function fixed(value, decimals) {
  if (decimals < 0) return fixed(value, 3).replace(/\.?0+$/, "");
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  const doubled = value * 2 * 10 ** decimals;
  const isHalf = Number.isInteger(value * 2 ** (decimals + 1)) && Number.isInteger(doubled) && doubled % 2 !== 0;
  const near = isHalf ? (2 * Math.round(doubled / 4)) / 10 ** decimals : value;
  const text = near.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

const decimalsOf = (step) => (String(step).split(".")[1] ?? "").length;

/** A sentence with its numbers put in, as parts: texts and numbers in turn. */
function sentence(item) {
  const numbers = item.numbers.map((value) => fixed(value, item.decimals[0]));
  return item.text.split("{}").flatMap((text, i) => (i < numbers.length ? [text, { number: numbers[i] }] : [text]));
}

const plainSentence = (item) => sentence(item).map((part) => part.number ?? part).join("");

/** The page's colours, as the style sheet has them in this theme. */
function coloursOf(element) {
  const style = getComputedStyle(element);
  const colour = (name) => {
    const hex = style.getPropertyValue(`--live-${name}`).trim().slice(1);
    return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  };
  const names = ["paper", "ink", "weights", "query", "key", "value", "below"];
  return Object.fromEntries(names.map((name) => [name, colour(name)]));
}

const mix = (from, to, share) => from.map((part, i) => Math.round(part + (to[i] - part) * share));
const css = (colour) => `rgb(${colour.join(" ")})`;

/** Black or white, whichever can be read on a colour. */
function textOn(colour) {
  const linear = colour.map((part) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  const luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  return luminance > 0.179 ? "#000" : "#fff";
}

/** The colour of a cell with a number. `largest` is what counts as full where the shade has no scale of its own. */
function shadeOf(value, shade, largest, colours) {
  if (shade === "none" || Number.isNaN(value)) return colours.paper;
  const share = shade === "weights" ? value : Math.abs(value) / (largest || 1);
  const full = shade === "weights" ? colours.weights : value < 0 ? colours.below : (colours[shade] ?? colours.weights);
  return mix(colours.paper, full, Math.min(1, Math.max(0, share)));
}

// --- Elements -------------------------------------------------------------------------------------------------------

/** A text with its mathematics set: `W_Q`, `d_k`, `x_{ij}` and `K^T` as indices below and above. */
function withIndices(text) {
  const index = /(?<![\p{L}\d_])(\p{L})([_^])(?:\{([^}]*)\}|([\p{L}\d]))(?![\p{L}\d_])/gu;
  const parts = [];
  let done = 0;
  for (const { 0: all, 1: letter, 2: mark, 3: several, 4: one, index: at } of text.matchAll(index)) {
    const small = document.createElement(mark === "_" ? "sub" : "sup");
    small.textContent = several ?? one;
    parts.push(text.slice(done, at) + letter, small);
    done = at + all.length;
  }
  return [...parts, text.slice(done)];
}

/** An element with attributes and children; `on…` are listeners, null and false leave out. */
function make(name, attributes = {}, ...children) {
  const drawn = ["svg", "g", "line", "path", "circle", "polygon", "polyline", "text", "rect", "title", "clipPath"].includes(name);
  const element = drawn ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  const given = children.filter((child) => child !== null && child !== undefined);
  element.append(...given.flatMap((child) => (typeof child === "string" && !drawn ? withIndices(child) : [child])));
  return element;
}

const shown = (text) => make("span", { class: "live-number", "data-number": true }, text);
const unseen = (text) => make("span", { class: "live-unseen" }, text);

/** A table with names for rows and columns; `cell(i, j)` makes what is in it. */
function table(item, cell) {
  const [rows, columns] = item.shape;
  const head = item.columns.map((name) => make("th", { scope: "col" }, name));
  const corner = item.rows.length > 0 ? [make("td")] : [];
  const line = (_, i) =>
    make(
      "tr",
      {},
      item.rows.length > 0 ? make("th", { scope: "row" }, item.rows[i]) : null,
      ...Array.from({ length: columns }, (_unused, j) => cell(i, j)),
    );
  const body = make("tbody", {}, ...Array.from({ length: rows }, line));
  return make("table", { class: columns > 6 && "live-many" }, head.length > 0 ? make("thead", {}, make("tr", {}, ...corner, ...head)) : null, body);
}

const cellName = (item, i, j) => [item.rows[i] ?? `row ${i + 1}`, item.columns[j] ?? `column ${j + 1}`].join(", ");

// --- Controls: each has `element` and `update(item)`, and calls `page.set(key, value)` ------------------------------

let controlsMade = 0;
const newId = () => `live-control-${++controlsMade}`;

function sliderControl(item, page) {
  const id = newId();
  const output = make("span", { class: "live-number", "data-number": true, "aria-hidden": "true" }); // the slider says it
  const input = make("input", { type: "range", id, oninput: () => page.set(item.key, [Number(input.value)]) });
  const update = ({ range, value }) => {
    Object.assign(input, { min: range[0], max: range[1], step: range[2] });
    input.value = value[0];
    output.textContent = fixed(value[0], decimalsOf(range[2]));
    input.setAttribute("aria-valuetext", output.textContent);
  };
  return { element: make("div", { class: "live-slider" }, make("label", { for: id }, item.label), output, input), update };
}

function choiceControl(item, page) {
  const name = newId();
  const inputs = item.options.map((_, i) =>
    make("input", { type: "radio", name, value: i, onchange: () => page.set(item.key, [i]) }),
  );
  const labels = item.options.map((option, i) => make("label", {}, inputs[i], make("span", {}, option)));
  const element = make("fieldset", { class: "live-choice" }, make("legend", {}, item.label), ...labels);
  return { element, update: ({ value }) => (inputs[value[0]].checked = true) };
}

function toggleControl(item, page) {
  const input = make("input", { type: "checkbox", onchange: () => page.set(item.key, [input.checked ? 1 : 0]) });
  const element = make("label", { class: "live-toggle" }, input, make("span", {}, item.label));
  return { element, update: ({ value }) => (input.checked = value[0] !== 0) };
}

/** A box for a number. What is being typed is left alone until it is a number. */
function numberBox(label, range, changed) {
  const read = () => {
    if (input.value.trim() === "" || !Number.isFinite(input.valueAsNumber)) return;
    changed(Math.min(range[1], Math.max(range[0], input.valueAsNumber)));
  };
  const [min, max, step] = range;
  const input = make("input", { type: "number", min, max, step, "aria-label": label, oninput: read });
  const update = (value) => {
    if (document.activeElement === input && input.valueAsNumber === value) return;
    input.value = Number(value.toFixed(6));
  };
  return { input, update };
}

function entriesControl(item, page) {
  const columns = item.shape[1];
  let values = item.value;
  const boxes = values.map((_, at) =>
    numberBox(`${item.label}: ${cellName(item, Math.floor(at / columns), at % columns)}`, item.range, (value) =>
      page.set(item.key, values.with(at, value)),
    ),
  );
  const cells = table(item, (i, j) => make("td", {}, boxes[i * columns + j].input));
  const update = (now) => {
    values = now.value;
    const colours = coloursOf(page.figure);
    const largest = Math.max(...values.map(Math.abs));
    boxes.forEach(({ input, update: put }, at) => {
      put(values[at]);
      const colour = shadeOf(values[at], now.shade, 2 * largest, colours);
      input.style.cssText = now.shade === "none" ? "" : `background: ${css(colour)}; color: ${textOn(colour)}`;
    });
  };
  const element = make("fieldset", { class: "live-entries" }, make("legend", {}, item.label), scroller(cells));
  return { element, update };
}

function cellsControl(item, page) {
  const columns = item.shape[1];
  let values = item.value;
  let brush = null; // what is painted while a finger or the mouse is down
  const paint = (at) => {
    if (brush !== null && values[at] !== brush) page.set(item.key, (values = values.with(at, brush)));
  };
  const inputs = values.map((_, at) =>
    make("input", {
      type: "checkbox",
      "aria-label": cellName(item, Math.floor(at / columns), at % columns),
      onchange: () => page.set(item.key, values.with(at, inputs[at].checked ? 1 : 0)),
    }),
  );
  const cells = table(item, (i, j) => {
    const at = i * columns + j;
    return make("td", { onpointerenter: () => paint(at) }, inputs[at]);
  });
  cells.addEventListener("pointerdown", ({ target, pointerType }) => {
    const at = inputs.indexOf(target);
    brush = at < 0 || pointerType !== "mouse" ? null : 1 - values[at];
  });
  window.addEventListener("pointerup", () => (brush = null));
  const update = (now) => {
    values = now.value;
    inputs.forEach((input, at) => (input.checked = values[at] !== 0));
  };
  const element = make("fieldset", { class: "live-cells" }, make("legend", {}, item.label), scroller(cells));
  return { element, update };
}

function pointControl(item, page) {
  let values = item.value;
  const boxes = ["across", "up"].map((direction, at) =>
    numberBox(`${item.label}, ${direction}`, item.range, (value) => page.set(item.key, values.with(at, value))),
  );
  const update = (now) => {
    values = now.value;
    boxes.forEach((box, at) => box.update(values[at]));
  };
  const element = make(
    "fieldset",
    { class: `live-point live-${item.color}` },
    make("legend", {}, item.label),
    ...boxes.map(({ input }) => input),
  );
  return { element, update };
}

function pressesControl(item, page) {
  let values = item.value;
  const press = (i) => page.set(item.key, [...values, i]);
  const buttons = item.options.map((option, i) => make("button", { type: "button", onclick: () => press(i) }, option));
  const again = make("button", { type: "button", onclick: () => page.set(item.key, []) }, "Start over");
  const order = make("p", { class: "live-order" });
  const update = (now) => {
    values = now.value;
    buttons.forEach((button, i) => button.setAttribute("aria-disabled", now.once[0] !== 0 && values.includes(i)));
    order.textContent = values.length === 0 ? "Nothing yet." : `So far: ${values.map((i) => item.options[i]).join(", ")}.`;
  };
  const element = make(
    "fieldset",
    { class: "live-presses" },
    make("legend", {}, item.label),
    ...buttons,
    again,
    order,
  );
  return { element, update };
}

function textControl(item, page) {
  const id = newId();
  const isLong = item.value.length > 100;
  const attributes = isLong ? { rows: 6 } : { type: "text" };
  const input = make(isLong ? "textarea" : "input", { ...attributes, id, spellcheck: "false", oninput: () => page.set(item.key, input.value) });
  const update = ({ value }) => {
    if (input.value !== value) input.value = value;
  };
  return { element: make("div", { class: "live-text" }, make("label", { for: id }, item.label), input), update };
}

/** Whoever prefers little motion sees few pictures of what is played, one after the other. */
const waitForTheNext = () =>
  matchMedia("(prefers-reduced-motion: reduce)").matches
    ? new Promise((next) => setTimeout(next, 700))
    : new Promise((next) => requestAnimationFrame(next));

/** Steps that are played: forward by a little at a time, until `target`. */
function stepsControl(item, page) {
  const id = newId();
  let now = item;
  let reached = 0;
  let target = null;
  const go = (steps) => page.set(item.key, [steps, now.run[0]]);
  const stop = () => {
    target = null;
    play.textContent = "Play";
  };
  const run = async (until) => {
    const isRunning = target !== null;
    target = until;
    play.textContent = "Stop";
    while (!isRunning && target !== null && now.value[0] < target) {
      const before = now.value[0];
      go(Math.min(target, before + now.each[0]));
      await waitForTheNext();
      if (now.value[0] === before || !page.figure.isConnected) break;
    }
    if (!isRunning) stop();
  };
  const play = make("button", { type: "button", onclick: () => (target === null ? run(now.until[0]) : stop()) }, "Play");
  const again = make("button", { type: "button", onclick: () => (stop(), go(0)) }, "Back to the start");
  const scrub = (steps) => (steps <= reached ? (stop(), go(steps)) : run(steps));
  const input = make("input", { type: "range", id, min: 0, oninput: () => scrub(Number(input.value)) });
  const output = make("span", { class: "live-number", "data-number": true, "aria-hidden": "true" }); // the slider says it
  const update = (next) => {
    if (next.run[0] !== now.run[0]) reached = 0;
    now = next;
    reached = Math.max(reached, now.value[0]);
    Object.assign(input, { max: now.until[0], step: now.each[0] });
    input.value = now.value[0];
    output.textContent = String(now.value[0]);
    input.setAttribute("aria-valuetext", output.textContent);
  };
  const label = make("label", { for: id }, item.label);
  return { element: make("div", { class: "live-slider live-steps" }, label, output, input, play, again), update };
}

// --- Views: each has `element` and `update(item)` -------------------------------------------------------------------

/** What may be wider than a telephone scrolls in a box of its own, which the keyboard reaches. */
function scroller(content) {
  return make("div", { class: "live-scroller" }, content);
}

/** What scrolls can be reached by the keyboard, what does not need not be. */
function reachScrollers(element) {
  for (const box of element.querySelectorAll(".live-scroller")) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    if (scrolls) Object.entries({ tabindex: "0", role: "group", "aria-label": "scrolls sideways" }).forEach(([key, value]) => box.setAttribute(key, value));
    else ["tabindex", "role", "aria-label"].forEach((key) => box.removeAttribute(key));
  }
}

function sayView() {
  const element = make("p", { class: "live-say", role: "status" });
  const update = (item) =>
    element.replaceChildren(...sentence(item).flatMap((part) => (part.number === undefined ? withIndices(part) : [shown(part.number)])));
  return { element, update };
}

/** A view with a caption above it. */
function captioned(kind) {
  const caption = make("p", { class: "live-caption" });
  const body = make("div", { class: "live-body" });
  const element = make("div", { class: `live-view live-${kind}` }, caption, body);
  const show = (text, ...content) => {
    caption.replaceChildren(...withIndices(text));
    caption.hidden = text === "";
    body.replaceChildren(...content);
  };
  return { element, body, show };
}

/** Many cells without numbers: pixels, and a sentence about them. */
function carpet(item, colours) {
  const [rows, columns] = item.shape;
  const picture = make("canvas", { role: "img", "aria-label": plainSentence(item), width: columns, height: rows });
  const pixels = new ImageData(columns, rows);
  const largest = Math.max(...item.values.map(Math.abs));
  item.values.forEach((value, at) => pixels.data.set([...shadeOf(value, item.shade, largest, colours), 255], 4 * at));
  picture.getContext("2d").putImageData(pixels, 0, 0);
  return picture;
}

/** Cells without numbers, but with names for rows and columns: tiles, and a sentence about them. */
function tiles(item, colours) {
  const largest = Math.max(...item.values.map(Math.abs).filter(Number.isFinite));
  const tile = (i, j) => {
    const at = i * item.shape[1] + j;
    const names = [item.masked[at] ? "live-hatched" : "", item.marked[at] ? "live-marked" : ""].join(" ").trim();
    const style = item.masked[at] ? null : `background: ${css(shadeOf(item.values[at], item.shade, largest, colours))}`;
    return make("td", { class: names, style });
  };
  const map = table(item, tile);
  for (const [key, value] of Object.entries({ class: "live-tiles", role: "img", "aria-label": plainSentence(item) })) map.setAttribute(key, value);
  return scroller(map);
}

function gridView(item, page) {
  const { element, body, show } = captioned("grid");
  const cell = (now, colours, largest, i, j) => {
    const at = i * now.shape[1] + j;
    const marked = now.marked[at] ? "live-marked" : "";
    if (now.masked[at]) return make("td", { class: `live-hatched ${marked}` }, unseen("hidden"));
    const colour = shadeOf(now.values[at], now.shade, largest, colours);
    const style = now.shade === "none" ? null : `background: ${css(colour)}; color: ${textOn(colour)}`;
    const text = fixed(now.values[at], now.cell_decimals[j] ?? now.cell_decimals[0]);
    if (now.picks === "") return make("td", { style, class: marked, "data-number": true }, text);
    const pick = () => page.set(now.picks, [i, j]);
    const onpointerenter = (event) => event.pointerType === "mouse" && pick();
    const name = `${cellName(now, i, j)}: ${text}`;
    const attributes = { type: "button", "data-at": at, "aria-label": name, "data-number": true, onclick: pick, onfocus: pick, onpointerenter };
    return make("td", { style, class: marked }, make("button", attributes, text));
  };
  const update = (now) => {
    const colours = coloursOf(page.figure);
    if (now.text !== "") return show(now.caption, (now.rows.length > 0 ? tiles : carpet)(now, colours));
    const largest = Math.max(...now.values.map(Math.abs).filter(Number.isFinite));
    const focused = body.contains(document.activeElement) ? document.activeElement.dataset.at : undefined;
    show(now.caption, scroller(table(now, (i, j) => cell(now, colours, largest, i, j))));
    if (focused !== undefined) body.querySelector(`[data-at="${focused}"]`)?.focus({ preventScroll: true });
  };
  return { element, update };
}

function barsView() {
  const { element, show } = captioned("bars");
  const update = (item) => {
    const [from, to] = item.ends;
    const share = (value) => (100 * (Math.min(to, Math.max(from, value)) - from)) / (to - from);
    const bar = (value) => {
      const [left, right] = [share(Math.min(0, value)), share(Math.max(0, value))];
      const style = Number.isFinite(value) ? `margin-left: ${left.toFixed(2)}%; width: ${(right - left).toFixed(2)}%` : "width: 0";
      return make("td", { class: "live-track" }, make("div", { class: `live-bar live-${item.color} ${value < 0 ? "live-below" : ""}`, style }));
    };
    const rows = item.labels.map((label, i) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, label),
        bar(item.values[i]),
        make("td", { "data-number": true, class: "live-number" }, fixed(item.values[i], item.cell_decimals[0])),
      ),
    );
    show(item.caption, make("table", {}, make("tbody", {}, ...rows)));
  };
  return { element, update };
}

/** The least and the largest of all numbers that are some. */
const extent = (numbers) =>
  numbers.filter(Number.isFinite).reduce(([low, high], x) => [Math.min(low, x), Math.max(high, x)], [Infinity, -Infinity]);

/** Round numbers from one to another, about four steps apart. */
function ticks(from, to) {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.99);
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(10)));
}

/** A number at an axis: large powers of ten as powers. */
function tickText(value) {
  const power = Math.log10(value);
  if (!(value >= 1e5) || !Number.isInteger(power)) return String(value);
  return `10${Array.from(String(power), (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("")}`;
}

/** Class names for what a chapter calls a kind; where it has none, a series of its own. */
const classOf = (kind, i) => `live-${kind || `series-${(i % 6) + 1}`}`;

function arrow(x1, y1, x2, y2, kind) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const line = make("line", { x1, y1, x2, y2, class: `live-stroke ${kind}` });
  if (length < 1) return make("g", {}, line);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const size = Math.min(9, length);
  const corners = [[0, 0], [size, size * 0.45], [size, -size * 0.45]];
  const points = corners.map(([back, side]) => `${x2 - back * ux - side * uy},${y2 - back * uy + side * ux}`).join(" ");
  return make("g", {}, line, make("polygon", { points, class: `live-fill ${kind}` }));
}

function planeView(item, page) {
  const { element, body, show } = captioned("plane");
  const size = 320;
  let now = item;
  const scale = () => size / (now.window[1] - now.window[0]);
  const across = (x) => (x - now.window[0]) * scale();
  const up = (y) => (now.window[1] - y) * scale();
  const label = (x, y, text, kind) =>
    make("text", { x: x > size - 60 ? x - 8 : x + 8, y: y < 20 ? y + 16 : y - 6, class: `live-label ${kind}`, "text-anchor": x > size - 60 ? "end" : "start" }, text);
  const points = (name, draw) =>
    now[`${name}_labels`].map((text, i) => draw(now[name].slice(4 * i, 4 * i + 4), text, classOf(now[`${name}_kinds`][i], i)));
  const axes = () =>
    ticks(...now.window).flatMap((t) => [
      make("line", { x1: across(t), y1: 0, x2: across(t), y2: size, class: t === 0 ? "live-axis" : "live-grid-line" }),
      make("line", { x1: 0, y1: up(t), x2: size, y2: up(t), class: t === 0 ? "live-axis" : "live-grid-line" }),
      t === 0 ? null : make("text", { x: across(t) + 2, y: size - 3, class: "live-tick" }, String(t)),
      t === 0 ? null : make("text", { x: 3, y: up(t) - 3, class: "live-tick" }, String(t)),
    ]);
  const handles = () =>
    now.handles.map((key) => {
      const [x, y] = page.control(key).value;
      return make("circle", { cx: across(x), cy: up(y), r: 11, class: `live-handle live-${page.control(key).color}` });
    });
  const draw = () => {
    const corners = points("outline", ([, , x, y]) => `${across(x)},${up(y)}`);
    const svg = make(
      "svg",
      { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": plainSentence(now), class: "live-drawing" },
      ...axes(),
      corners.length > 0 ? make("polygon", { points: corners.join(" "), class: "live-outline" }) : null,
      ...points("arrows", ([x1, y1, x2, y2], text, kind) => make("g", {}, arrow(across(x1), up(y1), across(x2), up(y2), kind), label(across(x2), up(y2), text, kind))),
      ...[...points("outline", (...all) => all), ...points("points", (...all) => all)].map(([[, , x, y], text, kind]) =>
        make("g", {}, make("circle", { cx: across(x), cy: up(y), r: 4.5, class: `live-fill ${kind}` }), label(across(x), up(y), text, kind)),
      ),
      ...handles(),
    );
    const titles = [now.x_title && `across: ${now.x_title}`, now.y_title && `up: ${now.y_title}`].filter(Boolean).join(", ");
    show(now.caption, svg, make("p", { class: "live-axes" }, titles));
  };
  dragging(body, {
    keys: () => now.handles,
    place: (event) => {
      const box = body.querySelector("svg").getBoundingClientRect();
      const unit = (now.window[1] - now.window[0]) / box.width;
      return [now.window[0] + (event.clientX - box.left) * unit, now.window[1] - (event.clientY - box.top) * unit];
    },
    page,
  });
  return { element, update: (next) => ((now = next), draw()) };
}

/** The nearest number on the steps of a range. */
const onStep = (x, [from, to, step]) => Number((Math.round(Math.min(to, Math.max(from, x)) / step) * step).toFixed(6));

/** Lets the handle that is nearest to where a pointer goes down follow it. */
function dragging(body, { keys, place, page }) {
  let dragged = null;
  const nearest = ([x, y]) =>
    keys()
      .map((key) => [Math.hypot(page.control(key).value[0] - x, page.control(key).value[1] - y), key])
      .sort(([a], [b]) => a - b)[0]?.[1];
  const move = (event) => {
    if (dragged === null) return;
    const { range } = page.control(dragged);
    page.set(dragged, place(event).map((x) => onStep(x, range)));
  };
  body.addEventListener("pointerdown", (event) => {
    if (!event.target.closest("svg") || keys().length === 0) return;
    dragged = nearest(place(event));
    body.setPointerCapture(event.pointerId);
    move(event);
    event.preventDefault();
  });
  body.addEventListener("pointermove", move);
  for (const end of ["pointerup", "pointercancel"]) body.addEventListener(end, () => (dragged = null));
  body.classList.toggle("live-draggable", keys().length > 0);
}

/** From numbers to pixels along one axis. */
function axis(from, to, start, end, isLogarithmic) {
  const place = isLogarithmic ? Math.log10 : (x) => x;
  const at = (x) => start + ((place(x) - place(from)) / (place(to) - place(from))) * (end - start);
  const powers = () => {
    const first = Math.ceil(Math.log10(from) - 1e-9);
    return Array.from({ length: Math.floor(Math.log10(to) + 1e-9) - first + 1 }, (_, i) => 10 ** (first + i));
  };
  const back = (pixel) => {
    const x = place(from) + ((pixel - start) / (end - start)) * (place(to) - place(from));
    return isLogarithmic ? 10 ** x : x;
  };
  return { at, back, ticks: isLogarithmic ? powers() : ticks(from, to) };
}

/** Lets the points of a plot be dragged up and down, and the marked place along it, as far as both have controls. */
function draggingInPlot(body, page, plot) {
  let dragged = null;
  const grip = (event) => {
    const { along, heights } = plot.item();
    const at = heights === "" ? -1 : plot.nearestPoint(event);
    if (at >= 0) return { key: heights, at };
    return along === "" ? null : { key: along };
  };
  const move = (event) => {
    if (dragged === null) return;
    const [x, y] = plot.place(event);
    const { range, value } = page.control(dragged.key);
    page.set(dragged.key, "at" in dragged ? value.with(dragged.at, onStep(y, range)) : [onStep(x, range)]);
  };
  body.addEventListener("pointerdown", (event) => {
    dragged = event.target.closest("svg") && grip(event);
    if (!dragged) return;
    body.setPointerCapture(event.pointerId);
    move(event);
    event.preventDefault();
  });
  body.addEventListener("pointermove", move);
  for (const end of ["pointerup", "pointercancel"]) body.addEventListener(end, () => (dragged = null));
}

function plotView(item, page) {
  const { element, body, show } = captioned("plot");
  const frame = newId();
  let now = item;
  let axes = null; // how numbers are placed, in the pixels of the drawing
  const curves = () => now.names.map((name, i) => ({ name, x: now[`x${i}`], y: now[`y${i}`], kind: classOf(now.kinds[i], i), dots: now.points_only[i] !== 0 }));
  const span = (given, numbers, isLogarithmic) => {
    const [low, high] = extent(isLogarithmic ? numbers.filter((x) => x > 0) : numbers);
    const [from, to] = [Number.isNaN(given[0]) ? low : given[0], Number.isNaN(given[1]) ? high : given[1]];
    return to > from ? [from, to] : [from - 0.5, from + 0.5];
  };
  const draw = () => {
    const all = curves();
    const width = Math.round(Math.min(560, Math.max(280, body.clientWidth || 480)));
    const height = Math.round(width * 0.6);
    const x = axis(...span(now.window.slice(0, 2), all.flatMap((curve) => curve.x), now.logarithmic[0]), 46, width - 18, now.logarithmic[0]);
    const y = axis(...span(now.window.slice(2, 4), all.flatMap((curve) => curve.y), now.logarithmic[1]), height - 40, 12, now.logarithmic[1]);
    axes = { x, y, width };
    const runs = (curve) => {
      const good = (i) => Number.isFinite(x.at(curve.x[i])) && Number.isFinite(y.at(curve.y[i]));
      return curve.x.map((_, i) => (good(i) ? `${x.at(curve.x[i]).toFixed(1)},${y.at(curve.y[i]).toFixed(1)}` : "")).join(" ").split(/ {2,}/);
    };
    const line = (curve) => runs(curve).map((run) => make("polyline", { points: run.trim(), class: `live-stroke ${curve.kind}` }));
    const dots = (curve) => runs(curve).join(" ").trim().split(" ").filter(Boolean).map((place) => {
      const [cx, cy] = place.split(",");
      return make("circle", { cx, cy, r: 3.5, class: `live-fill ${curve.kind}` });
    });
    const here = now.window[4];
    const inside = make("clipPath", { id: frame }, make("rect", { x: 40, y: 6, width: width - 46, height: height - 40 }));
    const svg = make(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": plainSentence(now), class: now.along === "" ? "live-drawing" : "live-drawing live-along", style: `max-width: ${width}px` },
      ...x.ticks.flatMap((t) => [
        make("line", { x1: x.at(t), y1: 12, x2: x.at(t), y2: height - 40, class: "live-grid-line" }),
        make("text", { x: x.at(t), y: height - 24, class: "live-tick", "text-anchor": "middle" }, tickText(t)),
      ]),
      ...y.ticks.flatMap((t) => [
        make("line", { x1: 46, y1: y.at(t), x2: width - 18, y2: y.at(t), class: "live-grid-line" }),
        make("text", { x: 42, y: y.at(t) + 4, class: "live-tick", "text-anchor": "end" }, tickText(t)),
      ]),
      Number.isNaN(here) ? null : make("line", { x1: x.at(here), y1: 12, x2: x.at(here), y2: height - 40, class: "live-here" }),
      inside,
      make("g", { "clip-path": `url(#${frame})` }, ...all.flatMap((curve) => (curve.dots ? dots(curve) : line(curve)))),
      ...handles().map(([cx, cy, kind]) => make("circle", { cx, cy, r: 8, class: `live-handle ${kind}` })),
      make("text", { x: (34 + width) / 2, y: height - 6, class: "live-tick", "text-anchor": "middle" }, now.x_title),
    );
    const legend = all.map((curve) => make("li", {}, make("span", { class: `live-swatch ${curve.kind}`, "aria-hidden": "true" }), curve.name));
    const heading = now.y_title === "" ? null : make("p", { class: "live-axes" }, now.y_title);
    show(now.caption, ...[heading, svg, make("ul", { class: "live-legend" }, ...legend)].filter(Boolean));
  };
  /** Where the points are that can be dragged. */
  const handles = () => {
    const points = now.heights === "" ? [] : curves().filter((curve) => curve.dots).slice(0, 1);
    return points.flatMap((curve) => curve.x.map((x, i) => [axes.x.at(x), axes.y.at(curve.y[i]), curve.kind]));
  };
  const pixels = (event) => {
    const box = body.querySelector("svg").getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top].map((pixel) => (pixel * axes.width) / box.width);
  };
  draggingInPlot(body, page, {
    item: () => now,
    place: (event) => pixels(event).map((pixel, i) => [axes.x, axes.y][i].back(pixel)),
    nearestPoint: (event) => {
      const [x, y] = pixels(event);
      const far = handles().map(([cx, cy]) => Math.hypot(cx - x, cy - y));
      return far.length > 0 && Math.min(...far) < 16 ? far.indexOf(Math.min(...far)) : -1;
    },
  });
  return { element, update: (next) => ((now = next), draw()) };
}

/** Holds what follows it, up to the next column or to where things stand across again. */
const columnOfThings = () => ({ element: make("div", { class: "live-column" }), update: () => {} });

/** What is meant for views, or for tests. */
const nothingToSee = () => ({ element: make("span", { hidden: true }), update: () => {} });

const liveKinds = {
  slider: sliderControl,
  choice: choiceControl,
  toggle: toggleControl,
  entries: entriesControl,
  cells: cellsControl,
  point: pointControl,
  cell: nothingToSee,
  allowance: nothingToSee,
  column: columnOfThings,
  across: nothingToSee,
  presses: pressesControl,
  text: textControl,
  steps: stepsControl,
  say: sayView,
  grid: gridView,
  bars: barsView,
  plane: planeView,
  plot: plotView,
};

// --- The page -------------------------------------------------------------------------------------------------------

/** Whether an element is the caption of a picture: a paragraph all in italics. */
function isCaption(element) {
  const inner = element?.matches("p") && element.children.length === 1 ? element.firstElementChild : null;
  return inner?.localName === "em" && inner.textContent.trim() === element.textContent.trim();
}

/** A figure that has come alive. */
class LivePage {
  constructor(figure, module) {
    this.figure = figure;
    this.module = module;
    this.settings = {};
    this.slots = [];
    this.message = make("p", { class: "live-error", role: "alert", hidden: true });
    this.body = make("div", { class: "live-page" });
    this.back = make("button", { type: "button", class: "live-back", onclick: () => this.reset() }, "Put everything back");
  }

  /** The control of a key, as the module last described it. */
  control(key) {
    return this.scene.find((item) => item.key === key);
  }

  /** Move a control. */
  set(key, value) {
    this.settings = { ...this.settings, [key]: value };
    this.show();
  }

  reset() {
    this.settings = {};
    this.show();
    this.body.querySelector("input, button, textarea")?.focus({ preventScroll: true }); // the button goes away
  }

  /** Ask the module, and draw what it says; an error is shown in its own words, and the views are left as they were. */
  show() {
    this.back.classList.toggle("live-absent", Object.keys(this.settings).length === 0);
    try {
      this.scene = this.module.scene(this.settings);
      this.message.hidden = true;
    } catch (error) {
      this.message.textContent = error.message;
      this.message.hidden = false;
      return;
    } finally {
      this.body.classList.toggle("live-stale", !this.message.hidden);
    }
    for (const { key, value, run } of this.scene)
      if (key in this.settings) this.settings[key] = run ? [...value, ...run] : value;
    this.draw();
  }

  /** Slots keep their elements for as long as the same thing is in the same place, so that nothing loses the focus. */
  draw() {
    let holder = this.body;
    const filled = new Map();
    this.scene.forEach((item, i) => {
      const same = JSON.stringify([item.kind, item.key, item.label, item.options, item.shape && item.key && item.shape]);
      if (this.slots[i]?.same !== same) {
        this.slots[i]?.element.remove();
        this.slots[i] = { same, ...liveKinds[item.kind](item, this) };
      }
      const { element } = this.slots[i];
      if (item.kind === "column" || item.kind === "across") holder = this.body;
      const place = holder.children[filled.get(holder) ?? 0] ?? null;
      if (place !== element) holder.insertBefore(element, place);
      filled.set(holder, (filled.get(holder) ?? 0) + 1);
      if (item.kind === "column") holder = element;
      this.slots[i].update(item);
    });
    for (const { element } of this.slots.splice(this.scene.length)) element.remove();
    reachScrollers(this.body);
  }

  /** In the place of the picture and its caption. */
  begin() {
    this.scene = this.module.scene({});
    const after = this.figure.nextElementSibling;
    if (isCaption(after)) this.figure.append(after);
    this.figure.append(this.body, this.message, this.back);
    this.figure.classList.add("live-ready");
    this.figure.setAttribute("aria-label", "A picture to touch"); // not what its still form was called
    for (const place of document.querySelectorAll(".live-here")) place.textContent = "Here";
    this.back.classList.add("live-absent");
    this.draw();
    new MutationObserver(() => this.draw()).observe(document.documentElement, { attributeFilter: ["class"] });
    let width = 0; // of what was drawn for it: text in drawings keeps its size
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width === width) return;
      width = contentRect.width;
      this.draw();
    }).observe(this.body);
  }
}

/** Bring a figure to life; where that fails, its picture stays as it is. */
async function bringToLife(figure) {
  try {
    const page = new LivePage(figure, await LiveModule.load(figure.dataset.module));
    page.begin();
    page.bornAt = performance.now();
    figure.livePage = page;
    figure.dataset.state = "ready";
  } catch (error) {
    figure.dataset.state = "still";
    figure.dataset.why = error.message;
  }
}

/** A figure comes alive when it comes near, and in any case when the page has done all else: the keyboard goes through it. */
function watchFigures() {
  const figures = new Set(document.querySelectorAll("figure.live"));
  const wake = (figure) => {
    watcher.unobserve(figure);
    if (figures.delete(figure)) bringToLife(figure);
  };
  const near = (entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => wake(target));
  const watcher = new IntersectionObserver(near, { rootMargin: "600px" });
  for (const figure of figures) watcher.observe(figure);
  const wakeAll = () => setTimeout(() => [...figures].forEach(wake), 300);
  if (document.readyState === "complete") wakeAll();
  else window.addEventListener("load", wakeAll);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watchFigures);
else watchFigures();
