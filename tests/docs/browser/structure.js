// How a page is built: what must hold for those who listen to it, for those without script, and for narrow windows.

/** In the page: one title, headings in order, landmarks, a way on; and no mark of Markdown that was left over. */
export function structure() {
  const complaints = [];
  const expect = (holds, what) => holds || complaints.push(what);
  const count = (selector) => document.querySelectorAll(selector).length;

  expect(count("h1") === 1, `${count("h1")} titles`);
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.localName[1]);
    expect(own <= level + 1, `heading skips a level: ${heading.localName} "${heading.textContent.trim()}"`);
    level = own;
  }
  expect(count("main") === 1 && count("main h1") === 1, "the title is not in the main part");
  expect(document.querySelector("a[href]")?.matches(".skip[href='#content']"), "the first link does not skip to the content");
  expect(count("nav.path a[rel='next']") === 1, "no way on");
  expect(count("nav.path a[rel='prev']") === 1 || document.body.dataset.page === "index", "no way back");
  expect(count("#sidebar a[href]") > 20, "no sidebar");
  for (const script of document.scripts)
    expect(!/jquery|navtree|dynsections|resize\.js/i.test(script.src), `a script of Doxygen's: ${script.src}`);

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.includes("**") && !node.parentElement.closest("code, pre, .fragment, .memberdecls, .memproto, script, style"))
      complaints.push(`stars that should be bold: ${node.data.trim().slice(0, 60)}`);
  }
  return complaints;
}

/**
 * In the page: what is wider than its place can be scrolled, by the keyboard too, and a shadow, a bar or words say so.
 * Nothing else reaches over the right edge. No column of a table is so narrow that its words break into letters.
 */
export function cutOff() {
  const inWords = (element) => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`;
  const some = (elements, what) => elements.slice(0, 2).map((element) => `${what}: ${inWords(element)}`);
  const style = (element) => getComputedStyle(element);
  const scrolls = (element) => ["auto", "scroll"].includes(style(element).overflowX);
  const isInScroller = (element) => element !== null && (scrolls(element) || isInScroller(element.parentElement));
  const edge = document.documentElement.clientWidth + 1;
  const isOver = (element) => element.getBoundingClientRect().right > edge && element.getBoundingClientRect().width > 1;

  const shown = [...document.querySelectorAll("main :not(svg *, .katex *)")].filter((element) => element.checkVisibility());
  const boxes = shown.filter((element) => element.clientWidth > 1);
  const wide = boxes.filter((element) => element.scrollWidth > element.clientWidth + 1 && style(element).display !== "inline");
  const scrollers = wide.filter(scrolls);
  const hasWords = (element) => getComputedStyle(element, "::after").content !== "none"; // a picture hides what is behind it
  const saysSo = (element) => style(element).backgroundImage.includes("gradient") || hasWords(element);
  const isNarrow = (cell) => cell.clientWidth < 2.5 * parseFloat(style(cell).fontSize);
  const cells = boxes.filter((element) => element.matches("td:not(.live-hatched)") && /\p{L}{5}/u.test(element.textContent));
  return [
    ...some(wide.filter((element) => style(element).overflowX === "hidden"), "cut off"),
    ...some(scrollers.filter((element) => !saysSo(element)), "nothing says that one can scroll"),
    ...some(scrollers.filter((element) => element.tabIndex < 0), "the keyboard cannot scroll"),
    ...some(shown.filter((element) => isOver(element) && !isInScroller(element)), "over the edge"),
    ...some(cells.filter(isNarrow), "a column of single letters"),
  ];
}

/** In the page: lines of prose are no longer than about 70 characters; measured by the paragraphs of the longest text. */
export function longLines() {
  const complaints = [];
  for (const paragraph of document.querySelectorAll(".contents p, .contents li")) {
    const isPlain = !paragraph.closest("table, .fragment, nav") && paragraph.children.length === 0;
    if (!isPlain || !paragraph.checkVisibility()) continue;
    const text = paragraph.textContent.trim();
    const { fontSize, lineHeight } = getComputedStyle(paragraph);
    const lines = Math.round(paragraph.getBoundingClientRect().height / parseFloat(lineHeight));
    const perLine = text.length / lines;
    if (lines >= 3 && perLine > 85)
      complaints.push(`${Math.round(perLine)} characters a line (${fontSize}): ${text.slice(0, 40)}`);
  }
  return complaints.slice(0, 3);
}

/** In the page: code of up to a hundred columns is shown whole. */
export function codeThatScrolls() {
  const complaints = [];
  for (const block of document.querySelectorAll(".fragment")) {
    const longest = Math.max(...[...block.querySelectorAll(".line")].map((line) => line.textContent.length));
    if (longest <= 100 && block.checkVisibility() && block.scrollWidth > block.clientWidth + 1)
      complaints.push(`code of ${longest} columns does not fit: ${block.textContent.trim().slice(0, 40)}`);
  }
  return complaints.slice(0, 3);
}
