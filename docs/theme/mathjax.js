// Formulas are set with the fonts beside this file alone, and without a menu: nothing is fetched from elsewhere, and
// every browser shows the same. On a telephone they are a little smaller: the formula of attention then fits.
MathJax.Hub.Config({
  showMathMenu: false,
  menuSettings: { inTabOrder: false },  // without a menu there is nothing to do there
  messageStyle: "none",
  "HTML-CSS": { availableFonts: [], webFont: "TeX", imageFont: null, scale: window.innerWidth < 500 ? 86 : 100 },
});

// Those who listen to a page hear its formulas as MathML. On a page without formulas the extension would fail.
MathJax.Hub.Register.StartupHook("HTML-CSS Jax Ready", () =>
  MathJax.Ajax.Require("[MathJax]/extensions/AssistiveMML.js"),
);

// Queries, keys and values have a colour each, here as in the pictures. A small letter below or above another one is an
// index, and stays as it is.
const roles = { Q: "query", K: "key", V: "value", q: "query", k: "key", v: "value" };
MathJax.Hub.Register.MessageHook("New Math", ([, id]) => {
  for (const letter of document.getElementById(id + "-Frame")?.querySelectorAll(".mi") ?? []) {
    const role = roles[letter.textContent];
    const is_index = letter.style.fontSize !== "" && letter.textContent === letter.textContent.toLowerCase();
    if (role && !is_index) letter.classList.add("role-" + role);
  }
});
