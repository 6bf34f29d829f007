import { inBodies, type Finding } from "../findings.ts";
import { languageRulesOf } from "../language-rules.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { error, placeAt, type Issue } from "../../parse/issue.ts";
import type { YamlValue } from "../../parse/yaml.ts";
import type { FieldPath } from "../../schemas/introspection.ts";

const placeholderMessage = (found: string) =>
  `"${found}" is a placeholder; write what belongs there, or delete it`;

/** A kind of placeholder, and its message. */
type Kind = readonly [RegExp, (found: string) => string];

/** What people leave in a draft to fill in later, in any language. */
const everywhere: readonly Kind[] = [
  [/\b(?:TODO|TBC|TBD|TBA|FIXME|XXX+)\b/gu, placeholderMessage],
  [/\blorem ipsum\b/giu, placeholderMessage],
  [
    /\[email[\s\u00a0]protected\]/giu,
    () =>
      '"[email protected]" is what a copied web page shows instead of an email address; write the address itself',
  ],
  [
    /(?<![\p{L}\p{N}_-])(?:[\p{L}\p{N}_-]+[.@])*example\.(?:com|org|net)\b/giu,
    (found) => `"${found}" is an example address; write the real one`,
  ],
];

/** Square brackets, other than of a checkbox or a link, around dots or an invitation to fill in. */
const blanks = (invitations: readonly string[]): RegExp => {
  const invited = invitations.length > 0 ? `(?:${invitations.join("|")})(?: [^[\\]\\n]*)?|` : "";
  return new RegExp(
    `(?<!^\\s*(?:[-*+]|\\d+[.)]) )\\[(?:${invited}[\\s._…●•]+)\\](?![([:])`,
    "gimu",
  );
};

/** The kinds of placeholder in the content's language, followed by those in any language. */
const kindsFor = (content: Content): readonly Kind[] => {
  const { invitations = [], standIns } = languageRulesOf(content) ?? {};
  return [
    [blanks(invitations), placeholderMessage],
    ...(standIns ? [[standIns, placeholderMessage] as const] : []),
    ...everywhere,
  ];
};

const reserved = /(?<![\p{L}\p{N}_-])(?:[\p{L}\p{N}_-]+[.@])+example\b(?!\.\w)/giu;

const findingsIn = (text: string, kinds: readonly Kind[]): Finding[] =>
  kinds
    .flatMap(([pattern, messageFor], rank) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
        rank,
        offset: index,
        message: messageFor(found),
      })),
    )
    // Where two kinds match, the later one applies: it is more specific.
    .filter(({ rank, offset }, _, all) =>
      all.every((other) => other.offset !== offset || other.rank <= rank),
    );

const reservedIn = (text: string, remedy: string) =>
  [...text.matchAll(reserved)].map(({ 0: found, index }) => ({
    offset: index,
    message: `"${found}" is an example address; ${remedy}`,
  }));

const writeRealOne = "write the real one";
const inFacts = (file: string) =>
  file.endsWith(".mdx")
    ? writeRealOne
    : `${writeRealOne}, or \`confirmed: false\` until it is known`;

/** Fields that hold blanks on purpose, and questions to those who know the answer. */
const mayHoldBlanks = (file: string, path: FieldPath) =>
  (file === "templates/privacy-request.yaml" && path[0] === "blanks") ||
  (!file.endsWith(".mdx") && path.at(-1) === "question");

/** Whether a value belongs to a record awaiting confirmation. */
const isOpen = ({ path }: YamlValue, values: readonly YamlValue[]) =>
  values.some(
    (other) =>
      other.value === false &&
      other.path.length === 2 &&
      other.path[0] === path[0] &&
      other.path[1] === "confirmed",
  );

const inValues = ({ texts, values }: Content, kinds: readonly Kind[]): Issue[] =>
  [...values].flatMap(([file, all]) =>
    all
      .filter((value) => typeof value.value === "string" && !mayHoldBlanks(file, value.path))
      .flatMap((value) =>
        [
          ...findingsIn(value.source, kinds),
          ...(isOpen(value, all) ? [] : reservedIn(value.source, inFacts(file))),
        ].map(({ offset, message }) =>
          error(file, placeAt(texts.get(file) ?? "", value.start + offset), message),
        ),
      ),
  );

/** Checkboxes, with which people list what is still to be done. */
const checkboxes = (content: Content): Issue[] =>
  inBodies(content, (body) =>
    partsOf(body).flatMap(({ node, start }) =>
      node.type === "listItem" && typeof node.checked === "boolean"
        ? [
            {
              offset: start,
              message: "checkboxes are not supported; start the line with only a hyphen",
            },
          ]
        : [],
    ),
  );

/** Placeholders that were meant to be replaced before publication. */
export const placeholders = (content: Content): Issue[] => {
  const kinds = kindsFor(content);
  return [
    ...inValues(content, kinds),
    ...inBodies(content, ({ text }) => [
      ...findingsIn(text, kinds),
      ...reservedIn(text, writeRealOne),
    ]),
    ...checkboxes(content),
  ];
};
