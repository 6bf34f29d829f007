import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openFile } from "../../src/desk/open-file.ts";

const file = "content/site.yaml";
let folder: string;

/** An editor of a name, which writes down that it was started, and then ends as it is told to. */
const editor = (name: string, code = 0): string => {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\ntouch '${join(folder, "started")}'\nexit ${String(code)}\n`);
  chmodSync(path, 0o755);
  return path;
};

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "editors-"));
});

test.afterEach(() => {
  delete process.env["LAUNCH_EDITOR"];
  rmSync(folder, { recursive: true });
});

test.describe.configure({ mode: "serial" });

for (const name of ["vi", "vim", "nvim", "nano", "emacs", "less"])
  test(`${name} is not started, since the desk has no terminal for it`, async () => {
    process.env["LAUNCH_EDITOR"] = editor(name);
    expect(await openFile({ file, line: 1, column: 1 })).toBe(undefined);
    expect(existsSync(join(folder, "started"))).toBe(false);
  });

test("an editor with a window is named once it was asked", async () => {
  process.env["LAUNCH_EDITOR"] = editor("windowed");
  expect(await openFile({ file, line: 1, column: 1 })).toBe("windowed");
  expect(existsSync(join(folder, "started"))).toBe(true);
});

test("an editor that fails, or is not there, has opened nothing", async () => {
  process.env["LAUNCH_EDITOR"] = editor("failing", 3);
  expect(await openFile({ file, line: 1, column: 1 })).toBe(undefined);
  process.env["LAUNCH_EDITOR"] = join(folder, "nowhere");
  expect(await openFile({ file, line: 1, column: 1 })).toBe(undefined);
});
