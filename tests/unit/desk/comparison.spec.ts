import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";

let folder: string;

const marked =
  "\ufeff<<<<<<< HEAD\r\n- id: a\r\n=======\r\n- id: b\r\n>>>>>>> main\r\n\r\n- id: c\r\n";
const file = "facts/contacts.yaml";
const path = () => join(folder, file);

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk comparison "));
  mkdirSync(join(folder, "facts"));
  writeFileSync(path(), marked);
});

test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a preview's comparison in a folder without Git, and some statements after its start. */
const compare = (statements: string): unknown => {
  const script = `
    import { rmSync, writeFileSync } from "node:fs";
    import { comparison, rememberStart, stampOf, undo } from ${JSON.stringify(resolve("src/desk/changes/comparison.ts"))};
    import { changesOf } from ${JSON.stringify(resolve("src/desk/changes/changes.ts"))};
    const path = ${JSON.stringify(path())};
    rememberStart();
    await comparison();
    const undoAll = async () => {
      for (const versions of (await comparison()).files)
        for (const { key } of changesOf(versions))
          await undo(versions.file, stampOf(versions), key);
    };
    ${statements}
  `;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    /* What was undone is kept below the folder it is run in. */
    cwd: folder,
    env: { ...process.env, CONTENT_DIR: folder },
    encoding: "utf8",
  });
  return said === "" ? undefined : JSON.parse(said);
};

test.describe("what has changed, where there is no Git", () => {
  test("is seen and undone in a file with the marks of a conflict", () => {
    const files = compare(`
      writeFileSync(path, ${JSON.stringify(marked.replace(/<.*=\r\n/s, "").replace(/>.*?\n/, ""))});
      const { files } = await comparison();
      await undoAll();
      console.log(JSON.stringify(files));
    `);
    expect(files).toMatchObject([{ file, before: marked }]);
    expect(readFileSync(path(), "utf8")).toBe(marked);
  });

  test("is a file that was deleted, which comes back whole or not at all", () => {
    compare(`rmSync(path); await undoAll();`);
    expect(readFileSync(path(), "utf8")).toBe(marked);
    expect(readdirSync(join(folder, "facts"))).toEqual(["contacts.yaml"]);
  });

  test("is none that is a link now, and this is said", () => {
    expect(
      compare(`
        const { symlinkSync } = await import("node:fs");
        rmSync(path);
        symlinkSync("/etc/hostname", path);
        const { files, unread } = await comparison();
        console.log(JSON.stringify({ files, unread }));
      `),
    ).toEqual({ files: [], unread: [file] });
  });
});
