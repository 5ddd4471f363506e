// What a reader has read and answered: kept in this browser only, and shown beside the chapters.

(() => {
  "use strict";

  const key = "dot-by-dot";

  /** All that is kept. A browser may keep nothing for pages opened from a folder: it then holds for one page. */
  let kept = { read: {}, answers: {}, place: null };

  function load() {
    try {
      kept = { ...kept, ...JSON.parse(localStorage.getItem(key) ?? "{}") };
    } catch {
      // as if nothing had been read
    }
  }

  function save() {
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // until the page is left
    }
    document.dispatchEvent(new Event("progress"));
  }

  load();

  /** What other scripts ask and tell. */
  const progress = {
    leastTime: 60_000, // milliseconds: whoever is at the end of a lesson sooner than that has only looked
    hasRead: (chapter) => chapter in kept.read,
    setRead(chapter, isRead) {
      if (isRead) kept.read[chapter] ??= new Date().toISOString().slice(0, 10);
      else delete kept.read[chapter];
      save();
    },
    answerTo: (quiz) => kept.answers[quiz] ?? null,
    setAnswer(quiz, letter, isRight) {
      kept.answers[quiz] = { letter, isRight };
      save();
    },
    forgetAnswer(quiz) {
      delete kept.answers[quiz];
      save();
    },
    answers: () => Object.entries(kept.answers),
    place: () => kept.place,
    setPlace(place) {
      kept.place = place;
      save();
    },
    isEmpty: () => Object.keys(kept.read).length + Object.keys(kept.answers).length === 0 && kept.place === null,
    forget() {
      kept = { read: {}, answers: {}, place: null };
      save();
    },
  };
  window.progress = progress;

  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  const page = () => document.body.dataset.page ?? "";
  const isLesson = () => page().startsWith("chapter_");
  const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  /** A sign beside a chapter that has been read, with words for those who listen. */
  function mark(link, isRead) {
    const there = link.querySelector(".read-mark");
    if (isRead && !there) {
      const sign = make("span", "", "✓");
      sign.setAttribute("aria-hidden", "true");
      link.append(make("span", "read-mark", sign, make("span", "only-heard", " (read)")));
    } else if (!isRead) there?.remove();
  }

  /** Signs in the sidebar, and wherever chapters are listed. */
  function markChapters() {
    for (const link of document.querySelectorAll('#sidebar a[href^="chapter_"], [data-chapter] > a')) {
      const chapter = link.getAttribute("href").replace(/\.html.*$/, "");
      mark(link, progress.hasRead(chapter));
    }
  }

  /** "You have read 3 of 21 chapters." */
  function summary() {
    const place = document.getElementById("progress-summary");
    if (!place) return;
    const chapters = [...document.querySelectorAll("[data-chapter]")].map((item) => item.dataset.chapter);
    const read = chapters.filter(progress.hasRead).length;
    const answers = progress.answers();
    const right = answers.filter(([, { isRight }]) => isRight).length;
    place.hidden = progress.isEmpty() && page() !== "progress";
    const words = [`You have read ${read} of ${count(chapters.length, "chapter", "chapters")}.`];
    if (answers.length > 0)
      words.push(`You have answered ${count(answers.length, "question", "questions")}, ${right} right.`);
    place.replaceChildren(words.join(" "));
    if (page() !== "progress") {
      const link = Object.assign(make("a", "", "Your progress"), { href: "progress.html" });
      place.append(" ", link);
    }
    const done = Object.assign(make("span"), { style: `width: ${(100 * read) / chapters.length}%` });
    const bar = make("span", "progress-bar", done);
    bar.setAttribute("aria-hidden", "true");
    place.append(bar);
  }

  /** Where to go on: where the reader stopped in a chapter that is not read yet, or else the next one that is not. */
  function goOn() {
    const start = document.getElementById("start");
    if (!start || progress.isEmpty()) return;
    const items = [...document.querySelectorAll("[data-chapter]")];
    const chapters = items.map((item) => item.dataset.chapter);
    const place = progress.place();
    const isInside = place && chapters.includes(place.chapter) && !progress.hasRead(place.chapter);
    const stopped = isInside ? place : null;
    const last = chapters.findLastIndex(progress.hasRead);
    const next = chapters.find((chapter, index) => index > last && !progress.hasRead(chapter));
    const chapter = stopped?.chapter ?? next ?? chapters.find((one) => !progress.hasRead(one));
    if (!chapter) return;
    const title = items[chapters.indexOf(chapter)].querySelector(".landing-title").textContent;
    start.href = `${chapter}.html${stopped?.anchor ? `#${stopped.anchor}` : ""}`;
    start.parentElement.classList.add("goes-on");
    start.textContent = `Go on with chapter ${Number(chapter.slice(8, 10))}`;
    const note = stopped?.heading ? `${title}, at “${stopped.heading}”` : title;
    document.getElementById("start-note").textContent = note;
  }

  /** A lesson: notes where the reader is, and that they have come to its end. */
  function followReader() {
    const end = document.querySelector("nav.path");
    if (!end) return;
    const button = make("button", "read-button");
    button.type = "button";
    const show = () => {
      const isRead = progress.hasRead(page());
      button.setAttribute("aria-pressed", String(isRead));
      button.textContent = isRead ? "✓ Read" : "Mark as read";
    };
    document.addEventListener("progress", show);
    show();
    end.before(make("p", "read-line", button));
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting || window.scrollY === 0 || performance.now() < progress.leastTime) return;
      progress.setRead(page(), true);
      seen.disconnect();
    });
    if (!progress.hasRead(page())) seen.observe(end);
    button.addEventListener("click", () => {
      seen.disconnect(); // whoever takes the mark back means it
      progress.setRead(page(), !progress.hasRead(page()));
    });
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && notePlace());
    window.addEventListener("pagehide", notePlace);
  }

  /** The last heading above the middle of the window. */
  function notePlace() {
    const headings = [...document.querySelectorAll("main h2")];
    const heading = headings.findLast((one) => one.getBoundingClientRect().top < window.innerHeight / 2);
    const anchor = heading?.id || heading?.querySelector("[id]")?.id || "";
    progress.setPlace({ chapter: page(), anchor, heading: heading?.textContent.trim() ?? "" });
  }

  /** The progress page: what each chapter's questions have come to, and a way to begin anew. */
  function fillProgressPage() {
    for (const item of document.querySelectorAll(".progress-chapters [data-chapter]")) {
      const number = item.dataset.chapter.slice(8, 10);
      const answers = progress.answers().filter(([quiz]) => quiz.startsWith(`quiz_${number}_`));
      const right = answers.filter(([, { isRight }]) => isRight).length;
      const state = item.querySelector(".progress-state");
      state.textContent = answers.length > 0 ? `${right} of ${count(answers.length, "answer", "answers")} right` : "";
    }
    offerToForget();
  }

  function offerToForget() {
    const place = document.getElementById("progress-forget");
    if (!place || place.childElementCount > 0) return;
    const button = make("button", "", "Forget all of it");
    button.type = "button";
    const words = make("p", "", "");
    words.setAttribute("role", "status");
    button.addEventListener("click", () => {
      if (button.dataset.sure) {
        progress.forget();
        window.location.reload();
      } else {
        button.dataset.sure = "yes";
        button.textContent = "Yes, forget what I have read and answered";
        words.textContent = "There is no way back from that.";
      }
    });
    place.append(button, words);
    place.hidden = false;
  }

  /** The questions that were missed, where quizzes.js has them. */
  function askAgain() {
    const place = document.getElementById("progress-again");
    const missed = new Set(progress.answers().filter(([, { isRight }]) => !isRight).map(([quiz]) => quiz));
    if (!place || missed.size === 0) return;
    const script = Object.assign(document.createElement("script"), { src: "quizzes.js" });
    script.addEventListener("load", () => {
      for (const style of window.quizStyles)
        document.head.append(Object.assign(make("link"), { rel: "stylesheet", href: style }));
      for (const quiz of window.quizzes.filter(({ id }) => missed.has(id))) {
        const link = Object.assign(make("a", "", quiz.title), { href: `${quiz.page}#${quiz.id}` });
        const box = make("div", "progress-question", make("p", "progress-from", "From ", link));
        box.insertAdjacentHTML("beforeend", quiz.html);
        place.append(box);
        window.makeQuiz(box.querySelector(".quiz"), { isAsked: true });
      }
      place.hidden = false;
    });
    document.head.append(script);
  }

  function show() {
    markChapters();
    summary();
    if (page() === "progress") fillProgressPage();
  }

  function begin() {
    show();
    goOn();
    if (isLesson()) followReader();
    document.addEventListener("progress", show);
    if (page() === "progress") window.addEventListener("load", askAgain); // quiz.js is there by then
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return; // shown as it was left: what has been read since then is not on it
      load();
      show();
      goOn();
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
