import { load, search, type Findings, type Hit } from "./engine.ts";

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
};

/** Nothing, or a single Latin letter, which would find everything. */
const tooShort = /^\p{Script=Latin}?$/u;

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

/** One finding: where it is, what it is called, and the passage that matches. */
const item = ({ href, title, section, archived, excerpt }: Hit) => {
  const link = element("a", "block py-1 font-semibold", title);
  link.href = href;
  const where = element("p", "text-xs text-soft", section);
  if (archived) where.append(" · ", element("strong", "font-semibold text-ink", "Archived"));
  const passage = element(
    "p",
    "text-sm text-soft",
    ...excerpt.map(({ text, matches }) =>
      matches ? element("mark", "bg-transparent font-semibold text-ink", text) : text,
    ),
  );
  return element("li", "border-t border-rule py-3", where, link, passage);
};

const counted = (count: number, query: string) =>
  count === 0
    ? `Nothing found for “${query}”.`
    : `${String(count)} ${count === 1 ? "result" : "results"} for “${query}”.`;

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
  /** Counts the searches, so that a slow answer never replaces a later one. */
  #latest = 0;

  connectedCallback() {
    if (!this.#dialog) {
      this.#takeFromAddress();
      addEventListener("hashchange", () => {
        if (this.#takeFromAddress()) void this.#run();
      });
    }
    this.#field.addEventListener("input", () => void this.#run());
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
    load().then(
      () => void this.#run(),
      () => {
        this.#fail();
      },
    );
  }

  async #run() {
    const turn = ++this.#latest;
    const query = this.#field.value.trim();
    if (!this.#dialog) this.#putInAddress(query);
    try {
      const isWanted = () => turn === this.#latest;
      const findings = tooShort.test(query)
        ? undefined
        : await search(query, this.#section(), isWanted);
      if (isWanted()) this.#show(query, findings);
    } catch {
      if (turn === this.#latest) this.#fail();
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

  #show(query: string, findings: Findings | undefined) {
    const hits = findings?.hits ?? [];
    this.#notLoaded.hidden = true;
    this.#nothingFound.hidden = !findings || hits.length > 0;
    this.#status.textContent = findings ? counted(hits.length, query) : "";
    this.#results.replaceChildren(...hits.map(item));
    this.#offer(findings?.sections ?? []);
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

  #choice(name: string, checked: boolean) {
    const radio = element("input", "accent-accent");
    Object.assign(radio, { type: "radio", name: "section", value: name, checked });
    return element("label", "flex min-h-6 items-center gap-1.5", radio, name || "All sections");
  }

  #fail() {
    this.#show("", undefined);
    this.#notLoaded.hidden = false;
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
