// Sets the formulas of the site, once and for all its readers: what the pages carry as TeX becomes KaTeX's HTML, with
// MathML for those who listen. Pages with formulas get a style sheet for them; the fonts lie beside it.
//   node set_formulas.mjs FOLDER_OF_KATEX SITE STYLE
// A formula that KaTeX cannot set is named, with its page, and is an error.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [katexFolder, site, style] = process.argv.slice(2);
const katex = createRequire(import.meta.url)(path.resolve(katexFolder, "katex.js"));

/** Queries, keys and values have a colour each, as in the pictures. */
const roles = { Q: "query", K: "key", V: "value", q: "query", k: "key", v: "value" };

/** Letters in their colours. A small letter that KaTeX sets tight is an index, and stays as it is. */
function coloured(html) {
  return html.replace(/(<span class="mord mathnormal( mtight)?"[^>]*>)([^<]+)/g, (_, begin, tight, letters) => {
    const inColour = (letter) => {
      const isIndex = tight && letter === letter.toLowerCase();
      return roles[letter] && !isIndex ? `<span class="role-${roles[letter]}">${letter}</span>` : letter;
    };
    return begin + [...letters].map(inColour).join("");
  });
}

/** What a page says with entities. */
function decoded(html) {
  const entities = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return html.replace(/&(lt|gt|quot|amp);/g, (_, name) => entities[name]);
}

/** The parts of a formula between \qquad: they may stand one below the other. None is cut within a pair of braces. */
function partsOf(tex) {
  const parts = tex.split("\\qquad");
  const count = (part, pattern) => (part.match(pattern) ?? []).length;
  const isWhole = (part) =>
    count(part, /\{/g) === count(part, /\}/g) && count(part, /\\(begin|left)\b/g) === count(part, /\\(end|right)\b/g);
  return parts.every(isWhole) ? parts : [tex];
}

const known = new Map(); // most formulas are single letters, and come back

/** A formula as HTML; `div` for one that has a line of its own. */
function set(tex, element) {
  const key = element + tex;
  if (!known.has(key)) {
    const options = { displayMode: element === "div", output: "htmlAndMathml", strict: "error", throwOnError: true };
    const parts = element === "div" ? partsOf(tex) : [tex];
    known.set(key, parts.map((part) => coloured(katex.renderToString(part, options))).join("\n"));
  }
  return known.get(key);
}

/** Whether a formula is short enough to stay in one line: about the width of three words. */
function isShort(html) {
  return html.replace(/^.*<span class="katex-html"/s, "<").replace(/<[^>]*>/g, "").length <= 24;
}

/** Doxygen puts a blank before each formula. After a bracket that is one too many. */
function withoutBlanks(page) {
  return page.replace(/([([]) +(?=<span class="formula">)/g, "$1");
}

/** A page with its formulas set; what cannot be is added to the complaints. */
function withFormulas(name, page, complaints) {
  return withoutBlanks(page).replace(/<(span|div) class="formula"><code>([^<]*)<\/code><\/\1>/g, (whole, element, code) => {
    try {
      const html = set(decoded(code), element);
      const kind = element === "span" && isShort(html) ? "formula short" : "formula";
      return `<${element} class="${kind}">${html}</${element}>`;
    } catch (error) {
      complaints.push(`${name}: ${decoded(code)}\n  ${error.message}`);
      return whole;
    }
  });
}

/** The style sheet, with one kind of font: all browsers of today read woff2. */
function writeStyle() {
  const css = readFileSync(path.join(katexFolder, "katex.min.css"), "utf8");
  const lean = css.replace(/(src:url\([^)]+\.woff2\) format\(.woff2.\))[^;}]*/g, "$1");
  writeFileSync(path.join(site, "formulas.css"), `${lean}\n${readFileSync(style, "utf8")}`);
  mkdirSync(path.join(site, "fonts"), { recursive: true });
  for (const font of readdirSync(path.join(katexFolder, "fonts")).filter((file) => file.endsWith(".woff2")))
    copyFileSync(path.join(katexFolder, "fonts", font), path.join(site, "fonts", font));
}

const complaints = [];
let pages = 0;
for (const name of readdirSync(site).filter((file) => file.endsWith(".html"))) {
  const file = path.join(site, name);
  const before = readFileSync(file, "utf8");
  const page = withFormulas(name, before, complaints);
  if (page === before) continue;
  ++pages;
  writeFileSync(file, page.replace("</head>", '<link href="formulas.css" rel="stylesheet">\n</head>'));
}
writeStyle();
for (const complaint of complaints) console.error(`formula not set: ${complaint}`);
console.log(`-- ${known.size} different formulas on ${pages} pages`);
process.exitCode = complaints.length === 0 ? 0 : 1;
