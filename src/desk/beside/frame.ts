import { element } from "../../components/element.ts";
import { ask, sentenceOf } from "../ask.ts";
import { allDrafts } from "../editor/drafts.ts";
import type { View } from "../editor/view.ts";
import type { Beside } from "./page-beside.ts";
import { compact, passageAt } from "./passage-at.ts";

/* The page beside what one writes, with all that is not saved. */

/** What can be a passage of a page. */
const passages = "h1, h2, h3, h4, p, li, dt, dd, tr, blockquote";

/** The shortest of what comes after a section's beginning and has the words. */
const passageWith = (words: string, main: Element, from: Element | null): Element | null => {
  const [shortest] = [...main.querySelectorAll(passages)]
    .filter(
      (passage) =>
        !from ||
        passage === from ||
        (from.compareDocumentPosition(passage) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    )
    .filter(({ textContent }) => compact(textContent).includes(words))
    .sort((one, other) => one.textContent.length - other.textContent.length);
  return shortest ?? null;
};

/** Scrolls a frame to an element, unless it can be seen well; never what the frame stands in. */
const scrollTo = (frame: Window, target: Element) => {
  const { top, bottom } = target.getBoundingClientRect();
  const { innerHeight } = frame;
  if (top > innerHeight * 0.1 && bottom < innerHeight * 0.8) return;
  frame.scrollTo({ top: frame.scrollY + top - innerHeight * 0.2, behavior: "instant" });
};

/** Gives a document in a frame other contents, and leaves it where it was scrolled to. */
const replace = (frame: Window, html: string) => {
  const { documentElement: root } = frame.document;
  const { documentElement: next } = new DOMParser().parseFromString(html, "text/html");
  const { scrollX, scrollY } = frame;
  for (const name of ["lang", "dir"]) {
    const value = next.getAttribute(name);
    if (value !== null) root.setAttribute(name, value);
  }
  root.replaceChildren(...next.childNodes);
  frame.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
};

/** The page beside a file, or a record of it. */
export class PageBeside {
  readonly element = element("aside", "page-beside");
  readonly #file: string;
  readonly #frame = element("iframe", "");
  readonly #choice = element("select", "");
  readonly #chosen = element("label", "", "Page to show ");
  readonly #problems = element("div", "problems");
  #at: number | undefined;
  #bodyLine = 1;
  #sections: Beside["sections"] = [];
  #follow: (() => void) | undefined;
  #isAsking = false;
  #isStale = false;

  constructor(file: string) {
    this.#file = file;
    this.#frame.title = "The page with what is not saved";
    this.#frame.addEventListener("load", () => void this.update());
    this.#choice.addEventListener("change", () => {
      this.#frame.src = this.#choice.value;
    });
    this.#chosen.append(this.#choice);
    const skip = element("a", "skip", "Past the page");
    skip.href = "#save-bar";
    this.element.setAttribute("aria-label", "The page beside");
    this.element.hidden = true;
    this.element.append(
      skip,
      this.#chosen,
      element("p", "explained", "As it will be, with what is not saved yet:"),
      this.#problems,
      this.#frame,
    );
  }

  /** Shows the page of a view, as it is with everything that is not saved. */
  show({ shownOn, bodyLine }: View, at: number | undefined): void {
    this.#at = at;
    this.#bodyLine = bodyLine;
    const known = [...this.#choice.options].map(({ value }) => value);
    if (known.join(" ") !== shownOn.map(({ href }) => href).join(" ")) {
      const chosen = this.#choice.value;
      this.#choice.replaceChildren(...shownOn.map(({ href, title }) => new Option(title, href)));
      if (shownOn.some(({ href }) => href === chosen)) this.#choice.value = chosen;
    }
    this.element.hidden = shownOn.length === 0;
    this.#chosen.hidden = shownOn.length < 2;
    const { value } = this.#choice;
    if (value === "") return;
    if (this.#frame.getAttribute("src") === value) void this.update();
    else this.#frame.src = value;
  }

  /** Renders the page anew, once what was asked before is there. */
  async update(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#isStale) {
      this.#isStale = false;
      await this.#render().catch((reason: unknown) => {
        this.#say([sentenceOf(reason)]);
      });
    }
    this.#isAsking = false;
  }

  /** Scrolls the page to the passage at the caret of the text below the fields. */
  followCaret(area: HTMLTextAreaElement): void {
    this.#follow = () => {
      const { line, words } = passageAt(area.value, area.selectionStart);
      const inFile = line + this.#bodyLine - 1;
      this.#scrollTo(this.#sections.findLast((section) => section.line <= inFile)?.id, words);
    };
    this.#follow();
  }

  /** Scrolls the page to the row of a record, or to where its name stands. */
  followRecord(title: string): void {
    this.#follow = () => {
      this.#scrollTo(this.#sections[0]?.id, this.#sections.length === 0 ? compact(title) : "");
    };
    this.#follow();
  }

  /** The window of the frame, unless it has left the site. */
  get #window(): Window | undefined {
    return this.#frame.contentDocument?.defaultView ?? undefined;
  }

  #scrollTo(id: string | undefined, words: string): void {
    const frame = this.#window;
    const main = frame?.document.querySelector("main");
    if (!frame || !main) return;
    const section = id === undefined ? null : frame.document.getElementById(id);
    const found = words.length < 3 ? null : passageWith(words, main, section);
    const target = found ?? section;
    if (target) scrollTo(frame, target);
  }

  #say(problems: readonly string[]): void {
    this.#problems.replaceChildren(...problems.map((words) => element("p", "error", words)));
  }

  async #render(): Promise<void> {
    const path = this.#window?.location.pathname;
    if (path === undefined || !path.startsWith("/")) return;
    const { html, problems, sections } = await ask("beside", {
      path,
      file: this.#file,
      ...(this.#at === undefined ? {} : { at: this.#at }),
      unsaved: allDrafts().map(({ file, text }) => ({ file, text })),
    });
    const frame = this.#window;
    /* Somebody has followed a link on the page meanwhile. */
    if (frame?.location.pathname !== path) return;
    this.#sections = sections;
    this.#say(
      html === undefined
        ? ["The page stays as it was until this is mended:", ...problems]
        : problems,
    );
    if (html !== undefined) replace(frame, html);
    this.#follow?.();
  }
}
