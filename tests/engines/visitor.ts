import { expect } from "@playwright/test";
import type { Action, Driver } from "./driver.ts";

/** Keys that write nothing (WebDriver, §15.4.2: the table of normalised key values). */
const keys = { Control: "\uE009", Meta: "\uE03D", Enter: "\uE007", ArrowDown: "\uE015" } as const;

type Key = keyof typeof keys;

const modifier: Key = process.platform === "darwin" ? "Meta" : "Control";

const letters = new Intl.Segmenter("en");

const stroke = (value: string): readonly Action[] => [
  { type: "keyDown", value },
  { type: "keyUp", value },
];

/**
 * Where to click to hit what a visitor would call by these words: the middle of its first line, in
 * the window's pixels. Runs in the page.
 */
const pointOn = (selector: string, words: string): readonly [number, number] | undefined => {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (one) =>
      one.innerText.replaceAll(/\s+/g, " ").trim() === words &&
      one.checkVisibility({ visibilityProperty: true }),
  );
  found?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = found?.getClientRects()[0];
  return box && [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
};

/** Somebody who visits the site in another engine, with a mouse and a keyboard. */
export class Visitor {
  readonly #driver: Driver;
  readonly #site: string;

  /** @param site the origin at which the site is served */
  constructor(driver: Driver, site: string) {
    this.#driver = driver;
    this.#site = site;
  }

  /** What pages have logged as errors or warnings; absent where the engine does not tell. */
  get errors(): string[] | undefined {
    return this.#driver.errors;
  }

  /** Goes to a path of the site. */
  open(path: string): Promise<void> {
    return this.#driver.open(new URL(path, this.#site).href);
  }

  /** What a function gives in the page, which it has to itself: it sees its arguments alone. */
  async read<Given extends readonly unknown[], Found>(
    find: (...given: Given) => Found,
    ...given: Given
  ): Promise<Found> {
    const call = `(${find.toString()})(...${JSON.stringify(given)})`;
    const [found] = JSON.parse(await this.#driver.evaluate(`JSON.stringify([${call}])`)) as [Found];
    return found;
  }

  /** The path and fragment of where the visitor is. */
  address(): Promise<string> {
    return this.read(() => location.pathname + location.search + location.hash);
  }

  /** Clicks on what a selector finds and is called by these words, once it is there. */
  async click(selector: string, words: string): Promise<void> {
    let point: readonly [number, number] | undefined | null;
    await expect(async () => {
      point = await this.read(pointOn, selector, words);
      expect(point ?? undefined, `there is no ${selector} that says “${words}”`).toBeDefined();
    }).toPass();
    const [x, y] = point ?? [0, 0];
    await this.#driver.perform({
      type: "pointer",
      id: "mouse",
      actions: [
        { type: "pointerMove", x, y },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ],
    });
  }

  /** Types what is to be written, wherever the focus is. */
  type(words: string): Promise<void> {
    return this.#strike([...letters.segment(words)].flatMap(({ segment }) => stroke(segment)));
  }

  press(key: Key): Promise<void> {
    return this.#strike(stroke(keys[key]));
  }

  /** Makes the page as wide as this, in CSS pixels, or as near as the window can be. */
  resize(width: number): Promise<void> {
    return this.#driver.resize(width, 800);
  }

  /** Puts words into the clipboard, on another page. */
  async copy(words: string): Promise<void> {
    await this.#takePaper();
    await this.type(words);
    await this.#shortcut("a");
    await this.#shortcut("c");
  }

  /** What somebody gets who pastes now, on another page. */
  async paste(): Promise<string> {
    await this.#takePaper();
    await this.#shortcut("v");
    return this.read(() => document.querySelector("textarea")?.value ?? "");
  }

  /** Goes to a page on which nothing stands but a field to write in. */
  async #takePaper(): Promise<void> {
    await this.#driver.open("about:blank");
    await this.read(() => {
      const field = document.createElement("textarea");
      document.body.append(field);
      field.focus();
    });
  }

  #shortcut(letter: string): Promise<void> {
    const held = keys[modifier];
    return this.#strike([
      { type: "keyDown", value: held },
      ...stroke(letter),
      { type: "keyUp", value: held },
    ]);
  }

  #strike(actions: readonly Action[]): Promise<void> {
    return this.#driver.perform({ type: "key", id: "keyboard", actions });
  }
}
