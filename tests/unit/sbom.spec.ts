import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "@playwright/test";
import { billOfMaterials } from "../../src/sbom/bill-of-materials.ts";
import { readLockfile, resolved } from "../../src/sbom/lockfile.ts";
import { shipped } from "../../src/sbom/shipped.ts";

const root = join(import.meta.dirname, "../..");
const lockfile = readLockfile(pathToFileURL(`${root}/`));
const supplier = { legalName: "Acme Holdings Ltd", url: "https://acme.example/" };
const day = "2026-03-31";
const text = billOfMaterials(lockfile, supplier, day);

interface Bill {
  readonly serialNumber: string;
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
    const builds = [...lockfile].filter(([path, { dev }]) => path !== "" && !dev);
    const listed = bill.components.map(({ name, version }) => `${name}@${version}`);
    expect(new Set(listed)).toEqual(
      new Set(builds.map(([, { name, version }]) => `${name}@${version}`)),
    );
    expect(listed.length).toBe(new Set(listed).size);
    for (const name of ["astro", "node", "pagefind"])
      expect(bill.components.map((component) => component.name)).toContain(name);
    expect(bill.components.map(({ name }) => name)).not.toContain("prettier");
  });

  test("tells what reaches visitors from what only builds", () => {
    const reaching = bill.components.filter(({ scope }) => scope === "required");
    expect(reaching.map(({ name }) => name)).toEqual(shipped.map(({ name }) => name));
    expect(bill.components.find(({ name }) => name === "astro")?.scope).toBe("excluded");
  });

  test("says which package needs which, as Node finds them", () => {
    const needs = (ref: string) =>
      bill.dependencies.find((dependency) => dependency.ref === ref)?.dependsOn;
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

  test("says when it was written and with what, and whose site it describes", () => {
    const writer = "@cyclonedx/cyclonedx-library";
    const version = lockfile.get(`node_modules/${writer}`)?.version;
    expect(bill.metadata).toMatchObject({
      timestamp: "2026-03-31T00:00:00.000Z",
      tools: { components: [{ name: writer, version }] },
      authors: [{ name: supplier.legalName }],
      supplier: { name: supplier.legalName, url: [supplier.url] },
    });
    const refs = [...text.matchAll(/"bom-ref": "(.+)"/g)].map(([, ref]) => ref);
    expect(refs.length, "no two have the same reference").toBe(new Set(refs).size);
  });

  test("says under which license the program itself is", () => {
    expect(bill.metadata).toMatchObject({ component: { licenses: [{ license: { id: "MIT" } }] } });
  });

  test("has a number that follows from what it says", () => {
    const numberOf = (written: string) => (JSON.parse(written) as Bill).serialNumber;
    /* A UUID of version 8: RFC 9562, section 5.8. */
    expect(bill.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const [path, locked] = [...lockfile].find(([, { name }]) => name === "pagefind") ?? [""];
    const newer = { name: "pagefind", ...locked, version: "99.0.0" };
    const others = [
      billOfMaterials(new Map([...lockfile, [path, newer]]), supplier, day),
      billOfMaterials(lockfile, { ...supplier, legalName: "Another Ltd" }, day),
      billOfMaterials(lockfile, supplier, "2026-04-01"),
    ];
    expect(new Set([text, ...others].map(numberOf)).size).toBe(4);
  });

  test("has no chance in it, whatever time it is and order the lockfile has", () => {
    const backwards = new Map([...lockfile].reverse());
    expect(billOfMaterials(backwards, supplier, day)).toBe(text);
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
