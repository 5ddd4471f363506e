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
