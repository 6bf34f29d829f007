import { writeText } from "clipboard-polyfill";
import { request as words } from "virtual:words";
import { asText, bodyLines, compose, type Message } from "./compose.ts";
import type { RequestContent } from "./content.ts";
import { iso, today } from "./deadline.ts";
import { eml } from "./eml.ts";
import { ics, type Entry } from "../calendar/ics.ts";
import { mailto } from "./mailto.ts";
import { nextSteps } from "./next-steps.ts";
import { emailAddress, manyLines, oneLine } from "./plain-text.ts";
import { revise } from "./revise.ts";

/* A variable, since Vite wraps an import of a literal address in code that preloads what it needs. */
const address = `${location.origin}/request/content.js`;
const { default: content } = (await import(/* @vite-ignore */ address).catch((error: unknown) => {
  /* The plain template below fills its place. */
  document.querySelector("request-builder")?.remove();
  throw error;
})) as { default: RequestContent };

/** Downloads a file that is made on this page and sent nowhere. */
const download = (name: string, type: string, text: string) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  /* Some browsers read the file only after the click. */
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
};

/** Puts words where they are read out, unless they stand there: what is written again is said again. */
const write = (place: HTMLElement, ...words: (HTMLElement | string)[]) => {
  const text = words.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
  if (place.textContent !== text) place.replaceChildren(...words);
};

/**
 * What comes before a look at the request, and before every way out, the browser's own among them
 * (its menu on the mail link, its print command). Autofill and password managers need not tell when
 * they fill a field, so the fields are read at each of these.
 */
const occasions = [
  ...["input", "change", "focus", "blur", "keydown", "pointerover", "pointerdown", "click"],
  ...["auxclick", "contextmenu", "dragstart", "copy", "visibilitychange", "beforeprint"],
];

/**
 * The request builder: fields that fill in a request as the visitor types, and ways to copy, mail,
 * save and print it. What is typed stays on the page: it is not stored, sent or put into the address.
 */
class RequestBuilder extends HTMLElement {
  readonly #form = this.#part("form");
  readonly #text = this.#part("textarea");
  readonly #country = this.#part("select");
  /** Keeps the country when the page is reloaded, since the options are added later. */
  readonly #chosen = this.#part("input[data-chosen]") as HTMLInputElement;
  /** The lines as last composed; at first, as the build composed them from empty fields. */
  #lines = bodyLines(content, {});
  /** What was chosen and typed when it was read last. */
  #read = "";
  /** The text as it went into the ways out last. */
  #taken = "";
  #reminder: Entry | undefined;
  /** Takes the last clearing back, until something changes. */
  #undo: (() => void) | undefined;
  /** Whether open blanks are marked: only after the first attempt to copy, mail, save or print. */
  #marksBlanks = false;
  readonly #copied = document.getElementById("Copied-words")?.textContent ?? "";

  connectedCallback() {
    this.#listCountries();
    const lookUp = () => {
      this.#lookUp();
    };
    for (const occasion of occasions) addEventListener(occasion, lookUp, true);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    for (const control of this.querySelectorAll<HTMLElement>("button, a[data-mail]"))
      control.addEventListener("click", () => {
        this.#act(control);
      });
    /* By itself, a browser scrolls only the line with the caret into view. */
    this.#text.addEventListener("focus", () => {
      this.#text.scrollIntoView({ block: "nearest" });
    });
    addEventListener("hashchange", () => {
      this.#preselect();
    });
    addEventListener("beforeprint", () => {
      this.#part("[data-date]").textContent = words.dateLine(iso(today()));
    });
    /* A browser that restores fields fires no input event. */
    addEventListener("pageshow", () => {
      this.#updateText();
    });
    this.#preselect();
    this.#updateText();
    this.#say("");
  }

  #part<Tag extends keyof HTMLElementTagNameMap>(selector: Tag): HTMLElementTagNameMap[Tag];
  #part(selector: string): HTMLElement;
  #part(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the request builder lacks ${selector}`);
    return found;
  }

  #listCountries() {
    for (const [name] of content.countries) this.#country.add(new Option(name));
    this.#country.value = this.#chosen.value;
  }

  get #right(): DOMStringMap {
    return this.querySelector<HTMLElement>("[name=request]:checked")?.dataset ?? {};
  }

  /** The note for a visitor whose data another company controls; otherwise empty. */
  get #controller(): string {
    const chosen = this.querySelector<HTMLElement>("[name=introduction]:checked");
    return chosen?.dataset["controller"] ?? "";
  }

  /** What is chosen and typed, to be compared: who else holds the data may change nothing but the recipient. */
  get #state(): string {
    return JSON.stringify([this.#filled, this.#controller]);
  }

  /** What stands in the fields, by their names, which are those of the blanks that they fill. */
  get #filled(): Partial<Record<string, string>> {
    const data = new FormData(this.#form);
    data.delete("text");
    data.delete("chosen");
    const fields: Record<string, string> = Object.fromEntries(
      [...data].map(([name, value]) => [name, typeof value === "string" ? oneLine(value) : ""]),
    );
    const { detail: label } = this.#right;
    const { detail } = fields;
    return { ...fields, detail: label && detail ? `${label}: ${detail}` : "" };
  }

  /** The request as it is now, edited or not: what is copied, mailed, saved and printed. */
  get #message(): Message {
    const { company = "" } = this.#filled;
    const to = this.#controller === "" ? content.to : emailAddress(company);
    return { ...compose(content, to), body: manyLines(this.#text.value) };
  }

  #say(...message: (HTMLElement | string)[]) {
    write(this.#part("[data-said]"), ...message);
  }

  /** Says what came of a way out and which blanks are still open, each a link to its field, and scrolls there. */
  #sayOutcome(outcome: string) {
    const open = this.#blanks.filter(({ isOpen }) => isOpen);
    const links = open.map(({ dataset }) => this.#linkTo(dataset));
    this.#say(outcome, ...(links.length > 0 ? [" ", ...words.stillToFillIn(links)] : []));
    this.#part("[data-said]").scrollIntoView({ block: "nearest" });
  }

  /** A link that puts the focus into the field of a blank. */
  #linkTo({ blank = "", name = "" }: DOMStringMap) {
    const link = document.createElement("a");
    link.href = `#Blank-${blank}`;
    link.textContent = name;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.#part(`[name=${blank}]`).focus();
    });
    return link;
  }

  /** Selects the right in the fragment of the address, such as `/request/#deletion`. */
  #preselect() {
    const name = CSS.escape(location.hash.slice(1));
    const right = this.querySelector<HTMLInputElement>(`[data-right="${name}"]`);
    if (!right) return;
    right.checked = true;
    right.closest("fieldset")?.scrollIntoView();
    this.#updateText();
  }

  /** Takes up what has changed in the fields or in the text since, whoever has changed it. */
  #lookUp() {
    if (this.#state !== this.#read) this.#updateText();
    else if (this.#text.value !== this.#taken) {
      this.#say("");
      this.#show();
    }
  }

  /** Writes the fields into the text, and shows what follows from them. */
  #updateText() {
    this.#read = this.#state;
    const lines = bodyLines(content, this.#filled);
    const { text, leftAlone } = revise(this.#text.value, this.#lines, lines);
    this.#text.value = text;
    this.#lines = lines;
    this.#chosen.value = this.#country.value;
    this.#say(leftAlone ? (this.#text.dataset["kept"] ?? "") : "");
    this.#show();
    this.#showNextSteps();
  }

  #show() {
    const message = this.#message;
    this.#taken = this.#text.value;
    this.#offerUndo();
    const link = this.#part("a[data-mail]");
    const { href, whole } = mailto(message, link.dataset["paste"] ?? "");
    link.setAttribute("href", href);
    const tooLong = this.#part("[data-too-long]");
    write(tooLong, whole ? "" : (tooLong.dataset["tooLong"] ?? ""));
    this.#part("pre").classList.add("print-only");
    this.#part("[data-body]").textContent = message.body;
    const to = this.#part("[data-to]");
    to.textContent = message.to || (to.dataset["company"] ?? "");
    this.#part("[data-copy=to]").hidden = message.to === "";
    const note = this.querySelector<HTMLElement>("p[data-controller]");
    if (note) write(note, this.#controller);
    const { detail = "" } = this.#right;
    this.#part("label[data-detail]").hidden = detail === "";
    this.#part("label[data-detail] span").textContent = detail;
    this.#markBlanks();
  }

  #showNextSteps() {
    const country = content.countries[this.#country.selectedIndex - 1];
    const { said = [], reminder } =
      (country && nextSteps(country, this.#right["right"] ?? "", content)) ?? {};
    this.#reminder = reminder;
    this.#part("[data-next]").hidden = !country;
    this.#part("[data-expectations]").replaceChildren(...said);
    this.#part("[data-way=calendar]").hidden = !reminder;
  }

  /**
   * The notes on what no request should go out without, in the order of the fields, each with its
   * words, and whether it is still open. A blank that is overwritten in the text by hand is filled too.
   */
  get #blanks() {
    const filled = this.#filled;
    const { to } = this.#message;
    return [...this.querySelectorAll<HTMLElement>("[data-blank]")].map((note) => {
      const { dataset } = note;
      const blank = dataset["blank"] as "company" | "request" | "country" | "name";
      const isOpen =
        blank === "company"
          ? to === ""
          : !filled[blank] && this.#text.value.includes(content.blanks[blank]);
      return { note, dataset, isOpen };
    });
  }

  /** Shows at each field whether its blank is still open, once that matters. */
  #markBlanks() {
    for (const { note, dataset, isOpen } of this.#blanks) {
      const isMarked = isOpen && this.#marksBlanks;
      note.textContent = isMarked ? (dataset["missing"] ?? "") : "";
      const field = this.#part(`[aria-describedby=${note.id}]`);
      /* A fieldset cannot have this state; its description says it. */
      if (field.tagName !== "FIELDSET") field.setAttribute("aria-invalid", String(isMarked));
    }
  }

  #act({ dataset }: HTMLElement) {
    const message = this.#message;
    const { way, copy, file = "", outcome = "" } = dataset;
    if (way === "again") this.#startAnother(dataset);
    else if (way === "clear") (this.#undo ?? this.#startOver.bind(this, dataset))();
    else if (way === "calendar") {
      if (this.#reminder)
        download(
          file,
          "text/calendar",
          ics("Request", [{ ...this.#reminder, uid: crypto.randomUUID(), made: new Date() }]),
        );
      this.#say("");
      this.#say(outcome);
    } else {
      this.#marksBlanks = true;
      this.#markBlanks();
      this.#say("");
      if (copy) {
        this.#copy(copy, message);
        return;
      }
      this.#sayOutcome(outcome);
      if (way === "download") download(file, "message/rfc822", eml(message));
      else if (way === "print") this.#print();
    }
  }

  #copy(part: string, message: Message) {
    writeText(part === "whole" ? asText(message, words) : message[part as keyof Message]).then(
      () => {
        this.#sayOutcome(this.#copied);
      },
      () => {
        this.#select(part);
        this.#sayOutcome(this.#part("[data-said]").dataset["notCopied"] ?? "");
      },
    );
  }

  /** Selects what could not be copied, so that the visitor can copy it. */
  #select(part: string) {
    if (part === "body") {
      this.#text.select();
      return;
    }
    const shown = this.#part(part === "whole" ? "pre" : `[data-${part}]`);
    shown.classList.remove("print-only");
    getSelection()?.selectAllChildren(shown);
  }

  /** Prints only the request. */
  #print() {
    const { dataset } = document.documentElement;
    dataset["printing"] = "request";
    addEventListener("afterprint", () => delete dataset["printing"], { once: true });
    print();
  }

  /** Clears the request, but for the fields with the given names, and offers to take that back. */
  #startOver({ outcome = "" }: DOMStringMap, ...kept: readonly string[]) {
    const [lines, marksBlanks] = [this.#lines, this.#marksBlanks];
    const fields = ([...this.#form.elements] as HTMLInputElement[]).map((field) => {
      const { value, checked } = field;
      return { field, was: { value, checked } };
    });
    const restore = (isWanted: (name: string) => boolean) => {
      for (const { field, was } of fields) if (isWanted(field.name)) Object.assign(field, was);
      this.#updateText();
    };
    this.#form.reset();
    this.#marksBlanks = false;
    this.#lines = bodyLines(content, {});
    restore((name) => kept.includes(name));
    this.#say(outcome);
    this.#offerUndo(() => {
      this.#lines = lines;
      this.#marksBlanks = marksBlanks;
      restore(() => true);
      this.#say(this.#part("[data-way=clear]").dataset["restored"] ?? "");
    });
  }

  /** Lets the control that clears take a clearing back instead, or no longer. */
  #offerUndo(undo?: () => void) {
    this.#undo = undo;
    const [clear, restore] = this.#part("[data-way=clear]")
      .children as HTMLCollectionOf<HTMLElement>;
    if (clear) clear.hidden = !!undo;
    if (restore) restore.hidden = !undo;
  }

  /** Starts the next request: from the same person, to whom this one goes. */
  #startAnother(dataset: DOMStringMap) {
    this.#startOver(dataset, "introduction", "company", "country", "name", "address");
    this.#part("fieldset:has([name=request])").scrollIntoView();
    this.#part("[name=request]").focus({ preventScroll: true });
  }
}

customElements.define("request-builder", RequestBuilder);
