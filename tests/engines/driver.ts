/** One thing that a keyboard or a mouse does (WebDriver, §15: the shape is the same in BiDi). */
export type Action =
  | { readonly type: "keyDown" | "keyUp"; readonly value: string }
  | { readonly type: "pointerMove"; readonly x: number; readonly y: number }
  | { readonly type: "pointerDown" | "pointerUp"; readonly button: number };

/** A keyboard or a mouse, and what it does in turn. */
interface InputSource {
  readonly type: "key" | "pointer";
  readonly id: string;
  readonly actions: readonly Action[];
}

/** What every engine can be asked for, whichever protocol it speaks. */
export interface Driver {
  /** Goes to an address, and comes back once the page has loaded. */
  open(url: string): Promise<void>;
  /** What an expression gives in the page; it has to be a text. */
  evaluate(expression: string): Promise<string>;
  perform(source: InputSource): Promise<void>;
  /** Makes the page as wide and high as this, in CSS pixels, or as near as its window can be. */
  resize(width: number, height: number): Promise<void>;
  /** What its pages have logged as errors or warnings; absent where the protocol does not tell. */
  readonly errors?: string[];
  /** Ends the browser, and takes away what it has left. */
  close(): Promise<void>;
}

export interface Settings {
  /** Whether pages may run scripts. */
  readonly scripting: boolean;
}
