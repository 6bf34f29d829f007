import { inBodies, type Finding } from "../findings.ts";
import { languageRulesOf } from "../language-rules.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { error, placeAt, type Issue } from "../../parse/issue.ts";
import type { YamlValue } from "../../parse/yaml.ts";
import type { FieldPath } from "../../schemas/introspection.ts";

const unfinished = (found: string) =>
  `"${found}" was left over; write what belongs there, or delete it`;

/** What is left over, and what to say of it. */
type Kind = readonly [RegExp, (found: string) => string];

/** What people leave in a draft to be filled in later, whatever its language. */
const everywhere: readonly Kind[] = [
  [/\b(?:TODO|TBC|TBD|TBA|FIXME|XXX+)\b/gu, unfinished],
  [/\blorem ipsum\b/giu, unfinished],
  [
    /\[email[\s\u00a0]protected\]/giu,
    () =>
      '"[email protected]" is what a copied web page shows in place of an address; write the address itself',
  ],
  [
    /\b(?:[\w-]+[.@])*example\.(?:com|org|net)\b/giu,
    (found) => `"${found}" is an address for examples only; write the real one`,
  ],
];

/** Square brackets, not of a box or a link, around dots or what somebody is invited to write over. */
const blanks = (invitations: readonly string[]): RegExp => {
  const invited = invitations.length > 0 ? `(?:${invitations.join("|")})(?: [^[\\]\\n]*)?|` : "";
  return new RegExp(
    `(?<!^\\s*(?:[-*+]|\\d+[.)]) )\\[(?:${invited}[\\s._…●•]+)\\](?![([:])`,
    "gimu",
  );
};

/** What people leave in a draft of a content's language; what is general comes last. */
const kindsFor = (content: Content): readonly Kind[] => {
  const { invitations = [], standIns } = languageRulesOf(content) ?? {};
  return [
    [blanks(invitations), unfinished],
    ...(standIns ? [[standIns, unfinished] as const] : []),
    ...everywhere,
  ];
};

const reserved = /\b(?:[\w-]+[.@])+example\b(?!\.\w)/giu;

const findingsIn = (text: string, kinds: readonly Kind[]): Finding[] =>
  kinds
    .flatMap(([looks, say], rank) =>
      [...text.matchAll(looks)].map(({ 0: found, index }) => ({
        rank,
        offset: index,
        message: say(found),
      })),
    )
    // What two kinds find is said by the later one, which knows more.
    .filter(({ rank, offset }, _, all) =>
      all.every((other) => other.offset !== offset || other.rank <= rank),
    );

const reservedIn = (text: string, remedy: string) =>
  [...text.matchAll(reserved)].map(({ 0: found, index }) => ({
    offset: index,
    message: `"${found}" is an address for examples only; ${remedy}`,
  }));

const realOne = "write the real one";
const inFacts = (file: string) =>
  file.endsWith(".mdx") ? realOne : `${realOne}, or \`confirmed: false\` while it is not known`;

/** Fields in which blanks stand on purpose, and questions to those who know the answer. */
const isMeant = (file: string, path: FieldPath) =>
  (file === "templates/privacy-request.yaml" && path[0] === "blanks") ||
  (!file.endsWith(".mdx") && path.at(-1) === "question");

/** Whether a value belongs to a record that awaits confirmation. */
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
      .filter((value) => typeof value.value === "string" && !isMeant(file, value.path))
      .flatMap((value) =>
        [
          ...findingsIn(value.source, kinds),
          ...(isOpen(value, all) ? [] : reservedIn(value.source, inFacts(file))),
        ].map(({ offset, message }) =>
          error(file, placeAt(texts.get(file) ?? "", value.start + offset), message),
        ),
      ),
  );

/** A box to tick, which is how people list what is still to be done. */
const boxes = (content: Content): Issue[] =>
  inBodies(content, (body) =>
    partsOf(body).flatMap(({ node, start }) =>
      node.type === "listItem" && typeof node.checked === "boolean"
        ? [
            {
              offset: start,
              message: "a box to tick cannot be shown; begin the line with a hyphen only",
            },
          ]
        : [],
    ),
  );

/** Words that were to be replaced before anybody reads them. */
export const leftovers = (content: Content): Issue[] => {
  const kinds = kindsFor(content);
  return [
    ...inValues(content, kinds),
    ...inBodies(content, ({ text }) => [...findingsIn(text, kinds), ...reservedIn(text, realOne)]),
    ...boxes(content),
  ];
};
