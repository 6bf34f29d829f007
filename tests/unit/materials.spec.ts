import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "@playwright/test";
import { build, type UserConfig } from "vite";
import { billOfMaterials } from "../../src/materials/bill-of-materials.ts";
import { readLockfile, resolved } from "../../src/materials/lockfile.ts";
import { materials } from "../../src/materials/materials.ts";
import { shipped } from "../../src/materials/shipped.ts";

const root = join(import.meta.dirname, "../..");
const lockfile = readLockfile(pathToFileURL(`${root}/`));
const text = billOfMaterials(lockfile);

interface Bill {
  readonly metadata: Record<string, unknown>;
  readonly components: readonly { name: string; version: string; scope: string }[];
  readonly dependencies: readonly { ref: string; dependsOn?: readonly string[] }[];
}
const bill = JSON.parse(text) as Bill;

const schemas = join(
  createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json"),
  "../res/schema",
);
const schema = (name: string) =>
  JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), "utf8")) as object;

test.describe("the bill of materials", () => {
  test("is valid by the schema of CycloneDX 1.6", () => {
    const ajv = formats(new Ajv({ strict: false }));
    for (const name of ["spdx", "jsf-0.82"])
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    for (const format of ["iri-reference", "idn-email"]) ajv.addFormat(format, true);
    const validate = ajv.compile(schema("bom-1.6"));
    validate(bill);
    expect(validate.errors ?? []).toEqual([]);
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    validate({ ...bill, components: [{ name: "without a type" }] });
    expect(validate.errors, "a bill that is wrong is found").not.toBeNull();
  });

  test("lists every package that builds the site, and no other", () => {
    const builds = [...lockfile].filter(
      ([path, { dev, name }]) => path !== "" && (!dev || name === "node"),
    );
    const listed = bill.components.map(({ name, version }) => `${name}@${version}`);
    expect(new Set(listed)).toEqual(
      new Set(builds.map(([, { name, version }]) => `${name}@${version}`)),
    );
    expect(listed.length).toBe(new Set(listed).size);
    for (const name of ["astro", "node", "pagefind"])
      expect(bill.components.map((one) => one.name)).toContain(name);
    expect(bill.components.map(({ name }) => name)).not.toContain("prettier");
  });

  test("tells what reaches visitors from what only builds", () => {
    const reaching = bill.components.filter(({ scope }) => scope === "required");
    expect(reaching.map(({ name }) => name)).toEqual(shipped.map(({ name }) => name));
    expect(bill.components.find(({ name }) => name === "astro")?.scope).toBe("excluded");
  });

  test("says which package needs which, as Node finds them", () => {
    const needs = (ref: string) => bill.dependencies.find((one) => one.ref === ref)?.dependsOn;
    const { version } = lockfile.get("node_modules/topojson-client") ?? {};
    /* Another version stands nearer to the project. */
    expect(needs(`topojson-client@${String(version)}`)?.join()).toMatch(/^commander@2\.[\d.]+$/);
    expect(lockfile.get("node_modules/commander")?.version).not.toMatch(/^2\./);
    const direct = needs("privacy-trust-centre@1.0.0");
    expect(direct).toContain(`topojson-client@${String(version)}`);
    const refs = new Set(bill.dependencies.map(({ ref }) => ref));
    const loose = bill.dependencies.flatMap(({ dependsOn = [] }) =>
      dependsOn.filter((ref) => !refs.has(ref)),
    );
    expect(loose).toEqual([]);
  });

  test("has neither time nor chance in it, whatever order the lockfile has", () => {
    expect(text).not.toMatch(/serialNumber|timestamp/);
    expect(billOfMaterials(new Map([...lockfile].reverse()))).toBe(text);
  });
});

test("a package is found in the nearest folder that has it", () => {
  const locked = { name: "a", version: "1.0.0" };
  const paths = ["", "node_modules/a", "node_modules/@b/c", "node_modules/@b/c/node_modules/a"];
  const some = new Map(paths.map((path) => [path, locked]));
  expect(resolved(some, "node_modules/@b/c", "a")).toBe("node_modules/@b/c/node_modules/a");
  expect(resolved(some, "node_modules/@b/c/node_modules/a", "@b/c")).toBe("node_modules/@b/c");
  expect(resolved(some, "", "a")).toBe("node_modules/a");
  expect(resolved(some, "node_modules/a", "d")).toBeUndefined();
});

test.describe("a script for the browser", () => {
  /** What the build of the site adds to the bundler's settings. */
  const settings = (): UserConfig => {
    const added: { vite?: UserConfig }[] = [];
    const setup = materials().hooks["astro:config:setup"] as (options: object) => void;
    setup({ config: {}, updateConfig: (config: object) => added.push(config) });
    return added[0]?.vite ?? {};
  };

  /** Bundles a script that imports a package of the project, as the site's scripts are. */
  const bundle = async (name: string) => {
    const script = test.info().outputPath("script.js");
    const main = createRequire(import.meta.url).resolve(name);
    writeFileSync(script, `import * as all from ${JSON.stringify(main)}; console.log(all);`);
    await build({
      ...settings(),
      root: test.info().outputDir,
      configFile: false,
      logLevel: "silent",
      build: { write: false, rolldownOptions: { input: script } },
    });
  };

  test("may hold the package that is meant to be shipped", async () => {
    await bundle("clipboard-polyfill");
  });

  test("may hold no other package, or the build fails", async () => {
    await expect(bundle("fastest-levenshtein")).rejects.toThrow(
      /the script .+\.js would bring the package "fastest-levenshtein" to every visitor; .+src\/materials\/shipped\.ts/,
    );
  });
});
