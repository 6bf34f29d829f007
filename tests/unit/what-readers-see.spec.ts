import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { checkContent } from "../../src/check/index.ts";
import { copyForTests } from "../content-copy.ts";
import { sound } from "../faulty-content.ts";

const copy = copyForTests(sound, tmpdir());
let folder: string;

test.beforeEach(() => {
  folder = copy();
});

/** What the check says of a page below its front matter, without notes: the line there, and the message. */
const saidOf = async (text: string, lineEnd = "\n"): Promise<string[]> => {
  const page = join(folder, "pages/a-page.mdx");
  const front = `---
title: A page
description: A page to try the check on.
navigation: A page
order: 9
lastReviewed: "2026-03-31"
owner: Legal
---

`;
  await writeFile(page, `${front}${text}\n`.replaceAll("\n", lineEnd));
  const lines = front.split("\n").length - 1;
  return (await checkContent(folder))
    .filter(({ file, severity }) => file === page && severity !== "note")
    .map(({ line, message }) => `${String(line - lines)}: ${message}`);
};

test("rows that are not read as a table are found within a component, too", async () => {
  expect(await saidOf("<Pledge>\n\n| a | b |\n| c | d |\n\n</Pledge>")).toEqual([
    expect.stringContaining("3: "),
  ]);
});

test.describe("prose that means what it says is no fault", () => {
  const texts: Readonly<Record<string, string>> = {
    "a quotation": "> The controller shall answer within 30 days.\n> It may take longer.",
    "a quotation of a numbered clause":
      "> 1. The controller shall answer.\n> 2. It shall do so soon.",
    "a quotation in quotation marks": '> "72 hours is the limit."',
    "a comparison with a backslash": "\\> 16 years\n\n- \\>= 16\n- \\> 5",
    "a list with asterisks": "We keep:\n\n* names\n* addresses",
    "a list of one entry": "We keep this:\n\n- names\n\nAnd this:\n\n* addresses",
    "an entry with an asterisk of its own": "We keep:\n\n* names*\n\n\\* In 2027.",
    "a list with plus signs": "We offer:\n\n+ access\n+ deletion",
    "a list right below its introduction": "We keep:\n- names\n- addresses",
    "a note that shows its asterisk": "Deletion* is free.\n\n\\* In force from next year.",
    "a note, and a list below it":
      "Deletion* is free.\n\n\\* In force from next year.\n\n* names\n\nAnd so on.",
    "a list that a paragraph interrupts": "1. Ask us.\n\nWe read it.\n\n2. We answer.",
    "a clause that stands alone": "12. The processor shall help.",
    "a list with brackets": "1) Ask us.\n2) Wait.",
    "a list in a list": "- Names\n  - first\n  - last\n- Addresses\n  1. street\n  2. town",
    "a telephone number": "Call us:\n+1 555 123 4567",
    "figures with signs": "It costs $5 to $10, 5 € or ~10 %, at -5 °C, C++ or A&B; #1 in Europe.",
    emphasis: "*This* is **meant**, _so_ is __this__, and so is *this. And this.*",
    "emphasis with figures": "It takes *5 days* or **10 days**, in *2026*, *Art. 5 GDPR*.",
    "emphasis of abbreviations": "*Acme Inc. Group* and *the Dr. Smith foundation* are one.",
    "a bold part of a word": "This is un**believ**able.",
    "one word with an asterisk": "Alle Nutzer*innen haben Rechte.",
    "names with underscores": "The cookies are _ga and _gid, and the file is my_file_name.",
    "times, names and addresses": "At 10:30:45, urn:oid:1.2, 2001:db8::1, Nutzer:innen: alle.",
    code: "Write `:warning:`, `==x==`, `2*3*4` or `[TOC]`.",
    "a link with a definition": "See [the law][law] and [data].\n\n[law]: /rights/\n[data]: /data/",
    "characters by name": "A&nbsp;B &copy; Acme &amp; Sons.",
    "an address in lines": "Acme Ltd  \nc/o Smith  \n1 Main Street",
    "a line between two parts": "We keep little.\n\n---\n\nWe delete much.",
    "headings that differ": "## Data we share\n\nText.\n\n## Data we keep\n\nText.",
    "exclamation and questions": "Stop!!! Really??? Yes.",
    "colons in a paragraph": "The period: 5 days: see above.",
    "equal signs in a paragraph": "If a == b and c == d, then x = y.",
  };
  for (const [what, text] of Object.entries(texts))
    test(what, async () => {
      expect(await saidOf(text)).toEqual([]);
    });
});

test.describe("prose that readers would see otherwise is one fault", () => {
  const texts: Readonly<Record<string, readonly [typed: string, said: RegExp]>> = {
    "a comparison of money": ["> EUR 500", /^1: ">" is not shown.*"more than EUR 500"/],
    "a comparison with a sign": ["- >±5", /^1: ">" is not shown/],
    "a comparison with a fraction": ["> ½ year", /^1: ">" is not shown/],
    "a comparison in other digits": ["> ١٦", /^1: ">" is not shown/],
    "an underscore before an address": [
      "Write to _info@acme.org soon.",
      /^1: the underscore is read as part of the address _info@acme\.org; write info@acme\.org/,
    ],
    "an underscore before an address, beside a component": [
      "Write to _info@acme.org soon.\n\n<Pledge>We sell nothing.</Pledge>",
      /^1: the underscore is read as part of the address _info@acme\.org; write info@acme\.org/,
    ],
    "a comparison below a line": ["We ask those aged\n> 16 years.", /^2: ">" is not shown/],
    "a comparison beside a component": [
      "<Pledge>We sell nothing.</Pledge>\n\n>= 16 years",
      /^3: ">" is not shown.*"at least 16"/,
    ],
    "a note below a list": ["- Deletion*\n- Access\n\n* From next year.", /^4: this note becomes/],
    "a note below a table": [
      "| Right* | Since |\n|---|---|\n| Access | 2020 |\n\n* From next year.",
      /^5: this note becomes/,
    ],
    "a note above what bears its asterisk": ["* Required\n\nName*", /^1: this note becomes/],
    "a note of a component": [
      "<Pledge>We sell nothing*.</Pledge>\n\n* Nothing at all.",
      /^3: this note becomes/,
    ],
    "a period in addition": ["We take 30 days\n+ 15 days.", /^2: "\+" is not shown/],
    "a telephone number with a space": ["+ 49 30 123456", /^1: "\+" is not shown/],
    "a sentence that a hyphen breaks": [
      "We keep the data as long as\n- or longer than - the law says.",
      /^2: "-" starts a list in the middle of a sentence/,
    ],
    "a heading in a list": ["- Item\n  ---", /^1: the line of hyphens below/],
    "a box of another kind": ['??? note "Title"', /^1: "\?\?\? note "Title"" is shown as typed/],
    "added text": ["This is ++new++.", /^1: \+\+new\+\+ is shown as typed/],
    "an abbreviation": ["*[DPO]: Data Protection Officer", /^1: "\*\[DPO\]:" is shown as typed/],
    "a character escaped twice": ["A&amp;nbsp;B", /^1: &nbsp; is shown as typed/],
    "gender stars": ["Nutzer*innen und Kund*innen", /^1: "innen und Kund" is shown in italics/],
    patterns: ["We set _pk_id.*, _pk_ses.*", /^1: ", _pk_ses\." is shown in italics/],
    "tildes for a fence": ["We keep it.\n\n~~~\nAll of it.", /^3: everything below ~~~/],
    "headings with equal marks": [
      "## C++\n\nText.\n\n### C#\n\nText.",
      /have the same address, #c;/,
    ],
    "headings below each other": ["## Access\n\n### Access!\n\nText.", /same address, #access;/],
  };
  for (const [what, [typed, said]] of Object.entries(texts))
    for (const [lineEnd, of] of [
      ["\n", ""],
      ["\r\n", ", in a file from Windows"],
    ] as const)
      test(`${what}${of}`, async () => {
        expect(await saidOf(typed, lineEnd)).toEqual([expect.stringMatching(said)]);
      });
});

test("dates at the start of a line are known by the months of the language", async () => {
  const site = join(folder, "site.yaml");
  await writeFile(site, (await readFile(site, "utf8")).replace("language: en", "language: de"));
  expect(await saidOf("Die Frist endet am\n1. Januar 2027.")).toEqual([
    '2: "1." turns this line into a numbered list; write 1\\. to show it as text',
  ]);
  expect(await saidOf("1. Jahr: nichts")).toEqual([]);
});
