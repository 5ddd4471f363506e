// A page of the site in a browser: opened, typeset, and watched.

import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";
import path from "node:path";

/** A browser that keeps to itself: an empty profile, and nothing asked of the net in the background. */
export function launch(executable) {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({ executablePath: executable, args });
}

/** Opens pages of a site's folder, one after the other, and collects what goes wrong underway. */
export class Visitor {
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
    this.complaints = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.note(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.note(`error: ${error.message}`));
    page.on("requestfailed", (request) => {
      const isLeft = request.failure()?.errorText === "net::ERR_ABORTED"; // the page was left before it came
      if (!isLeft) this.note(`not loaded: ${request.url()}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      const inside = url.startsWith(pathToFileURL(folder).href + "/") || /^(data|blob|about):/.test(url);
      if (!inside) this.note(`leaves the folder: ${url}`);
    });
  }

  static async create(browser, folder, options = {}) {
    const context = await browser.newContext(options);
    await context.grantPermissions(["clipboard-write"]); // a reader's own browser does not ask
    return new Visitor(await context.newPage(), path.resolve(folder));
  }

  note(complaint) {
    this.complaints.push(complaint);
  }

  /** What went wrong since the last call. */
  takeComplaints() {
    return this.complaints.splice(0);
  }

  addressOf(name) {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  /** A page as it comes. */
  visit(name) {
    return this.page.goto(this.addressOf(name));
  }

  /** A page once its scripts have done their part. */
  async open(name) {
    await this.visit(name);
    await this.page.evaluate(typeset);
  }

  async reload() {
    await this.page.reload();
    await this.page.evaluate(typeset);
  }

  /** Another width of the window. */
  async resize(width) {
    if (width === this.width) return;
    this.width = width;
    await this.page.setViewportSize({ width, height: 800 });
    await this.drawnAnew();
  }

  /** The other of the two themes that a system may ask for. */
  async theme(colorScheme) {
    if (colorScheme === this.colorScheme) return;
    this.colorScheme = colorScheme;
    await this.page.emulateMedia({ colorScheme });
    await this.drawnAnew();
  }

  /** Wait until the page has taken notice of a change, before anybody looks. */
  drawnAnew() {
    return this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }

  close() {
    return this.page.context().close();
  }
}

/** What a check complains about; where it waits in vain for something, that. */
export async function patiently(visitor, check, ...more) {
  visitor.page.setDefaultTimeout(8000);
  try {
    return await check(visitor, ...more);
  } catch (error) {
    return [`${check.name}: ${error.message.split("\n")[0]}`];
  }
}

/** In the page: wait until the fonts are there and site.js has done its part. */
function typeset() {
  return document.fonts.ready.then(() => new Promise((resolve) => window.setTimeout(resolve)));
}
