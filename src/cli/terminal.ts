import type { Interface } from "node:readline/promises";
import { setTimeout } from "node:timers/promises";

/** How long (ms) the lines of one paste may take to arrive: terminals send it piece by piece. */
const pasteLasts = 50;

/**
 * Lets one ask in a terminal. Text of several lines that is pasted is one answer: readline would
 * take its first line for it, and lose the others.
 * @returns asks and waits for what is typed, or pasted, up to Enter; rejects with an `AbortError`
 *   once the terminal is closed, as with Ctrl+C
 */
export const askIn = (terminal: Interface): ((prompt: string) => Promise<string>) => {
  const closed = new AbortController();
  terminal.once("close", () => {
    closed.abort();
  });
  /* Lines that come while no question is open. */
  const further: string[] = [];
  terminal.on("line", (line) => further.push(line));

  return async (prompt) => {
    const { signal } = closed;
    const lines = [await terminal.question(prompt, { signal })];
    for (;;) {
      await setTimeout(pasteLasts);
      lines.push(...further.splice(0));
      /* A paste seldom ends with a line break: its last line waits for Enter. */
      if (terminal.line === "") return lines.join("\n").trimEnd();
      const last = terminal.question("", { signal });
      /* The question has put the cursor before what is there already. */
      terminal.write(null, { ctrl: true, name: "e" });
      lines.push(await last);
    }
  };
};
