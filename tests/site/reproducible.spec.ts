import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { dist } from "./pages.ts";

/** What belongs to one copy of the project only, or is made anew. */
const notCopied = [".astro", ".git", "dist", "node_modules", "playwright-report", "test-results"];

/** What is printed where something is asked of another machine. */
const asked = "Something was asked of another machine.";

/** A module that lets the clock be forty days and five hours ahead, by its address, and tells what is asked. */
const later = `data:text/javascript,${encodeURIComponent(`
  const Now = Date;
  const ahead = (40 * 24 + 5) * 3_600_000;
  globalThis.Date = class extends Now {
    constructor(...given) {
      super(...(given.length === 0 ? [Now.now() + ahead] : given));
    }
    static now() {
      return Now.now() + ahead;
    }
  };
  globalThis.fetch = () => {
    console.log(${JSON.stringify(asked)});
    return Promise.reject(new Error("nothing is there"));
  };
`)}`;

/** Folders there list their files in another order. */
const elsewhere = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Each file of a built site with its hash. */
const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [
        relative(folder, path),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );

/** Copies the project, and leads to its packages; what they keep of former builds stays behind. */
const copyProject = (target: string) => {
  for (const name of readdirSync(".").filter((name) => !notCopied.includes(name)))
    if (resolve(name) !== resolve(dist)) cpSync(name, join(target, name), { recursive: true });
  mkdirSync(join(target, "node_modules"));
  for (const name of readdirSync("node_modules"))
    if (!name.startsWith(".") || name === ".bin")
      symlinkSync(resolve("node_modules", name), join(target, "node_modules", name), "junction");
};

test("the same source gives the same bytes in another folder, time, time zone and language", () => {
  test.setTimeout(120_000);
  const parent = mkdtempSync(join(elsewhere, "built again "));
  try {
    const copy = join(parent, "Übung nº 2");
    copyProject(copy);
    const built = Math.floor(statSync(join(dist, "index.html")).mtimeMs / 1000);
    const said = execFileSync("npm", ["run", "build"], {
      cwd: copy,
      encoding: "utf8",
      shell: process.platform === "win32",
      env: {
        ...process.env,
        CI: "true",
        NODE_ENV: "development",
        DIST_DIR: "another dist",
        SOURCE_DATE_EPOCH: process.env["SOURCE_DATE_EPOCH"] ?? String(built),
        TZ: "Pacific/Kiritimati",
        LANG: "tr_TR.UTF-8",
        LC_ALL: "tr_TR.UTF-8",
        NODE_OPTIONS: `--import "${later}"`,
      },
    });
    expect(said).not.toContain(asked);
    const again = hashes(join(copy, "another dist"));
    expect(again).toEqual(hashes(dist));
    expect(Object.keys(again).length).toBeGreaterThan(50);
    const page = readFileSync(join(dist, "this-site/index.html"), "utf8");
    const printed = /the digest of this build is ([0-9a-f]{64})/.exec(said)?.[1];
    expect(page).toContain(printed ?? "no digest was printed");
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});
