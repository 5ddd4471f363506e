// What a reader wants of formulas beyond seeing them: to have them on paper, and without a script.

/** The sheet of formulas says that it fits on two pages. */
async function sheetPrintsOnTwoPages(visitor) {
  await visitor.open("formulas.html");
  const sheet = await visitor.page.pdf({ format: "A4" });
  const pages = sheet.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
  return pages === 2 ? [] : [`formulas.html: prints on ${pages} pages, not on two`];
}

/** In the page: formulas as they are set, and queries in their colour. */
function setFormulas() {
  const shown = [...document.querySelectorAll(".formula .katex-html")].filter((formula) => formula.checkVisibility());
  const colour = (element) => getComputedStyle(element).color;
  const query = document.querySelector(".formula .role-query");
  return { count: shown.length, coloured: query !== null && colour(query) !== colour(document.body) };
}

/** Formulas are in the page, not made by a script in it. */
async function needNoScript(visitor) {
  const context = await visitor.page.context().browser().newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(visitor.addressOf("chapter_07_attention.html"));
  const { count, coloured } = await page.evaluate(setFormulas);
  await context.close();
  return count > 20 && coloured ? [] : [`without scripts, ${count} formulas of chapter 7 are set`];
}

/** All of it, as complaints. */
export async function formulas(visitor) {
  return [...(await sheetPrintsOnTwoPages(visitor)), ...(await needNoScript(visitor))];
}
