import { expect, test } from "@playwright/test";
import { blocksOf, wordsOfBlock } from "../../../src/releases/blocks.ts";
import { difference, type Change, type Piece } from "../../../src/releases/difference.ts";

const marked = ({ change, text }: Piece) =>
  change === "kept" ? text : `{${change === "added" ? "+" : "-"}${text}}`;

const said = (change: Change): string =>
  change.type === "changed"
    ? `${change.isMoved ? "moved, " : ""}changed: ${change.cells.map((cell) => cell.map(marked).join("")).join(" | ")}`
    : `${change.type}: ${wordsOfBlock(change.block)}`;

/** What became of the blocks of a text, but for those that were kept. */
const changes = (before: string, after: string): string[] =>
  difference(blocksOf(before), blocksOf(after))
    .filter(({ type }) => type !== "kept")
    .map(said);

for (const [what, before, after, expected] of [
  ["nothing", "# A\n\nb\n\n- c\n", "# A\n\nb\n\n* c\n", []],
  [
    "a word in place of another",
    "We keep it for 30 days.\n",
    "We keep it for 60 days.\n",
    ["changed: We keep it for {-30}{+60} days."],
  ],
  [
    "a number with its separators, and a word with its apostrophe",
    "The customer’s 1,000 accounts.\n",
    "The customers’ 1,500 accounts.\n",
    ["changed: The {-customer’s 1,000}{+customers’ 1,500} accounts."],
  ],
  [
    "a phrase in place of another, not word by word",
    "We delete the data after three long months, without being asked.\n",
    "We delete the data after six weeks, without being asked.\n",
    ["changed: We delete the data after {-three long months}{+six weeks}, without being asked."],
  ],
  [
    "a sentence more",
    "One sentence here.\n",
    "One sentence here. And one more.\n",
    ["changed: One sentence here.{+ And one more.}"],
  ],
  [
    "a paragraph more and one less",
    "First one.\n\nSecond thing.\n\nThird.\n",
    "First one.\n\nThird.\n\nAnother paragraph.\n",
    ["removed: Second thing.", "added: Another paragraph."],
  ],
  [
    "a paragraph that has moved",
    "One.\n\nTwo.\n\nThree.\n\nFour.\n",
    "Four.\n\nOne.\n\nTwo.\n\nThree.\n",
    ["moved: Four."],
  ],
  [
    "a section that has moved past another",
    "## A\n\na\n\nb\n\n## C\n\nc\n\nd\n\ne\n",
    "## C\n\nc\n\nd\n\ne\n\n## A\n\na\n\nb\n",
    ["moved: A", "moved: a", "moved: b"],
  ],
  [
    "what stands in several places and came in between",
    "## A\n\nNone.\n\n## B\n\nNone.\n",
    "## A\n\nNone.\n\n## New\n\nNone.\n\n## B\n\nNone.\n",
    ["added: New", "added: None."],
  ],
  [
    "a row that has moved and changed, known by its header",
    "| Account | Kept |\n| - | - |\n| Trial | 30 days |\n| Canceled | 90 days |\n| Paid | Always |\n",
    "| Account | Kept |\n| - | - |\n| Canceled | Not at all |\n| Trial | 30 days |\n| Paid | Always |\n",
    ["moved, changed: Canceled | {-90 days}{+Not at all}"],
  ],
  [
    "a column that has another name",
    "| Account | Kept |\n| - | - |\n| Trial | 30 days |\n",
    "| Account | Kept for |\n| - | - |\n| Trial | 30 days |\n",
    ["changed: Account | Kept{+ for}"],
  ],
  [
    "a link that leads elsewhere",
    "Read [this](/a/).\n",
    "Read [this](/b/).\n",
    ["changed: Read {-this}{+this}."],
  ],
  ["words in bold", "It is so.\n", "It is **so**.\n", ["changed: It is {-so}{+so}."]],
  [
    "a heading of another rank",
    "## A heading\n\nText.\n",
    "### A heading\n\nText.\n",
    ["changed: A heading"],
  ],
  [
    "a script without spaces",
    "我们保存数据三十天。\n",
    "我们保存数据六十天。\n",
    ["changed: 我们保存数据{-三}{+六}十天。"],
  ],
  [
    "a heading that is renamed, and links to itself by another name",
    "## [Bug bounty](/a/#bug-bounty)\n\nText.\n",
    "## [Bug bounties](/b/#bug-bounties)\n\nText.\n",
    ["changed: Bug {-bounty}{+bounties}"],
  ],
  [
    "a heading that has no word of what it was",
    "# A\n\n## Retention\n\nText.\n",
    "# A\n\n## How long\n\nText.\n",
    ["changed: {-Retention}{+How long}"],
  ],
  [
    "a heading that went as another came elsewhere",
    "## One\n\nText.\n\nMore.\n",
    "Text.\n\n## Two\n\nMore.\n",
    ["removed: One", "added: Two"],
  ],
  [
    "nothing of a heading on a page that moved",
    "## [A](/data/#a)\n",
    "## [A](/information/#a)\n",
    [],
  ],
  [
    "a column more, first of those that say something",
    "| Account | Kept |\n| - | - |\n| Trial | 30 days |\n| Paid | 90 days |\n",
    "| Account | Why | Kept |\n| - | - | - |\n| Trial | Law | 30 days |\n| Paid | | 90 days |\n",
    ["changed: Account | {+Why} | Kept", "changed: Trial | {+Law} | 30 days"],
  ],
  [
    "a column less",
    "| Account | Why | Kept |\n| - | - | - |\n| Trial | Law | 30 days |\n",
    "| Account | Kept |\n| - | - |\n| Trial | 30 days |\n",
    ["changed: Account | Kept | {-Why}", "changed: Trial | 30 days | {-Law}"],
  ],
  [
    "columns in another order, and a figure in one of them",
    "| Account | Why | Kept |\n| - | - | - |\n| Trial | Law | 30 days |\n| Paid | Law | Ever |\n",
    "| Account | Kept | Why |\n| - | - | - |\n| Trial | 60 days | Law |\n| Paid | Ever | Law |\n",
    ["changed: Account | Kept | Why", "changed: Trial | {-30}{+60} days | Law"],
  ],
  [
    "a row more, a row less, and one that has moved",
    "| A | B |\n| - | - |\n| one | 1 |\n| two | 2 |\n| three | 3 |\n| four | 4 |\n",
    "| A | B |\n| - | - |\n| three | 3 |\n| one | 1 |\n| five | 5 |\n| four | 4 |\n",
    ["removed: two | 2", "moved: one | 1", "added: five | 5"],
  ],
  [
    "an entry of a list within another that went up",
    "- Providers\n  - Amazon\n  - Hetzner\n",
    "- Providers\n  - Amazon\n- Hetzner\n",
    ["changed: Hetzner"],
  ],
  [
    "an entry more in a list within another",
    "- Providers\n  - Amazon\n- Others\n",
    "- Providers\n  - Amazon\n  - Hetzner\n- Others\n",
    ["added: Hetzner"],
  ],
  [
    "code line by line",
    "```\none\n  two\n```\n",
    "```\none\n  three\n```\n",
    ["changed: one\n  {-two}{+three}"],
  ],
  [
    "a picture with other words",
    "![A map of three places](/map.svg)\n",
    "![A map of four places](/map.svg)\n",
    ["changed: A map of {-three}{+four} places"],
  ],
  ["a text that begins", "", "One.\n", ["added: One."]],
  ["a text that ends", "One.\n", "", ["removed: One."]],
] as const)
  test(`the difference tells ${what}`, () => {
    expect(changes(before, after)).toEqual(expected);
  });

test("what was added and removed makes each text out of the other", () => {
  const before = "# A\n\nOne two three.\n\n- a b c\n- d\n\n## B\n\nLast words.\n";
  const after = "# A\n\n- d\n- a c c\n\n## C\n\nOne four three.\n\nNew.\n";
  const all = difference(blocksOf(before), blocksOf(after));
  const later = all.flatMap((change) => (change.type === "removed" ? [] : [change.block]));
  expect(later).toEqual(blocksOf(after));
  const earlier = all.flatMap((change) =>
    change.type === "added" ? [] : [change.type === "changed" ? change.before : change.block],
  );
  const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
  expect(earlier.toSorted(byKey)).toEqual(blocksOf(before).toSorted(byKey));
});

test.describe("texts of 3,000 blocks", () => {
  const word = (at: number) => `w${String((at * 7919) % 104_729)}`;
  const sentence = (at: number) =>
    `Data ${word(at)} of number ${String(at)} is **kept** for some time, then deleted by [us](/data/) as ${word(at + 3)} asks.`;
  const text = (write: (at: number) => string) =>
    Array.from({ length: 3000 }, (_, at) => write(at)).join("\n\n");

  for (const [what, after] of [
    ["a few of which have changed", (at: number) => sentence(at % 100 === 0 ? at + 5000 : at)],
    ["each of which has changed", (at: number) => sentence(at).replace("deleted", "erased")],
    ["all of which are others", (at: number) => `${word(at + 5000)} ${String(at * at)}`],
    ["all of which have moved", (at: number) => sentence((at * 1009) % 3000)],
  ] as const)
    test(`${what}, differ in less than a second`, () => {
      const [before, later] = [text(sentence), text(after)];
      /* Of the processor: the machine may have more to do. */
      const times = [0, 1].map(() => {
        const start = process.cpuUsage();
        difference(blocksOf(before), blocksOf(later));
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      });
      expect(Math.min(...times)).toBeLessThan(1000);
    });
});
