import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

interface Package {
  version?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8"),
) as { packages: Record<string, Package> };

test("the lockfile has the parts of every platform, without which `npm ci` fails on some", () => {
  const locked = new Set(
    Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")),
  );
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !locked.has(name))
      .map((name) => `${path} lacks ${name}`),
  );
  expect(missing).toEqual([]);
});

test("every direct dependency has an exact version", () => {
  const { "": root } = packages as Record<string, Record<string, Record<string, string>>>;
  const versions = { ...root?.["dependencies"], ...root?.["devDependencies"] };
  const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

test("only packages that are named run a program when they are installed", () => {
  const running = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  const { allowScripts } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"),
  ) as { allowScripts: Record<string, boolean> };
  expect(running.toSorted()).toEqual(Object.keys(allowScripts).toSorted());
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
  expect(allowed.toSorted()).toEqual(["esbuild", "node"]);
});
