import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const read = (path: string) => readFileSync(path, "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** The scripts of npm that a text runs. */
const scriptsIn = (text: string) =>
  [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);

test("the container has the project's Node, its editor's extensions, and the desk's port", () => {
  interface Container {
    image: string;
    updateContentCommand: string;
    postAttachCommand: string;
    forwardPorts: number[];
    customizations: { vscode: { extensions: string[] } };
  }
  const container = JSON.parse(read(".devcontainer/devcontainer.json")) as Container;
  const { recommendations } = JSON.parse(read(".vscode/extensions.json")) as {
    recommendations: string[];
  };
  expect(container.image.split(":").at(-1)).toBe(read(".nvmrc").trim());
  expect(container.updateContentCommand).toBe("npm ci");
  expect(scriptsIn(container.postAttachCommand)).toEqual(["edit"]);
  expect(scripts["edit"]).toMatch(/^astro dev\b(?!.*--port)/);
  /* The port that Astro takes where none is named. */
  expect(container.forwardPorts).toEqual([4321]);
  expect(container.customizations.vscode.extensions).toEqual(recommendations);
});

test.describe("what is double-clicked", () => {
  const folder = "docs/editing";
  const files = ["edit.command", "edit.bat"];
  let project: string;

  test.beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "desk start "));
    cpSync(folder, join(project, folder), { recursive: true });
    mkdirSync(join(project, "bin"));
    for (const name of ["sh", "dirname"])
      symlinkSync(
        execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim(),
        join(project, "bin", name),
      );
  });

  test.afterEach(() => {
    rmSync(project, { recursive: true });
  });

  /** Stands in for npm: writes down where it is asked for what, and fails where it is told to. */
  const withNpm = (failing: string) => {
    const npm = join(project, "bin/npm");
    writeFileSync(
      npm,
      `#!/bin/sh\necho "$PWD: $*" >> '${project}/asked'\n[ "$1" != '${failing}' ]\n`,
    );
    chmodSync(npm, 0o755);
  };

  const start = () => {
    try {
      return execFileSync(join(project, folder, "edit.command"), {
        cwd: "/",
        env: { PATH: join(project, "bin") },
        input: "\n",
        encoding: "utf8",
      });
    } catch (reason) {
      return (reason as { stdout: string }).stdout;
    }
  };

  const asked = () => (existsSync(join(project, "asked")) ? read(join(project, "asked")) : "");

  test("runs what exists, from the project's folder", () => {
    expect(statSync(join(folder, "edit.command")).mode & 0o111).toBe(0o111);
    for (const file of files) {
      const text = read(join(folder, file));
      expect(scriptsIn(text), file).toEqual(["edit"]);
      expect(text, file).toMatch(/\.\.[/\\]\.\./);
      expect(text, file).toContain("npm ci");
    }
    expect(existsSync(join(folder, "../../package.json"))).toBe(true);
  });

  test("opens the desk", () => {
    withNpm("");
    start();
    expect(asked()).toBe(`${project}: ls --depth=0\n${project}: run edit\n`);
  });

  test("installs what is missing first, and goes no further without", () => {
    withNpm("ls");
    expect(start()).toContain("Installing what the preview needs");
    expect(asked()).toBe(`${project}: ls --depth=0\n${project}: ci\n${project}: run edit\n`);
  });

  test("says where to get Node where there is none", () => {
    expect(start()).toContain("Install it from https://nodejs.org/");
  });
});
