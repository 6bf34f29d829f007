import { centreFile, llmsFullFile, thisSitePage, twinOf } from "../centre/addresses.ts";
import type { Words } from "../words/index.ts";
import type { PageText } from "./markdown.ts";
import type { PublicCentre } from "./public-centre.ts";

interface Entry {
  readonly title: string;
  readonly address: string;
  readonly note?: string | undefined;
}

const section = (heading: string, entries: readonly Entry[]): string[] =>
  entries.length === 0
    ? []
    : [
        `## ${heading}`,
        entries
          .map(({ title, address, note }) => `- [${title}](${address})${note ? `: ${note}` : ""}`)
          .join("\n"),
      ];

/** The topics of questions with the Markdown of the page that answers them. */
const topics = ({ questions, facts }: PublicCentre): Entry[] =>
  (facts["topics"]?.records ?? []).flatMap(({ id, ...topic }) => {
    const asked = questions.filter((question) => question.topic === id);
    const [first] = asked;
    if (!first) return [];
    const pages = new Set(asked.map(({ address }) => address.replace(/#.*/, "")));
    const title = String(topic["title"]);
    return [...pages].length === 1
      ? [
          {
            title,
            address: twinOf(first.address.replace(/#.*/, "")),
            note: asked.map(({ question }) => question).join(" "),
          },
        ]
      : asked.map(({ question, address }) => ({
          title: question,
          address: twinOf(address),
          note: title,
        }));
  });

/** The head of both files: whose site it is, and whether it is a draft. */
const head = (
  { name, organization, pages: [overview], unconfirmed }: PublicCentre,
  { draft }: Words,
) => [
  `# ${name}`,
  `> ${overview?.description ?? organization.legalName}`,
  ...(unconfirmed > 0 ? [draft.awaiting(unconfirmed)] : []),
];

/**
 * `/llms.txt` (llmstxt.org): what there is to read, for language models.
 * @param centre with the texts of its pages
 */
export const llmsIndex = (centre: PublicCentre, words: Words): string => {
  const { machineReadable: says, transparency } = words;
  const { pages, statements, facts, lists } = centre;
  const complete = (path: string) => new URL(path, centre.address).href;
  const entryOf = ({ title, markdown, description }: PublicCentre["pages"][number]) => ({
    title,
    address: markdown,
    note: description,
  });
  return `${[
    ...head(centre, words),
    ...section(says.pages, pages.map(entryOf)),
    ...section(says.questions, topics(centre)),
    ...section(
      says.facts,
      [...Object.values(facts), ...Object.values(lists)].map(({ title, csv }) => ({
        title,
        address: csv,
      })),
    ),
    /* Under this name, for what can be skipped. */
    ...section("Optional", [
      { title: says.everything, address: complete(llmsFullFile) },
      { title: says.records, address: complete(centreFile) },
      { title: says.schema, address: centre.$schema },
      ...statements.map(entryOf),
      {
        title: transparency.title,
        address: complete(twinOf(thisSitePage)),
        note: transparency.description,
      },
    ]),
  ].join("\n\n")}\n`;
};

/**
 * `/llms-full.txt`: the texts of all pages, one after another, each below its address.
 * @param texts with the notices that they stand below
 */
export const llmsText = (centre: PublicCentre, texts: readonly PageText[], words: Words): string =>
  [
    `${head(centre, words).join("\n\n")}\n`,
    ...texts.map(({ path, markdown }) => `<${new URL(path, centre.address).href}>\n\n${markdown}`),
  ].join("\n---\n\n");
