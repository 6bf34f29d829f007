import { createInterface } from "node:readline/promises";
import { PassThrough } from "node:stream";
import { expect, test } from "@playwright/test";
import { askIn } from "../../src/cli/terminal.ts";

/** A terminal into which one types with `input.write`. */
const open = () => {
  const input = new PassThrough();
  const terminal = createInterface({ input, output: new PassThrough(), terminal: true });
  return { input, terminal, ask: askIn(terminal) };
};

test("each question gets the line that was typed for it", async () => {
  const { input, terminal, ask } = open();
  const first = ask("Name?");
  input.write("Acme\r");
  expect(await first).toBe("Acme");
  const second = ask("Country?");
  input.write("\r");
  expect(await second).toBe("");
  terminal.close();
});

test("a text of several paragraphs that is pasted is one answer", async () => {
  const { input, terminal, ask } = open();
  const answer = ask("Answer?");
  input.write("We never sell it.\r\rWe never rent it.\r");
  expect(await answer).toBe("We never sell it.\n\nWe never rent it.");
  const next = ask("Owner?");
  input.write("Legal\r");
  expect(await next).toBe("Legal");
  terminal.close();
});

test("so it is where the last line waits for Enter, and the paste comes in pieces", async () => {
  const { input, terminal, ask } = open();
  const answer = ask("Answer?");
  input.write("We never sell it.\r");
  await new Promise((resolve) => setImmediate(resolve));
  input.write("We never rent it.\rWe ");
  await new Promise((resolve) => setTimeout(resolve, 200));
  input.write("lend it.\r");
  expect(await answer).toBe("We never sell it.\nWe never rent it.\nWe lend it.");
  terminal.close();
});

test("Ctrl+C ends the asking", async () => {
  const { input, ask } = open();
  const answer = ask("Name?");
  input.write("\u0003");
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
});
