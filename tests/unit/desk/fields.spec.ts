import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { confirmationsIn, fieldsIn, type Field } from "../../../src/desk/editor/fields.ts";
import { withFixedIds } from "../../../src/desk/editor/fixed-ids.ts";
import { listOf, recordsAt, titleIn } from "../../../src/desk/editor/titles.ts";
import type { Remark } from "../../../src/desk/editor/view.ts";
import { dataOf } from "../../../src/desk/store/edit.ts";
import { schemaOfFile } from "../../../src/desk/store/schema-of-file.ts";
import { countryNamed } from "../../../src/schemas/country-names.ts";
import { facts } from "../../../src/schemas/facts.ts";
import { columnsOf, listOfColumns, recordOfColumns } from "../../../src/schemas/lists.ts";
import { readContent } from "../../../src/parse/content.ts";

const flat = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...flat(field.fields)]);

for (const root of ["content", "starter", "tests/fixtures/another-organization"])
  test(`every field of ${root} has a label, what it is for, and a way to fill it in`, async () => {
    const content = await readContent(root);
    const files = globSync(
      "{site.yaml,{facts,lists,templates}/*.yaml,{pages,faq,statements}/*.mdx}",
      {
        cwd: root,
      },
    );
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const value = dataOf(file, readFileSync(join(root, file), "utf8"))?.value;
      const schema = schemaOfFile(file, value);
      expect(schema, file).toBeDefined();
      const list = listOf(file, value);
      const forms = list
        ? recordsAt(value, list.path).map((record, at) => {
            expect(titleIn(record, list.titled), file).toMatch(/^(?!without a name)./);
            return fieldsIn(list.record, record, [...list.path, at], content);
          })
        : schema instanceof z.ZodObject
          ? [fieldsIn(schema, value, [], content)]
          : [];
      for (const { path, label, explanation, kind, choices, value } of forms.flatMap(flat)) {
        const where = `${file} ${path.join(".")}`;
        expect(label, where).toMatch(/^[A-Z\d]/);
        expect(`${explanation}${kind === "group" || kind === "list" ? "." : ""}`, where).not.toBe(
          "",
        );
        if (kind === "choice" && value !== undefined && value !== "")
          expect(
            choices.map(({ id }) => id),
            where,
          ).toContain(value);
      }
    }
  });

test("countries are chosen by their names, and places have bounds", async () => {
  const content = await readContent("tests/fixtures/another-organization");
  const fieldsOf = (name: "regions" | "countries", value: unknown) =>
    flat(fieldsIn(facts[name], value, [0], content));
  const fields = fieldsOf("regions", {
    countries: ["Deutschland", "USA", "Nowhere"],
    places: [{ name: "Dublin" }],
  });
  const field = (...path: (string | number)[]) =>
    fields.find((field) => field.path.join() === [0, ...path].join());
  const namesIn = (at: number) => field("countries", at)?.choices.map(({ id }) => id) ?? [];
  expect(field("countries", 0)?.kind).toBe("choice");
  expect(namesIn(0)).toContain("Österreich");
  expect(namesIn(0).filter((name) => countryNamed(name) === undefined)).toEqual([]);
  expect(new Set(namesIn(0).map(countryNamed)).size).toBe(namesIn(0).length);
  expect(namesIn(1)).toEqual(["USA", ...namesIn(0)]);
  expect(namesIn(2)).toEqual(namesIn(0));
  expect(field("places", 0, "latitude")?.bounds).toEqual([-90, 90]);
  expect(field("places", 0, "longitude")?.bounds).toEqual([-180, 180]);
  expect(field("name")?.bounds).toBeUndefined();
  const [id] = fieldsOf("countries", { id: "us-ca" });
  expect([id?.kind, id?.choices.length]).toEqual(["line", namesIn(0).length]);
  expect(id?.choices).toContainEqual({ id: "at", title: "Österreich" });
  const columns = recordOfColumns([
    { id: "seat", label: "Seat", kind: "country", optional: true },
    { id: "days", label: "Days", kind: "words", optional: false },
  ]);
  const [, seat] = fieldsIn(columns, {}, [0], content);
  expect([seat?.kind, seat?.isOptional]).toEqual(["choice", true]);
  expect(seat?.choices).toContainEqual({ id: "at", title: "Österreich" });
});

test("what is open in a record is found at any depth, and who confirmed what was", () => {
  const open = { confirmed: false, question: "Is it so?" };
  const settled = { confirmedBy: "Jo", confirmedOn: "2026-01-31", confirmedFrom: "A contract" };
  expect(confirmationsIn({ request: open, more: [{ name: "x", ...settled }] }, [3])).toEqual([
    { path: [3, "request"], question: "Is it so?", by: undefined, on: undefined, from: undefined },
    {
      path: [3, "more", 0],
      question: undefined,
      by: "Jo",
      on: "2026-01-31",
      from: "A contract",
    },
  ]);
});

test("the id of a saved record or column stays as it is, unless it is wrong", async () => {
  const content = await readContent("content");
  const idOf = (file: string, saved: unknown, now: unknown, remarks: readonly Remark[] = []) => {
    const list = listOf(file, now);
    const records = list ? recordsAt(now, list.path) : [];
    const fields = list
      ? records.flatMap((record, at) =>
          fieldsIn(list.record, record, [...list.path, at], content).slice(0, 1),
        )
      : [];
    return withFixedIds(fields, file, saved, remarks).map(({ fixed }) => fixed);
  };
  const [saved, added] = [[{ id: "aws" }], [{ id: "aws" }, { id: "acme" }, { id: "" }]];
  expect(idOf("facts/providers.yaml", saved, added)).toEqual([
    {
      why: "Pages, links and other records know the record by it.",
      step: {
        href: "/desk/step/?kind=rename&file=facts%2Fproviders.yaml&record=aws",
        words: "Give it another id",
      },
    },
    undefined,
    undefined,
  ]);
  const wrong = { message: "", severity: "error", line: 1, path: [0, "id"] } as const;
  expect(idOf("facts/providers.yaml", saved, saved, [wrong])).toEqual([undefined]);
  expect(idOf("facts/providers.yaml", undefined, saved)).toEqual([undefined]);
  const [topic] = idOf("facts/topics.yaml", [{ id: "a" }], [{ id: "a" }]);
  expect(topic?.why).toContain("Add another topic");
  expect(topic?.step).toBeUndefined();
  const columns = [{ id: "name", label: "Name", kind: "words" }];
  const declared = { title: "Ours", columns, records: [{ id: "a", name: "A" }] };
  expect(idOf("lists/ours.yaml", declared, declared)[0]?.step?.href).toContain("record=a");
  const [column] = withFixedIds(
    flat(fieldsIn(listOfColumns(columnsOf(declared) ?? []), declared, [], content)).filter(
      ({ path }) => path.join() === "columns,0,id",
    ),
    "lists/ours.yaml",
    declared,
    [],
  );
  expect(column?.fixed).toEqual({ why: "The records have their values under it." });
});
