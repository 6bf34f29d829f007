import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { isKnownFile, openContentFile, saveContentFile } from "../../../src/desk/store/files.ts";
import { withLineBreaks } from "../../../src/desk/store/passages.ts";
import { Refusal } from "../../../src/desk/store/refusal.ts";
import { expectedOf, faults, sound, spoil } from "../../faulty-content.ts";

let parent: string;
let folder: string;
const file = "facts/topics.yaml";
const at = (path: string) => join(folder, path);

test.beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "desk-"));
  folder = join(parent, "content");
  mkdirSync(at("facts"), { recursive: true });
  writeFileSync(at(file), "- id: a\n  title: A\n");
});

test.afterEach(() => {
  rmSync(parent, { recursive: true });
});

const left = () => readdirSync(at("facts"));

test("what is saved is in the file, with nothing beside it, and as accessible as before", async () => {
  chmodSync(at(file), 0o640);
  const opened = await openContentFile(folder, file);
  expect(opened.text).toBe("- id: a\n  title: A\n");
  const text = "- id: a\n  title: “Ä”\n";
  const saved = await saveContentFile(folder, { ...opened, text });
  expect(saved).toEqual({ kind: "saved", hash: (await openContentFile(folder, file)).hash });
  expect(readFileSync(at(file), "utf8")).toBe(text);
  expect(statSync(at(file)).mode & 0o777).toBe(0o640);
  expect(left()).toEqual(["topics.yaml"]);
});

test("a file that was not changed is not written", async () => {
  const written = () => {
    const { mtimeNs, ino } = statSync(at(file), { bigint: true });
    return { mtimeNs, ino };
  };
  const before = written();
  const opened = await openContentFile(folder, file);
  expect(await saveContentFile(folder, opened)).toEqual({ kind: "saved", hash: opened.hash });
  expect(written()).toEqual(before);
});

test("a file that somebody else has changed is left as it is, and told", async () => {
  const opened = await openContentFile(folder, file);
  writeFileSync(at(file), "- id: b\n");
  const result = await saveContentFile(folder, { ...opened, text: "- id: c\n" });
  expect(result).toMatchObject({ kind: "conflict", now: { file, text: "- id: b\n" } });
  expect(readFileSync(at(file), "utf8")).toBe("- id: b\n");
  const { hash } = await openContentFile(folder, file);
  const stale = await saveContentFile(folder, { file, text: "- id: c\n", hash: "" });
  expect(stale).toMatchObject({ kind: "conflict", now: { hash } });
});

test("of two that save at the same time, one is told", async () => {
  const opened = await openContentFile(folder, file);
  const texts = ["- id: one\n", "- id: two\n"];
  const results = await Promise.all(
    texts.map((text) => saveContentFile(folder, { ...opened, text })),
  );
  expect(results.map(({ kind }) => kind)).toEqual(["saved", "conflict"]);
  /* Two windows of a browser have the same to save. */
  const same = { ...opened, text: "- id: one\n" };
  const { hash } = await openContentFile(folder, file);
  expect(await saveContentFile(folder, same)).toEqual({ kind: "saved", hash });
  expect(readFileSync(at(file), "utf8")).toBe(texts[0]);
  expect(left()).toEqual(["topics.yaml"]);
});

test("a save that is killed leaves the file whole", async () => {
  const [one, two] = ["one", "two"].map((id) => `- id: ${id}\n`.repeat(50_000));
  const script = `
    import { openContentFile, saveContentFile } from ${JSON.stringify(resolve("src/desk/store/files.ts"))};
    for (let at = 0; ; at++) {
      const opened = await openContentFile(${JSON.stringify(folder)}, "${file}");
      const text = (at % 2 ? "- id: one\\n" : "- id: two\\n").repeat(50_000);
      await saveContentFile(${JSON.stringify(folder)}, { ...opened, text });
      console.log(at);
    }`;
  for (const delay of [0, 3, 11]) {
    const saving = spawn(process.execPath, ["--input-type=module", "-e", script]);
    await once(saving.stdout, "data");
    await new Promise((wait) => setTimeout(wait, delay));
    saving.kill("SIGKILL");
    await once(saving, "exit");
    expect([one, two]).toContain(readFileSync(at(file), "utf8"));
  }
});

test("only files of the content are opened, and no link is followed", async () => {
  const others = [
    "",
    "reviewed.yaml",
    "README.md",
    "../package.json",
    "facts/../../secret.yaml",
    "facts/..\\secret.yaml",
    "/etc/passwd",
    "facts/.hidden.yaml",
    "facts/sub/topics.yaml",
    "pages/a.yaml",
    "facts/topics.yaml\0.mdx",
  ];
  for (const path of others) {
    expect(isKnownFile(path), path).toBe(false);
    await expect(openContentFile(folder, path), path).rejects.toThrow(Refusal);
  }
  writeFileSync(join(parent, "secret.yaml"), "secret");
  mkdirSync(join(parent, "elsewhere"));
  writeFileSync(join(parent, "elsewhere/a.mdx"), "secret");
  symlinkSync(join(parent, "secret.yaml"), at("facts/linked.yaml"));
  symlinkSync(join(parent, "elsewhere"), at("pages"));
  mkdirSync(at("facts/folder.yaml"));
  for (const path of ["facts/linked.yaml", "pages/a.mdx", "facts/folder.yaml", "facts/none.yaml"]) {
    await expect(openContentFile(folder, path), path).rejects.toThrow(Refusal);
    const save = saveContentFile(folder, { file: path, text: "x", hash: "" });
    await expect(save, path).rejects.toThrow(Refusal);
  }
  expect(readFileSync(join(parent, "secret.yaml"), "utf8")).toBe("secret");
});

test("a link that the content folder itself is, is followed", async () => {
  symlinkSync(folder, join(parent, "linked"));
  expect((await openContentFile(join(parent, "linked"), file)).text).toContain("id: a");
});

test("a mark of the encoding stays, and is no part of the text", async () => {
  writeFileSync(at(file), "\ufeff- id: a\r\n");
  const opened = await openContentFile(folder, file);
  expect(opened.text).toBe("- id: a\r\n");
  await saveContentFile(folder, { ...opened, text: "- id: b\r\n" });
  expect(readFileSync(at(file), "utf8")).toBe("\ufeff- id: b\r\n");
});

test("what no file can hold is refused, and nothing is written", async () => {
  const opened = await openContentFile(folder, file);
  for (const text of ["\ud800", "\0"])
    await expect(saveContentFile(folder, { ...opened, text })).rejects.toThrow(Refusal);
  expect(readFileSync(at(file), "utf8")).toBe(opened.text);
});

test("every broken file opens as text, and loses no byte by that", async () => {
  const known = faults.flatMap((fault) => {
    const root = join(parent, fault);
    cpSync(join(sound, "site.yaml"), join(root, "site.yaml"));
    expect(expectedOf(fault).length).toBeGreaterThan(0);
    return spoil(root, fault)
      .filter(isKnownFile)
      .map((path) => ({ root, path }));
  });
  expect(known.length).toBeGreaterThan(100);
  for (const { root, path } of known) {
    const bytes = readFileSync(join(root, path));
    const opened = await openContentFile(root, path);
    const typed = opened.text.replaceAll(/\r\n?/g, "\n");
    const text = withLineBreaks(opened.text, typed);
    expect(text, path).toBe(opened.text);
    expect((await saveContentFile(root, { ...opened, text })).kind, path).toBe("saved");
    expect(readFileSync(join(root, path)).equals(bytes), path).toBe(true);
  }
});

test("a file that is not in UTF-8 opens as it was meant, and is saved in UTF-8", async () => {
  for (const bytes of [
    Buffer.from("- id: a\n  title: Öl\n", "latin1"),
    Buffer.from("\ufeff- id: a\n  title: Öl\n", "utf16le"),
    Buffer.from("\ufeff- id: a\n  title: Öl\n", "utf16le").swap16(),
  ]) {
    writeFileSync(at(file), bytes);
    const opened = await openContentFile(folder, file);
    expect(opened.text).toBe("- id: a\n  title: Öl\n");
    await saveContentFile(folder, { ...opened, text: opened.text.replace("Öl", "Ö") });
    expect(readFileSync(at(file), "utf8")).toBe("- id: a\n  title: Ö\n");
  }
});
