import { expect, test } from "@playwright/test";
import { splitProse } from "../../src/parse/front-matter.ts";
import { readYaml } from "../../src/parse/yaml.ts";
import { withoutConflicts } from "../../src/parse/conflicts.ts";

let files = 0;
/** Reads a text as a file of its own. */
const read = (text: string) => readYaml(`${String(++files)}.yaml`, text);
const saidOf = (text: string) =>
  read(text).issues.map(({ line, message }) => `${String(line)}: ${message}`);

test.describe("a line that is not as YAML needs it is one fault, and is read as it was meant", () => {
  const plain = "- id: aws\n  name: Amazon\n\n- id: oracle\n  name: Oracle\n";
  const nested =
    "- id: a\n  steps:\n    - action: closed\n      afterDays: 15\n    - action: deleted\n      afterDays: 20\n";
  const list =
    "columns:\n  - { id: basis, kind: choice, options: [One, Two] }\nrecords:\n  - id: a\n    name: Acme\n    basis: One\n";
  const texts = "formerly:\n  - one\n  - two\n  - three\n";
  const changes: readonly (readonly [text: string, from: string, to: string, said: string])[] = [
    [plain, "  name: Oracle", "\u00a0\u00a0name: Oracle", "5: there is a no-break space"],
    [plain, "name: Oracle", "name:\u2009Oracle", "5: there is a special space (U+2009)"],
    [plain, "name: Oracle", "name: Oracle\u202f", "5: there is a narrow no-break space"],
    [plain, "- id: oracle", "-\u00a0id: oracle", "4: there is a no-break space"],
    [plain, "name: Oracle", "name:Oracle", '5: there is no space after "name:"'],
    [plain, "- id: oracle", "- id:oracle", '4: there is no space after "id:"'],
    [plain, "- id: oracle", "-id: oracle", "4: there is no space after the hyphen"],
    [plain, "- id: oracle", "• id: oracle", "4: an entry starts with a hyphen"],
    [plain, "- id: oracle", "id: oracle", "4: an entry starts with a hyphen"],
    [plain, "name: Oracle", "name Oracle", '5: there is no colon after "name"'],
    [plain, "name: Oracle", "name = Oracle", '5: there is no colon after "name"'],
    [plain, "name: Oracle", "name - Oracle", '5: there is no colon after "name"'],
    [plain, "name: Oracle", "name:: Oracle", '5: there are two colons after "name"'],
    [plain, "name: Oracle", "name：Oracle", '5: the colon after "name" is one of full width'],
    [plain, "\n\n", "\n\u00a0\n", "3: there is a no-break space (U+00A0) in this empty line"],
    [plain, "\n\n", "\n=======\n", '3: "=======" is left over'],
    [list, "basis: One", "basis:One", '6: there is no space after "basis:"'],
    [list, "basis: One", "basis One", '6: there is no colon after "basis"'],
    [list, "columns:", "columns", '1: there is no colon after "columns"'],
    [list, "{ id: basis", "{ id:basis", '2: there is no space after "id:"'],
    [list, "[One, Two]", "[One, Two", "2: a bracket or brace is not closed"],
    [
      list,
      "    name: Acme\n    basis",
      "  name: Acme\n  basis",
      "5: this line starts with 2 spaces",
    ],
    [texts, " - two", "  - two", "3: this line starts with 3 spaces"],
    [texts, " - two", " -two", "3: there is no space after the hyphen"],
    [plain, "  name: Oracle", " name: Oracle", "5: this line starts with 1 space"],
    [plain, "  name: Oracle", "   name: Oracle", "5: this line starts with 3 spaces"],
    [plain, "  name: Oracle", "name: Oracle", "5: this line starts with no space"],
    [plain, "  name: Oracle", "\tname: Oracle", "5: this line starts with a tab"],
    [plain, "- id: oracle", " - id: oracle", "4: this line starts with 1 space"],
    [nested, "    - action: deleted", "   - action: deleted", "5: this line starts with 3 spaces"],
    [nested, "    - action: closed", "   - action: closed", "3: this line starts with 3 spaces"],
    [nested, "      afterDays: 15", "     afterDays: 15", "4: this line starts with 5 spaces"],
    [nested, "  steps:", "  steps", '2: there is no colon after "steps"'],
    [nested, "  steps:", "   steps:", "2: this line starts with 3 spaces"],
  ];
  for (const [text, from, to, said] of changes)
    for (const lineEnd of ["\n", "\r\n"])
      test(`${JSON.stringify(to)} in lines that end in ${JSON.stringify(lineEnd)}`, () => {
        const faulty = text.replace(from, () => to).replaceAll("\n", lineEnd);
        expect(saidOf(faulty)).toEqual([expect.stringContaining(said)]);
        expect(read(faulty).value).toEqual(read(text).value);
      });
});

test("sound values beside a faulty line are left as they are", () => {
  for (const value of ["'it''s'", "'it''s' # so", "''", '"a \\"b\\" c"', "'a'"])
    expect(saidOf(`- id: a\n  name: ${value}\n  title:Foo\n`), value).toEqual([
      expect.stringContaining('3: there is no space after "title:"'),
    ]);
});

test("sound YAML is left as it is, however it is laid out", () => {
  for (const text of [
    "- id: a\n  question: Is this\n    name: or not\n".replace("name:", "name"),
    "a:\n- id: x\n- id: y\nb: 1\n",
    "a:\n   b: 1\n   c:\n      d: 2\n",
    "-   id: a\n    name: b\n",
    "text: |\n  name:Oracle\n   - id:x\n  ======\nname: b\n",
    "text: >-\n  name: x\n   name: y\n",
    'question: "Who\n  owns it: we?"\n',
    "options: [Adequacy decision,\n  Standard clauses]\n",
    "- { id: name, label: Name, kind: words }\n",
    "urls:\n  - https://www.acme.org/\n  - mailto:info@acme.org\n",
    "# a comment\n\n  # another\nname: A&B: no".replace(": no", ""),
    "question: Wer ist\n  der Verantwortliche?\n",
  ]) {
    expect(saidOf(text), text).toEqual([]);
    expect(saidOf(text.replaceAll("\n", "\r\n")), text).toEqual([]);
  }
});

test("the lines of hyphens around fields are found where they were meant", () => {
  const matter = "title: A\norder: 9\n";
  for (const [text, ...said] of [
    [`---\n${matter}---\n\nText.\n`],
    [`\ufeff---\n${matter}---\nText.\n`],
    [`\n---  \n${matter}---\t\n\nText.\n\n---\n\nMore.\n`],
    [`---\n${matter}\n---\n\nText.\n`],
    [`${matter}---\n\nText.\n`, "1: the line of three hyphens above"],
    [`---\n${matter}\nText.\n`, "3: the line of three hyphens below"],
    [`---\n${matter}\nText.\n\n---\n\nMore.\n`, "3: the line of three hyphens below"],
    [`—\n${matter}---\n\nText.\n`, "1: this line begins the fields"],
    [`---\n${matter}----\n\nText.\n`, "4: this line ends the fields"],
    [`---\n${matter} ---\n\nText.\n`, "4: this line ends the fields"],
    [`---\n${matter}–––\n\nText.\n`, "4: this line ends the fields"],
  ]) {
    const prose = splitProse(text ?? "");
    expect(prose.matter?.replaceAll(/^[-\s\ufeff]+/g, "").trimEnd(), text).toBe(matter.trimEnd());
    expect(prose.body.trim(), text).toMatch(/^Text\./);
    expect(
      prose.faults.map(({ line, message }) => `${String(line)}: ${message}`),
      text,
    ).toEqual(said.map((start) => expect.stringContaining(start) as unknown));
  }
});

test("two versions of lines are one fault, and read as the first", () => {
  const conflict = "a\n<<<<<<< HEAD\nb\n||||||| base\nx\n=======\nc\n>>>>>>> branch\nd\n";
  for (const text of [conflict, conflict.replaceAll("\n", "\r\n")]) {
    const { text: resolved, issues } = withoutConflicts("a.yaml", text);
    expect(resolved.split(/\s+/)).toEqual(["a", "b", "d", ""]);
    expect(resolved).toHaveLength(text.length);
    expect(issues.map(({ line }) => line)).toEqual([2]);
  }
  expect(withoutConflicts("a.yaml", "Heading\n=======\n").issues).toEqual([]);
});
