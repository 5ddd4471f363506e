// The questions of "Check yourself": options become buttons, and an answer says whether it is right, and why.

(() => {
  "use strict";

  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  /** One question, a list of options below it, and a fold with the answer. */
  class Quiz {
    constructor(section, { isAsked }) {
      this.section = section;
      this.right = section.dataset.answer;
      this.fold = section.querySelector("details");
      this.list = section.querySelector("ul");
      this.options = new Map([...this.list.children].map((item) => this.option(item)));
      this.verdict = make("p", "quiz-verdict");
      this.verdict.setAttribute("role", "status");
      this.again = make("button", "quiz-again", "Try again");
      this.again.type = "button";
      this.again.addEventListener("click", () => this.reset());
      this.list.classList.add("quiz-options");
      this.name();
      this.list.after(this.verdict);
      this.fold.after(this.again);
      const before = window.progress?.answerTo(section.id);
      this.open();
      if (before && !isAsked && this.options.has(before.letter)) this.show(before.letter);
    }

    /** The buttons are a group that has the question as its name. */
    name() {
      const question = this.section.querySelector("p");
      question.id ||= `${this.section.id}_question`;
      this.list.setAttribute("role", "group");
      this.list.setAttribute("aria-labelledby", question.id);
    }

    /** An item of the list as a button, by its letter. */
    option(item) {
      const mark = item.querySelector("b, strong");
      const letter = mark.textContent.trim();
      const button = make("button", "quiz-option");
      button.type = "button";
      mark.classList.add("quiz-letter");
      const content = item.querySelector(":scope > p") ?? item;
      const words = make("span", "quiz-words", ...[...content.childNodes].filter((node) => node !== mark));
      button.append(mark, words, make("span", "quiz-sign"));
      item.replaceChildren(button);
      item.setAttribute("role", "none");
      button.addEventListener("click", () => this.choose(letter));
      return [letter, button];
    }

    /** Ready for an answer. */
    open() {
      this.isAnswered = false;
      this.again.hidden = true;
      this.verdict.replaceChildren();
      for (const button of this.options.values()) {
        button.className = "quiz-option";
        button.setAttribute("aria-pressed", "false");
        button.removeAttribute("aria-disabled");
        button.querySelector(".quiz-sign").replaceChildren();
      }
    }

    choose(letter) {
      if (this.isAnswered) return;
      this.show(letter);
      this.fold.open = true;
      window.progress?.setAnswer(this.section.id, letter, letter === this.right);
    }

    /** What was chosen, what is right, and that it is said in words too. */
    show(letter) {
      this.isAnswered = true;
      for (const [one, button] of this.options) {
        button.setAttribute("aria-pressed", String(one === letter));
        button.setAttribute("aria-disabled", "true");
        if (one === this.right) this.sign(button, "right", "✓", "right");
        else if (one === letter) this.sign(button, "wrong", "✗", "your answer");
        else button.classList.add("other");
      }
      const isRight = letter === this.right;
      this.verdict.className = `quiz-verdict ${isRight ? "right" : "wrong"}`;
      const wrong = `✗ Not ${letter}. The answer is ${this.right}; the reason is below.`;
      this.verdict.textContent = isRight ? "✓ Right." : wrong;
      this.again.hidden = false;
    }

    sign(button, kind, sign, words) {
      button.classList.add(kind);
      button.querySelector(".quiz-sign").append(sign, make("span", "only-heard", ` (${words})`));
    }

    reset() {
      this.open();
      this.fold.open = false;
      window.progress?.forgetAnswer(this.section.id);
      this.options.values().next().value.focus();
    }
  }

  /** Makes a quiz of an element that has a list and a fold; any other stays as it is. */
  window.makeQuiz = (section, { isAsked = false } = {}) => {
    if (section.querySelector("ul") && section.querySelector("details")) new Quiz(section, { isAsked });
  };

  const begin = () => document.querySelectorAll("section.quiz").forEach((section) => window.makeQuiz(section));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
