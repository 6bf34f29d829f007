import { writeText } from "clipboard-polyfill";
import { request as words } from "virtual:words";
import { asText, bodyLines, compose, type Filled, type Message } from "./compose.ts";
import type { Law, RequestContent } from "./content.ts";
import { iso, today } from "./deadline.ts";
import { eml } from "./eml.ts";
import { ics, type Reminder } from "./ics.ts";
import { mailto } from "./mailto.ts";
import { nextSteps } from "./next-steps.ts";
import { manyLines, oneLine } from "./plain-text.ts";
import { revise } from "./revise.ts";

const { default: content } = (await import(
  /* @vite-ignore */ `${location.origin}/request/content.js`
)) as {
  default: RequestContent;
};

/** Hands the reader a file that never was anywhere but on this page. */
const save = (name: string, type: string, text: string) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  /* Some browsers read the file only after the click. */
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
};

/**
 * The request builder: fields that fill a request, live, and the ways to take it along. What is
 * typed stays on the page: nothing is stored, sent, or put into the address.
 */
class RequestBuilder extends HTMLElement {
  readonly #form = this.#one("form");
  readonly #text = this.#one("textarea");
  readonly #rights = [...this.querySelectorAll<HTMLElement>("label:has([data-right])")];
  readonly #country = this.#one("select");
  /** Carries the country over a reload, since its options come later than the page. */
  readonly #chosen = this.#one("input[data-chosen]") as HTMLInputElement;
  /** The lines as they were composed last; the server has composed them from empty fields. */
  #lines = bodyLines(content, {});
  #reminder: Reminder | undefined;
  /** From the first way out on: before it, a blank is no omission. */
  #isMarking = false;
  readonly #copied = document.getElementById("Copied-words")?.textContent ?? "";

  connectedCallback() {
    this.#listCountries();
    this.#form.addEventListener("input", ({ target }) => {
      if (target === this.#text) {
        this.#say("");
        this.#show();
      } else this.#fieldsChanged();
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    for (const control of this.querySelectorAll<HTMLElement>("button, a[data-mail]"))
      control.addEventListener("click", () => {
        this.#act(control);
      });
    /* A browser brings only the line with the caret into view. */
    this.#text.addEventListener("focus", () => {
      this.#text.scrollIntoView({ block: "nearest" });
    });
    addEventListener("hashchange", () => {
      this.#preselect();
    });
    addEventListener("beforeprint", () => {
      this.#one("[data-date]").textContent = words.dateLine(iso(today()));
    });
    /* What the browser restores, it restores without a word. */
    addEventListener("pageshow", () => {
      this.#fieldsChanged();
    });
    this.#preselect();
    this.#fieldsChanged();
    this.#say("");
  }

  #one<Tag extends keyof HTMLElementTagNameMap>(selector: Tag): HTMLElementTagNameMap[Tag];
  #one(selector: string): HTMLElement;
  #one(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the request builder lacks ${selector}`);
    return found;
  }

  #listCountries() {
    for (const [name, ...laws] of content.countries) {
      const option = new Option(name);
      option.dataset["laws"] = laws.join(" ");
      this.#country.add(option);
    }
    this.#country.value = this.#chosen.value;
  }

  get #right(): DOMStringMap {
    return this.querySelector<HTMLElement>("[name=request]:checked")?.dataset ?? {};
  }

  get #laws(): readonly Law[] {
    const ids = this.#country.selectedOptions[0]?.dataset["laws"]?.split(" ") ?? [];
    return content.laws.filter(({ id }) => ids.includes(id));
  }

  /** What it means for the request that another company decides about the data; else nothing. */
  get #controller(): string {
    const chosen = this.querySelector<HTMLElement>("[name=relationship]:checked");
    return chosen?.dataset["controller"] ?? "";
  }

  get #filled(): Filled {
    const typed = Object.entries(Object.fromEntries(new FormData(this.#form)));
    const fields: Record<string, string> = Object.fromEntries(
      typed.map(([name, value]) => [name, typeof value === "string" ? oneLine(value) : ""]),
    );
    const { detail: label } = this.#right;
    const { detail } = fields;
    return { ...fields, detail: label && detail ? `${label}: ${detail}` : "" };
  }

  /** The request as it stands, edited or not: every way out takes this and nothing else. */
  get #message(): Message {
    const to = this.#controller === "" ? content.to : "";
    return { ...compose(content, to), body: manyLines(this.#text.value) };
  }

  #say(what: string) {
    this.#one("[data-said]").textContent = what;
  }

  /** Says what came of a way out, and which blanks go out with it, where it can be seen. */
  #sayOutcome(outcome: string) {
    const open = this.#blanks.filter(({ isOpen }) => isOpen).map(({ name }) => name);
    const stillOpen = open.length > 0 ? words.stillToFillIn(open) : "";
    this.#say(`${outcome} ${stillOpen}`.trim());
    this.#one("[data-said]").scrollIntoView({ block: "nearest" });
  }

  /** Chooses the right that the address names, such as `/request/#deletion`. */
  #preselect() {
    const name = CSS.escape(location.hash.slice(1));
    const right = this.querySelector<HTMLInputElement>(`[data-right="${name}"]`);
    if (!right) return;
    right.checked = true;
    right.closest("fieldset")?.scrollIntoView();
    this.#fieldsChanged();
  }

  #fieldsChanged() {
    const lines = bodyLines(content, this.#filled);
    const { text, leftAlone } = revise(this.#text.value, this.#lines, lines);
    this.#text.value = text;
    this.#lines = lines;
    this.#chosen.value = this.#country.value;
    this.#say(leftAlone ? words.lineKept : "");
    this.#offerRights();
    this.#show();
    this.#tellWhatIsNext();
  }

  /** The rights that the country's laws know come first; none is withheld. */
  #offerRights() {
    const known = this.#laws.flatMap(({ rights }) => rights);
    const isKnown = (label: HTMLElement) =>
      known.includes(label.querySelector<HTMLElement>("input")?.dataset["right"] ?? "");
    const wanted = this.#rights.toSorted((a, b) => Number(isKnown(b)) - Number(isKnown(a)));
    const shown = this.querySelectorAll("label:has([data-right])");
    if (wanted.some((label, at) => label !== shown[at]))
      wanted[0]?.parentElement?.append(...wanted);
  }

  #show() {
    const { pasteHere, tooLong } = content.words;
    const message = this.#message;
    const { href, whole } = mailto(message, pasteHere);
    this.#one("a[data-mail]").setAttribute("href", href);
    this.#one("[data-too-long]").textContent = whole ? "" : tooLong;
    this.#one("[data-body]").textContent = message.body;
    this.#one("[data-to]").textContent = message.to || words.company;
    this.#one("[data-copy=to]").hidden = message.to === "";
    this.#one("p[data-controller]").textContent = this.#controller;
    const { detail = "" } = this.#right;
    this.#one("label[data-detail]").hidden = detail === "";
    this.#one("label[data-detail] span").textContent = detail;
    if (this.#isMarking) this.#markBlanks();
  }

  #tellWhatIsNext() {
    const country = this.#country.value;
    const steps = nextSteps(this.#laws, this.#right["right"] ?? "", country, content);
    this.#reminder = steps.find(({ reminder }) => reminder)?.reminder;
    this.#one("[data-next]").hidden = country === "";
    this.#one("[data-expectations]").replaceChildren(...steps.map(({ said }) => said));
    this.#one("[data-calendar]").hidden = this.#reminder === undefined;
  }

  /**
   * The blanks that no request should be without, each in words, and whether it is open: what is
   * written over it in the text by hand fills it too.
   */
  get #blanks() {
    const filled = this.#filled;
    return (["name", "country", "request"] as const).map((blank) => {
      const note = this.#one(`#Blank-${blank}`);
      const isOpen = !filled[blank] && this.#text.value.includes(content.blanks[blank]);
      return { blank, note, ...words.blanks[blank], isOpen };
    });
  }

  /** Says at the fields themselves which blanks are still open. */
  #markBlanks() {
    for (const { blank, note, missing, isOpen } of this.#blanks) {
      note.textContent = isOpen ? missing : "";
      const field = this.#one(`[aria-describedby=Blank-${blank}]`);
      /* A group of choices has no such state; it has its description. */
      if (field.tagName !== "FIELDSET") field.setAttribute("aria-invalid", String(isOpen));
    }
  }

  #act({ dataset }: HTMLElement) {
    const message = this.#message;
    const way = dataset["way"] ?? "";
    if (way === "clear" || way === "again") {
      this.#startOver(way === "again");
      return;
    }
    if (way === "calendar") {
      if (this.#reminder)
        save(
          words.calendarFile,
          "text/calendar",
          ics(this.#reminder, crypto.randomUUID(), new Date()),
        );
      return;
    }
    this.#isMarking = true;
    this.#markBlanks();
    this.#say("");
    if (dataset["copy"]) {
      this.#copy(dataset["copy"], message);
      return;
    }
    this.#sayOutcome(way === "mail" ? content.words.nothingOpened : "");
    if (way === "download") save(words.emailFile, "message/rfc822", eml(message));
    else if (way === "print") this.#print();
  }

  #copy(part: string, message: Message) {
    const { notCopied } = content.words;
    this.#one("pre").classList.add("print-only");
    writeText(part === "whole" ? asText(message, words) : message[part as keyof Message]).then(
      () => {
        this.#sayOutcome(this.#copied);
      },
      () => {
        this.#select(part);
        this.#sayOutcome(notCopied);
      },
    );
  }

  /** Selects what could not be copied, for the reader to copy it. */
  #select(part: string) {
    if (part === "body") {
      this.#text.select();
      return;
    }
    const shown = part === "whole" ? this.#one("pre") : this.#one(`[data-${part}]`);
    shown.classList.remove("print-only");
    getSelection()?.selectAllChildren(shown);
  }

  /** Prints the request alone. */
  #print() {
    const { dataset } = document.documentElement;
    dataset["printing"] = "request";
    addEventListener("afterprint", () => delete dataset["printing"], { once: true });
    print();
  }

  /** Empties the fields; for one more request, all but the name, the address and the country. */
  #startOver(oneMore: boolean) {
    const { name = "", country = "", address = "" } = this.#filled;
    this.#form.reset();
    if (oneMore)
      for (const [field, value] of Object.entries({ name, country, address }))
        (this.#form.elements.namedItem(field) as HTMLInputElement).value = value;
    for (const field of this.querySelectorAll("[aria-invalid]"))
      field.removeAttribute("aria-invalid");
    for (const { note } of this.#blanks) note.textContent = "";
    this.#isMarking = false;
    this.#lines = bodyLines(content, {});
    this.#fieldsChanged();
    if (oneMore) this.#one("fieldset:has([name=request])").scrollIntoView();
    this.#say(oneMore ? words.nextOne : words.cleared);
  }
}

customElements.define("request-builder", RequestBuilder);
