import type { Interface } from "node:readline/promises";
import { setTimeout } from "node:timers/promises";

/** How long (ms) the lines of one paste may take to arrive: terminals send it in pieces. */
const pasteDuration = 50;

/**
 * Asks questions in a terminal. Pasted text of several lines is one answer: readline would take its
 * first line and lose the others.
 * @returns a function that asks and waits for what is typed or pasted up to Enter; it rejects with an
 *   `AbortError` once the terminal is closed, for example with Ctrl+C
 */
export const askIn = (terminal: Interface): ((prompt: string) => Promise<string>) => {
  const closed = new AbortController();
  terminal.once("close", () => {
    closed.abort();
  });
  /* Lines that arrive while no question is open. */
  const pasted: string[] = [];
  terminal.on("line", (line) => pasted.push(line));

  return async (prompt) => {
    const { signal } = closed;
    const lines = [await terminal.question(prompt, { signal })];
    for (;;) {
      await setTimeout(pasteDuration);
      lines.push(...pasted.splice(0));
      /* A paste seldom ends in a line break: its last line waits for Enter. */
      if (terminal.line === "") return lines.join("\n").trimEnd();
      const last = terminal.question("", { signal });
      /* The question has put the cursor before the pasted text. */
      terminal.write(null, { ctrl: true, name: "e" });
      lines.push(await last);
    }
  };
};
