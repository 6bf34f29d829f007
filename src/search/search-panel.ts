import { search as words } from "virtual:words";
import { element } from "../components/element.ts";
import { button, complete, resultItem } from "./elements.ts";
import { load, passages } from "./engine.ts";
import { isComposing, nameKeys, opensSearch } from "./keys.ts";
import { buildPanel } from "./panel-parts.ts";
import styles from "./search.css?inline";
import { atOnce, search, type Answer, type Findings } from "./search.ts";
import { statusOf } from "./status.ts";
import { mayGoOn, tooShort } from "./terms.ts";
import { titleFinder, type FindTitles, type TitleFound } from "./titles.ts";

/**
 * The pause in typing, in ms, after which more pages are fetched than the best one. That one is
 * fetched with every key; most other pages that match the beginning of a word do not match the word.
 */
const typingPause = 300;

/** The query in the address of the search page; null if there is none. */
const queryInAddress = () =>
  new URLSearchParams(location.hash.slice(1)).get("q") ??
  new URLSearchParams(location.search).get("q");

/** The field of the panel. @throws if the built page has none */
const fieldOf = (panel: Element): HTMLInputElement => {
  const field = panel.querySelector("input");
  if (!field) throw new Error("the search panel lacks its field");
  return field;
};

/** A button below the results, hidden at first. */
const below = (text: string, act: () => void) =>
  Object.assign(button(text, "mt-3 cursor-pointer rounded border border-soft px-4 py-2.5", act), {
    hidden: true,
  });

/**
 * The search: a field, a choice of sections, and the results. A dialog closes when a result is
 * followed. On the search page, the address has the query in its fragment, which browsers never send;
 * a query before the fragment is understood too.
 */
class SearchPanel extends HTMLElement {
  readonly #dialog = this.closest("dialog");
  readonly #field = fieldOf(this);
  readonly #parts = buildPanel(this, this.#field, () => {
    this.#submit();
  });
  readonly #more = below(words.more, () => void this.#showMore());
  readonly #everywhere = below(words.inAllSections, () => {
    this.#searchEverywhere();
  });
  /** What is searched for; what is typed beside it, such as a space at its end, changes nothing. */
  #query: string | undefined;
  /** The number of the latest search, so that a slow answer never replaces a newer one. */
  #latest = 0;
  /** The query whose results are shown. */
  #shown: string | undefined;
  /** Whether the focus goes to the results once they are shown. */
  #goesToHits = false;
  #readOn = () => Promise.resolve();
  /** Finds passages by their titles, once these are known. */
  #byTitle: FindTitles | undefined;

  connectedCallback() {
    if (!this.#dialog) {
      this.#takeFromAddress();
      addEventListener("hashchange", () => {
        if (this.#takeFromAddress()) void this.#run();
      });
      nameKeys();
      addEventListener("keydown", (event) => {
        if (!opensSearch(event)) return;
        event.preventDefault();
        this.#field.focus();
      });
    }
    this.#field.addEventListener("input", () => {
      if (this.#field.value.trim() !== this.#query) void this.#run({ types: true });
    });
    this.#parts.sections.addEventListener("change", () => void this.#run());
    this.#field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !isComposing(event)) this.#submit();
    });
    this.addEventListener("keydown", (event) => {
      if (!isComposing(event)) this.#move(event);
      else if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
    });
    this.addEventListener("click", ({ target, altKey, ctrlKey, metaKey, shiftKey }) => {
      /* With a key held down, a result opens elsewhere, and the others are still wanted here. */
      if (altKey || ctrlKey || metaKey || shiftKey) return;
      if (target instanceof Element && target.closest("a")) this.#dialog?.close();
    });
    this.#parts.results.after(this.#more, this.#everywhere);
    void this.#run({ types: this.#field.matches(":focus") });
    /* What it needs is loaded before anything is typed. */
    load().catch(() => {
      this.#fail();
    });
  }

  /** @param types whether the visitor is typing: more of the query may follow at once */
  async #run({ types: isTyping = false } = {}) {
    const query = this.#field.value.trim();
    if (query !== this.#query) this.#goesToHits = false;
    this.#query = query;
    const turn = ++this.#latest;
    const isWanted = () => turn === this.#latest;
    if (!this.#dialog) this.#putInAddress(query);
    const section = this.#section();
    /* It begins with the last key: an index that is long in coming is not waited for twice. */
    const pause = isTyping ? new Promise((resolve) => setTimeout(resolve, typingPause)) : undefined;
    try {
      const byTitle = await this.#titles();
      if (!isWanted()) return;
      const named = tooShort.test(query) ? [] : byTitle(query);
      const titled = named.filter((title) => section === "" || title.section === section);
      if (titled.length > 0) this.#showTitles(titled);
      /* Each pair of letters is in a piece of the index that the whole word rarely needs. */
      if (mayGoOn.test(query)) await pause;
      if (!isWanted()) return;
      const numbers = named.map(({ number }) => number);
      const look = (forgiving: boolean) => search(query, section, numbers, isWanted, forgiving);
      const first = tooShort.test(query) ? undefined : await look(!isTyping);
      if (titled.length === 0) {
        const glance = await first?.glance();
        if (!isWanted()) return;
        this.#clear(first);
        if (!first || !glance) return;
        /* Words that are nowhere may be slips: what has the others only would go again. */
        if (!first.hasUnknown) this.#show(glance);
      }
      await pause;
      if (!isWanted()) return;
      /* Half a word is no slip: only now it may be one. */
      const answer = first?.hasUnknown ? await look(true) : first;
      if (!answer || !isWanted()) return;
      if (titled.length > 0) this.#listSections(answer.sections);
      else if (answer !== first) this.#clear(answer);
      let round = 0;
      this.#readOn = async () => {
        const findings = await answer.read(++round);
        if (!isWanted()) return;
        this.#show(findings);
        this.#say(statusOf(query, section, answer, findings, words));
        this.#more.hidden = findings.hits.length === findings.total;
      };
      await this.#readOn();
    } catch {
      if (isWanted()) this.#fail();
    }
  }

  /** What finds titles, from what is known of all passages, which has the ways on too. @throws if that does not arrive */
  async #titles(): Promise<FindTitles> {
    const known = await passages();
    if (!this.#byTitle) this.#parts.leadOn(known.waysOn);
    this.#byTitle ??= titleFinder(known, words);
    return this.#byTitle;
  }

  #section(): string {
    return this.#parts.sections.querySelector<HTMLInputElement>("input:checked")?.value ?? "";
  }

  /** @returns whether the address had a query; if not, the field keeps what was typed before the script loaded */
  #takeFromAddress(): boolean {
    const query = queryInAddress();
    this.#field.value = query ?? this.#field.value;
    return query !== null;
  }

  #putInAddress(query: string) {
    const address =
      query === "" ? "/search/" : `/search/#${String(new URLSearchParams({ q: query }))}`;
    history.replaceState(null, "", address);
  }

  /** Says how much was found, once nothing more is typed: what is written again is said again. */
  #say(status: string) {
    if (this.#parts.status.textContent !== status) this.#parts.status.textContent = status;
  }

  /** Clears the results, and shows the sections of the new answer, if there is one. */
  #clear(answer: Answer | undefined) {
    this.#parts.failure.hidden ||= answer !== undefined;
    this.#parts.nothingFound.hidden = true;
    this.#more.hidden = true;
    this.#everywhere.hidden = !answer?.elsewhere;
    this.#say("");
    this.#parts.status.classList.remove("truncate");
    this.#shown = undefined;
    this.#parts.results.replaceChildren();
    this.#listSections(answer?.sections ?? []);
  }

  /** Shows what is found by its title, before the index is there. */
  #showTitles(titles: readonly TitleFound[]) {
    this.#parts.nothingFound.hidden = true;
    this.#more.hidden = true;
    this.#everywhere.hidden = true;
    this.#say("");
    /* What will be said has one line, or it would move the results. */
    this.#parts.status.classList.add("truncate");
    this.#parts.results.replaceChildren(
      ...titles
        .slice(0, atOnce)
        .map((title) => resultItem({ ...title, archived: false, excerpt: [] })),
    );
    this.#shown = this.#query;
    this.#goToHits();
  }

  /** Shows findings; those that are already shown come first, and stay where they are. */
  #show({ hits, total }: Findings) {
    const { results } = this.#parts;
    this.#parts.nothingFound.hidden = total > 0 || !this.#everywhere.hidden;
    this.#parts.failure.hidden ||= true;
    [...results.children].forEach((item, at) => {
      if (hits[at]) complete(item, hits[at]);
    });
    results.append(...hits.slice(results.children.length).map(resultItem));
    this.#shown = this.#query;
    this.#goToHits();
  }

  /** Lists the sections to choose from: those with matches, and the chosen one. */
  #listSections(sections: readonly string[]) {
    const chosen = this.#section();
    const names = [...new Set(chosen === "" ? sections : [...sections, chosen])];
    this.#parts.sections.hidden = names.length < 2 && chosen === "";
    const shown = [...this.#parts.sections.querySelectorAll("input")].map(({ value }) => value);
    const wanted = ["", ...names];
    if (shown.join("\n") === wanted.join("\n")) return;
    const focused = this.#parts.sections.contains(document.activeElement);
    this.#parts.sections.querySelectorAll("label").forEach((label) => {
      label.remove();
    });
    this.#parts.sections.append(...wanted.map((name) => this.#choice(name, name === chosen)));
    if (focused) this.#parts.sections.querySelector<HTMLInputElement>("input:checked")?.focus();
  }

  #searchEverywhere() {
    const [allSections] = this.#parts.sections.querySelectorAll("input");
    if (allSections) allSections.checked = true;
    this.#field.focus();
    void this.#run();
  }

  /** Shows more results, and moves the focus to the first new one. */
  async #showMore() {
    const shown = this.#parts.results.children.length;
    try {
      await this.#readOn();
      this.#parts.results.children[shown]?.querySelector("a")?.focus();
    } catch {
      this.#fail();
    }
  }

  #choice(name: string, checked: boolean) {
    const radio = element("input", "accent-accent");
    Object.assign(radio, { type: "radio", name: "section", value: name, checked });
    return element("label", "flex min-h-6 items-center gap-1.5", radio, name || words.allSections);
  }

  /** Says that it cannot be loaded, below what was found by titles. */
  #fail() {
    if (this.#shown !== this.#query) this.#clear(undefined);
    this.#query = undefined;
    this.#shown = undefined;
    this.#parts.failure.hidden = false;
    if (import.meta.env.DEV)
      this.#parts.failure.textContent = "Search works in the built site: npm start";
  }

  /** Leads to the results; where they could not be loaded, tries again. */
  #submit() {
    if (this.#query === undefined) void this.#run();
    this.#goesToHits = true;
    this.#goToHits();
  }

  /** Moves the focus to the first result, once it is one of what was asked for, and if nobody went on. */
  #goToHits() {
    if (!this.#goesToHits || this.#shown !== this.#query) return;
    this.#goesToHits = false;
    const { activeElement } = document;
    if (this.contains(activeElement) && !this.#parts.results.contains(activeElement))
      this.#parts.results.querySelector("a")?.focus();
  }

  /** Arrow down and up move the focus from the field through the results and back. */
  #move(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === "radio") return;
    const stops = [this.#field, ...this.#parts.results.querySelectorAll("a")];
    const at = stops.findIndex((stop) => stop === target);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at === -1 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);
customElements.define("search-panel", SearchPanel);
