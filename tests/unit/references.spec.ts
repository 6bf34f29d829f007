import { expect, test } from "@playwright/test";
import { z } from "zod";
import { openPoints } from "../../src/centre/open-points.ts";
import { deadReferences } from "../../src/centre/references.ts";
import { facts, type Facts } from "../../src/schemas/facts.ts";
import { listOfColumns, type Column } from "../../src/schemas/lists.ts";
import { prose } from "../../src/schemas/prose.ts";
import type { Records } from "../../src/schemas/records.ts";
import { site } from "../../src/schemas/site.ts";
import { requestTemplate } from "../../src/schemas/template.ts";

/* Read from what Zod says of the schemas, and not with the functions that are tested. */
interface Described {
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
  readonly examples?: readonly unknown[];
  readonly refersTo?: string;
}

/** A value with every field of a schema in it, and the paths of its references, which lead nowhere. */
const filled = (
  described: Described,
  file: string,
  path: readonly (string | number)[],
  references: string[],
): unknown => {
  if (described.refersTo !== undefined) {
    references.push([file, ...path].join("/"));
    return "nowhere";
  }
  if (described.items !== undefined)
    return [filled(described.items, file, [...path, 0], references)];
  return described.properties === undefined
    ? described.examples?.[0]
    : Object.fromEntries(
        Object.entries(described.properties).map(([key, below]) => [
          key,
          filled(below, file, [...path, key], references),
        ]),
      );
};

const columns: readonly Column[] = [
  { id: "name", label: "Name", kind: "words", optional: false },
  { id: "data", label: "Data", kind: "reference", of: "data-categories", optional: true },
  { id: "auditor", label: "Auditor", kind: "reference", of: "a-list", optional: false },
];

/** A content in which every field that refers to something refers to nothing, and where those are. */
const lost = (): { records: Records; references: readonly string[] } => {
  const references: string[] = [];
  const fill = (file: string, schema: z.ZodType) =>
    filled(z.toJSONSchema(schema, { io: "input" }) as Described, file, [], references);
  const declared = fill("lists/a-list.yaml", listOfColumns(columns)) as { records: unknown };
  const folder = (name: keyof typeof prose) => [
    { id: "one", data: fill(`${name}/one.mdx`, prose[name]) },
  ];
  const records = {
    site: fill("site.yaml", site),
    template: fill("templates/privacy-request.yaml", requestTemplate),
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, record]) => [
        name,
        fill(`facts/${name}.yaml`, z.array(record)),
      ]),
    ) as unknown as Facts,
    lists: [{ id: "a-list", title: "A list", columns, records: declared.records }],
    ...{ pages: folder("pages"), faq: folder("faq"), statements: folder("statements") },
  };
  return { records: records as unknown as Records, references };
};

test("every field of every schema that refers to something is checked", () => {
  const { records, references } = lost();
  expect(references.length).toBeGreaterThan(10);
  expect(references).toContain("facts/laws.yaml/0/request/periods/0/for/0");
  expect(references).toContain("lists/a-list.yaml/records/0/auditor");
  const found = deadReferences(records);
  expect(found.map(({ file, path }) => [file, ...path].join("/")).toSorted()).toEqual(
    references.toSorted(),
  );
  for (const { message } of found) expect(message).toMatch(/^there is no "nowhere" in /);
});

test("a fact that awaits confirmation is found at whatever depth it stands", () => {
  const { records } = lost();
  const open = openPoints(records).map(({ file, path, id }) => [id, file, ...path].join("/"));
  for (const name of Object.keys(facts))
    expect(open).toContainEqual(expect.stringMatching(new RegExp(`/facts/${name}\\.yaml/0$`)));
  expect(open).toContain("/site.yaml/center");
  expect(open).toContain("data-protection/facts/laws.yaml/0/request");
  expect(open).toContain("data-protection/lists/a-list.yaml/records/0");
});
