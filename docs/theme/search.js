// The search field in the header: looks into search_index.js, which is loaded when the field gets the focus.

(() => {
  "use strict";

  const mostResults = 20;
  const mostOfAPage = 3;
  const kinds = { lesson: "Lesson", term: "Glossary", exercise: "Exercise", page: "Page", code: "Code" };
  const worth = { lesson: 30, term: 20, exercise: 8, page: 8, code: 0 }; // whatever one looks for
  const weight = { lesson: 1, term: 0.9, exercise: 0.6, page: 0.7, code: 0.7 }; // of the words that fit

  const asides = new Set(["Try it", "Check yourself"]); // they use a term, and explain it elsewhere

  /** Small letters and digits, with a blank in place of all else; no character moves. */
  const plain = (text) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, " ")} `;

  /** The number of a lesson's chapter: where several lessons fit alike, the first one explains. */
  const chapterOf = (entry) => (entry.kind === "lesson" ? Number(/\d+/.exec(entry.page)) : 0);

  /** A word as typed, and the same in the singular. */
  function forms(word) {
    if (word.length > 4 && word.endsWith("ies")) return [word, `${word.slice(0, -3)}y`];
    return word.length > 3 && word.endsWith("s") ? [word, word.slice(0, -1)] : [word];
  }

  const wordsOf = (query) => plain(query).split(" ").filter(Boolean);

  /** A part of a page, ready to be compared with. */
  function prepared(page, [heading, place, text, terms = []]) {
    return {
      kind: page.kind,
      title: page.title,
      heading,
      page: page.page,
      address: place ? `${page.page}#${place}` : page.page,
      text,
      terms: terms.map((term) => plain(term).trim()),
      plainTitle: plain(page.title),
      plainHeading: plain(heading),
      plainText: plain(text),
    };
  }

  /** How well a word fits a text: as a whole, as a beginning, or not at all. */
  function fit(text, word, whole, beginning) {
    let best = 0;
    for (const form of forms(word)) {
      if (text.includes(` ${form} `)) return whole;
      if (text.includes(` ${form}`)) best = beginning;
    }
    return best;
  }

  /** How often words begin with a word, up to five times. */
  const count = (text, word) => Math.min(text.split(` ${forms(word).at(-1)}`).length - 1, 5);

  /** How well a word fits an entry; 0 where it is missing. */
  const fitOf = (entry, word) =>
    fit(entry.plainHeading, word, 20, 12) + fit(entry.plainTitle, word, 16, 10) + fit(entry.plainText, word, 6, 3);

  /** How much a word says: "softmax" more than "one", which is nearly everywhere. */
  function rarity(entries, word) {
    const having = entries.filter((entry) => fitOf(entry, word) > 0).length;
    return Math.max(Math.log((entries.length + 1) / (having + 1)) / Math.log(entries.length + 1), 0.1);
  }

  /** How much an entry is worth to somebody who looks for these words; 0 where one of them is missing. */
  function score(entry, words, rarities) {
    let sum = 0;
    for (const [index, word] of words.entries()) {
      const found = fitOf(entry, word);
      if (found === 0) return 0;
      const isExplained = entry.terms.includes(forms(word).at(-1));
      sum += rarities[index] * (found + count(entry.plainText, word)) + (isExplained ? 8 : 0);
    }
    sum += phraseBonus(entry, words) - (asides.has(entry.heading) ? 12 : 0);
    return worth[entry.kind] - chapterOf(entry) / 2 + weight[entry.kind] * sum + termBonus(entry, words.join(" "));
  }

  /** Words that stand beside each other, as they were typed. */
  function phraseBonus(entry, words) {
    if (words.length < 2) return 0;
    const phrase = new RegExp(` ${words.join(" +")}`, "u");
    return (phrase.test(entry.plainText) ? 15 : 0) + (phrase.test(entry.plainHeading + entry.plainTitle) ? 15 : 0);
  }

  /** Where a term is explained, or a whole page is about it. */
  function termBonus(entry, query) {
    const isMeant = (text) => forms(query).includes(text);
    const explained = entry.kind === "lesson" ? 60 : 25;
    const isName = entry.kind === "code" && entry.plainHeading.trim() === query;
    if (isName || (entry.kind === "exercise" && entry.terms.includes(query))) return 50;
    if (entry.terms.some(isMeant)) return explained;
    const subject = entry.plainTitle.replace(/^ chapter +\d+ +/, "").trim();
    if (entry.kind === "lesson" && entry.heading === "" && isMeant(subject)) return 40;
    return entry.terms.some((term) => term.startsWith(query)) ? explained / 4 : 0;
  }

  /** The entries that fit best, a few of each page. */
  function search(entries, query) {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const rarities = words.map((word) => rarity(entries, word));
    const all = entries.map((entry) => ({ entry, score: score(entry, words, rarities) }));
    const scored = all.filter((one) => one.score > 0);
    scored.sort((a, b) => b.score - a.score);
    const ofPage = new Map();
    return scored
      .filter(({ entry }) => {
        const before = ofPage.get(entry.page) ?? 0;
        ofPage.set(entry.page, before + 1);
        return before < mostOfAPage;
      })
      .slice(0, mostResults)
      .map(({ entry }) => entry);
  }

  /** Where words that begin as those looked for stand in a text: pairs of begin and end, in order. */
  function places(text, words) {
    const any = words.flatMap(forms).join("|");
    const pattern = new RegExp(`(?<= )(?:${any})[\\p{L}\\p{N}]*`, "gu");
    return [...plain(text).matchAll(pattern)].map((match) => [match.index - 1, match.index - 1 + match[0].length]);
  }

  /** A text with the words marked, as nodes. */
  function marked(text, words) {
    const nodes = [];
    let at = 0;
    for (const [begin, end] of places(text, words)) {
      nodes.push(text.slice(at, begin), make("mark", "", text.slice(begin, end)));
      at = end;
    }
    return [...nodes, text.slice(at)];
  }

  /** The part of a text around the place where most of the words are. */
  function excerpt(text, words) {
    const found = places(text, words);
    if (text.length < 170) return text;
    const near = (at) => found.filter(([begin]) => begin >= at && begin < at + 110).length;
    const best = found.reduce((top, [begin]) => (near(begin) > near(top) ? begin : top), found[0]?.[0] ?? 0);
    const from = best < 50 ? 0 : text.indexOf(" ", best - 50) + 1;
    const to = from + 160 >= text.length ? text.length : text.lastIndexOf(" ", from + 160);
    return (from > 0 ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : "");
  }

  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  /** One result: what it is, where it is, and the words around what was looked for. */
  function option(entry, words, index) {
    const isPart = entry.heading !== "" && (entry.kind === "lesson" || entry.kind === "page");
    const name = entry.kind === "lesson" || entry.kind === "page" ? entry.title : entry.heading;
    const link = make(
      "a",
      "search-result",
      make("span", "search-kind", kinds[entry.kind]),
      make("span", "search-title", ...marked(name, words)),
      ...(isPart ? [make("span", "search-heading", ...marked(entry.heading, words))] : []),
      make("span", "search-excerpt", ...marked(excerpt(entry.text, words), words)),
    );
    link.href = entry.address;
    link.id = `search-result-${index}`;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    return link;
  }

  /** The field and its list: a combobox. */
  class Search {
    constructor(place) {
      this.field = Object.assign(make("input", "search-field"), {
        type: "search",
        id: "search-field",
        placeholder: "Search",
        autocomplete: "off",
        spellcheck: false,
      });
      this.list = Object.assign(make("div", "search-results"), { id: "search-results", hidden: true });
      this.status = make("p", "search-status");
      this.active = -1;
      this.describe();
      const label = make("label", "search-label", "Search the lessons, the glossary and the code");
      label.htmlFor = this.field.id;
      this.box = make("div", "search", label, this.field, make("kbd", "search-key", "/"), this.list, this.status);
      this.box.setAttribute("role", "search");
      place.append(this.box);
      this.listen();
    }

    describe() {
      const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": "search-results" };
      for (const [name, value] of Object.entries({ ...attributes, "aria-autocomplete": "list" }))
        this.field.setAttribute(name, value);
      this.field.setAttribute("aria-keyshortcuts", "/");
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "Results");
      this.status.setAttribute("role", "status");
    }

    listen() {
      this.field.addEventListener("focus", () => this.load());
      this.field.addEventListener("input", () => this.update());
      this.field.addEventListener("keydown", (event) => this.press(event));
      this.box.addEventListener("focusout", (event) => {
        if (!this.box.contains(event.relatedTarget)) this.close();
      });
      this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
      this.list.addEventListener("click", (event) => {
        if (event.target.closest("a")) this.close();
      });
      document.addEventListener("keydown", (event) => {
        const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
        if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        this.field.focus();
        this.field.select();
      });
    }

    /** The index, once. */
    load() {
      if (this.entries || this.script) return this.update();
      this.script = Object.assign(document.createElement("script"), { src: "search_index.js" });
      this.script.addEventListener("load", () => {
        this.entries = window.searchIndex.flatMap((page) => page.parts.map((part) => prepared(page, part)));
        this.update();
      });
      this.script.addEventListener("error", () => this.say("The search index is missing."));
      document.head.append(this.script);
    }

    update() {
      const query = this.field.value;
      const words = wordsOf(query);
      if (words.length === 0) return this.close();
      if (!this.entries) return;
      const results = search(this.entries, query);
      this.list.replaceChildren(...results.map((entry, index) => option(entry, words, index)));
      this.open();
      this.choose(results.length > 0 ? 0 : -1);
      this.say(results.length === 0 ? `Nothing has “${query.trim()}” in it.` : this.counted(results.length));
    }

    counted(found) {
      return found === 1 ? "1 result" : `${found} results`;
    }

    say(words) {
      this.status.textContent = words;
      this.status.classList.toggle("search-nothing", words !== "" && this.list.childElementCount === 0);
    }

    open() {
      this.list.hidden = this.list.childElementCount === 0;
      this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    }

    close() {
      this.list.replaceChildren();
      this.open();
      this.say("");
      this.choose(-1);
    }

    /** The result that Enter goes to. */
    choose(index) {
      this.list.children[this.active]?.setAttribute("aria-selected", "false");
      this.active = index;
      const chosen = this.list.children[index];
      if (!chosen) return this.field.removeAttribute("aria-activedescendant");
      chosen.setAttribute("aria-selected", "true");
      chosen.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", chosen.id);
    }

    press(event) {
      const last = this.list.childElementCount - 1;
      const moves = {
        ArrowDown: this.active < last ? this.active + 1 : 0,
        ArrowUp: this.active > 0 ? this.active - 1 : last,
      };
      if (event.key in moves && last >= 0) {
        event.preventDefault();
        this.choose(moves[event.key]);
      } else if (event.key === "Enter") {
        this.list.children[this.active]?.click();
      } else if (event.key === "Escape") {
        event.preventDefault();
        if (this.field.value === "") this.field.blur();
        this.field.value = "";
        this.close();
      }
    }
  }

  window.searchSite = { prepared, search };
  const place = document.getElementById("search");
  if (place) new Search(place);
})();
