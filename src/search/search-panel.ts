import { search as words } from "virtual:words";
import { element } from "../components/element.ts";
import { button, item } from "./elements.ts";
import { load } from "./engine.ts";
import { search, tooShort, type Answer, type Findings } from "./search.ts";
import { said } from "./status.ts";

/**
 * How long somebody who types rests between two words, in ms. Only then are more pages fetched than
 * the best, which is there with each key: most of those that a beginning finds the whole word does not.
 */
const rest = 300;

/** The query that the address of the search page carries, if it carries one. */
const inAddress = () =>
  new URLSearchParams(location.hash.slice(1)).get("q") ??
  new URLSearchParams(location.search).get("q");

/** The part of the panel that a selector names; the server has written it. */
const part = <Part extends Element>(
  panel: Element,
  selector: string,
  kind: new () => Part,
): Part => {
  const found = panel.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the search panel lacks ${selector}`);
  return found;
};

/**
 * The search: a field, the sections to limit it to, and what was found. In a dialog it closes when
 * a result is followed; on the search page the address carries the query, in the fragment, which a
 * browser sends to nobody. A query that an address has before it is understood too.
 */
class SearchPanel extends HTMLElement {
  readonly #dialog = this.closest("dialog");
  readonly #form = part(this, "form[role=search]", HTMLFormElement);
  readonly #field = part(this, "input[type=search]", HTMLInputElement);
  readonly #sections = part(this, "fieldset", HTMLFieldSetElement);
  readonly #status = part(this, "[role=status]", HTMLElement);
  readonly #results = part(this, "ol", HTMLOListElement);
  readonly #nothingFound = part(this, "[data-nothing-found]", HTMLElement);
  readonly #notLoaded = part(this, "[data-not-loaded]", HTMLElement);
  readonly #submit = part(this, "[type=submit]", HTMLButtonElement);
  readonly #more = button(words.more, () => void this.#showMore());
  readonly #everywhere = button(words.inAllSections, () => {
    this.#searchEverywhere();
  });
  /** Counts the searches, so that a slow answer never replaces a later one. */
  #latest = 0;
  #readOn = () => Promise.resolve();

  connectedCallback() {
    if (!this.#dialog) {
      this.#takeFromAddress();
      addEventListener("hashchange", () => {
        if (this.#takeFromAddress()) void this.#run();
      });
      addEventListener("keydown", (event) => {
        this.#answerSlash(event);
      });
    }
    this.#field.addEventListener("input", () => void this.#run({ types: true }));
    this.#sections.addEventListener("change", () => void this.#run());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#dialog) this.#results.querySelector("a")?.click();
    });
    this.addEventListener("keydown", (event) => {
      this.#move(event);
    });
    this.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a")) this.#dialog?.close();
    });
    this.#results.after(this.#more, this.#everywhere);
    this.#submit.disabled = false;
    load().then(
      () => void this.#run({ types: this.#field.matches(":focus") }),
      () => {
        this.#fail();
      },
    );
  }

  /** @param types whether more of the query may follow at once */
  async #run({ types = false } = {}) {
    const turn = ++this.#latest;
    const isWanted = () => turn === this.#latest;
    const query = this.#field.value.trim();
    if (!this.#dialog) this.#putInAddress(query);
    try {
      const section = this.#section();
      const answer = tooShort.test(query) ? undefined : await search(query, section, isWanted);
      const glance = await answer?.glance();
      if (!isWanted()) return;
      this.#begin(answer);
      if (!answer || !glance) return;
      this.#show(glance, said(query, section, answer, glance, words));
      if (types) await new Promise((resolve) => setTimeout(resolve, rest));
      if (!isWanted()) return;
      let times = 0;
      this.#readOn = async () => {
        const findings = await answer.read(++times);
        if (!isWanted()) return;
        this.#show(findings, said(query, section, answer, findings, words));
        this.#more.hidden = findings.hits.length === findings.total;
      };
      await this.#readOn();
    } catch {
      if (isWanted()) this.#fail();
    }
  }

  #section(): string {
    return this.#sections.querySelector<HTMLInputElement>("input:checked")?.value ?? "";
  }

  /** Whether the address had a query; else the field keeps what was typed before the script came. */
  #takeFromAddress(): boolean {
    const query = inAddress();
    this.#field.value = query ?? this.#field.value;
    return query !== null;
  }

  #putInAddress(query: string) {
    const address =
      query === "" ? "/search/" : `/search/#${String(new URLSearchParams({ q: query }))}`;
    history.replaceState(null, "", address);
  }

  /** Makes room for an answer, or for none. */
  #begin(answer: Answer | undefined) {
    this.#notLoaded.hidden = true;
    this.#nothingFound.hidden = true;
    this.#more.hidden = true;
    this.#everywhere.hidden = !answer?.elsewhere;
    this.#status.textContent = "";
    this.#results.replaceChildren();
    this.#offer(answer?.sections ?? []);
  }

  /** Shows findings, of which those that are shown already are the first. */
  #show({ hits, total }: Findings, status: string) {
    this.#nothingFound.hidden = total > 0 || !this.#everywhere.hidden;
    this.#status.textContent = status;
    this.#results.append(...hits.slice(this.#results.children.length).map(item));
  }

  /** The sections to choose from: those in which something matches, and the one that is chosen. */
  #offer(sections: readonly string[]) {
    const chosen = this.#section();
    const names = [...new Set(chosen === "" ? sections : [...sections, chosen])];
    this.#sections.hidden = names.length < 2 && chosen === "";
    const shown = [...this.#sections.querySelectorAll("input")].map(({ value }) => value);
    const wanted = ["", ...names];
    if (shown.join("\n") === wanted.join("\n")) return;
    const focused = this.#sections.contains(document.activeElement);
    this.#sections.querySelectorAll("label").forEach((label) => {
      label.remove();
    });
    this.#sections.append(...wanted.map((name) => this.#choice(name, name === chosen)));
    if (focused) this.#sections.querySelector<HTMLInputElement>("input:checked")?.focus();
  }

  #searchEverywhere() {
    const [all] = this.#sections.querySelectorAll("input");
    if (all) all.checked = true;
    this.#field.focus();
    void this.#run();
  }

  /** Shows more results, and goes to the first that is new. */
  async #showMore() {
    const shown = this.#results.children.length;
    try {
      await this.#readOn();
      this.#results.children[shown]?.querySelector("a")?.focus();
    } catch {
      this.#fail();
    }
  }

  #choice(name: string, checked: boolean) {
    const radio = element("input", "accent-accent");
    Object.assign(radio, { type: "radio", name: "section", value: name, checked });
    return element("label", "flex min-h-6 items-center gap-1.5", radio, name || words.allSections);
  }

  #fail() {
    this.#begin(undefined);
    this.#notLoaded.hidden = false;
    if (import.meta.env.DEV)
      this.#notLoaded.textContent = "Search works in the built site: npm start";
  }

  /** On the page of the search, / goes to its field, as it opens the dialog elsewhere. */
  #answerSlash(event: KeyboardEvent) {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (key !== "/" || altKey || ctrlKey || metaKey || document.activeElement === this.#field)
      return;
    event.preventDefault();
    this.#field.focus();
  }

  /** Arrow down and up go from the field through the results and back. */
  #move(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === "radio") return;
    const stops = [this.#field, ...this.#results.querySelectorAll("a")];
    const at = stops.findIndex((stop) => stop === target);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at === -1 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

customElements.define("search-panel", SearchPanel);
