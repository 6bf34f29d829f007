import { pagePath, questionPath } from "../../centre/addresses.ts";
import { contentFolder } from "../../environment.ts";
import type { FactName } from "../../schemas/facts.ts";
import { fileOfList } from "../../schemas/lists.ts";
import { accessibilityFile } from "../../schemas/records.ts";
import { id as idSchema, isRefusedByWindows } from "../../schemas/fields.ts";
import type { ProseName } from "../../schemas/prose.ts";
import { languageOf, type Content } from "../../parse/content.ts";
import { inBasicLetters } from "../../parse/heading-ids.ts";
import { error, top, type Issue } from "../../parse/issue.ts";
import { isDay, isReserved, reservedNames } from "./reserved-addresses.ts";

/** Records in the same file that have the same id. */
export const repeatedIds = ({ facts, lists, accessibility, placeOf }: Content): Issue[] =>
  [
    {
      file: accessibilityFile,
      within: ["limitations"],
      records: accessibility?.limitations ?? [],
    },
    ...(Object.keys(facts) as FactName[]).map((name) => ({
      file: fileOfList(name),
      within: [],
      records: facts[name],
    })),
    ...lists.map(({ id, records }) => ({
      file: fileOfList(`lists/${id}`),
      within: ["records"],
      records,
    })),
  ].flatMap(({ file, within, records }) => {
    const ids = records.map(({ id }) => id);
    return ids.flatMap((id, position) => {
      const first = ids.indexOf(id);
      return id === "" || first === position
        ? []
        : [
            error(
              file,
              placeOf(file, [...within, position, "id"]),
              `the id "${id}" is already used by the record on line ${String(placeOf(file, [...within, first, "id"]).line)}; give one of the two a different id`,
            ),
          ];
    });
  });

/** An id that a page or question has, or had before it moved, and where it is claimed. */
interface Claim {
  readonly id: string;
  readonly file: string;
  readonly path: readonly (string | number)[];
}

const nouns = { pages: "page", faq: "question", statements: "statement" } as const;

const claimsOf = (content: Content, name: ProseName): Claim[] => {
  const files = content.prose[name].map(({ id, data }) => ({
    id,
    file: `${name}/${id}.mdx`,
    former: ("formerly" in data && data.formerly) || [],
  }));
  return [
    ...files.map(({ id, file }) => ({ id, file, path: [] })),
    ...files.flatMap(({ file, former }) =>
      former.map((id, position) => ({ id, file, path: ["formerly", position] })),
    ),
  ];
};

const messageOf = (claim: Claim, other: Claim, name: ProseName): string => {
  const noun = nouns[name];
  if (claim.path.length === 0)
    return `this ${noun} and ${contentFolder}/${other.file} have names that differ only in capital letters; give one of the two a different name`;
  if (claim.file === other.file)
    return `"${claim.id}" is already the id of this ${noun} or listed here; delete it from "formerly"`;
  return other.path.length === 0
    ? `"${claim.id}" is the id of another ${noun}, ${contentFolder}/${other.file}; delete it from "formerly", or give that ${noun} a different name`
    : `"${claim.id}" is also listed under "formerly" in ${contentFolder}/${other.file}; delete it from one of the two`;
};

/** Pages or questions that have, or had, the same id, and file names that cannot be ids. */
export const sharedIds = (content: Content): Issue[] =>
  (Object.keys(nouns) as ProseName[]).flatMap((name) => {
    const first = new Map<string, Claim>();
    return claimsOf(content, name).flatMap((claim) => {
      const place = claim.path.length === 0 ? top : content.placeOf(claim.file, claim.path);
      const other = first.get(claim.id.toLowerCase());
      first.set(claim.id.toLowerCase(), other ?? claim);
      if (other) return [error(claim.file, place, messageOf(claim, other, name))];
      const fault = claim.path.length > 0 ? undefined : fileNameFault(claim.id, nouns[name]);
      if (fault === undefined) return [];
      const better = fileNameLike(claim.id, nouns[name], languageOf(content));
      return [error(claim.file, place, `${fault}; rename it, for example to "${better}.mdx"`)];
    });
  });

/**
 * What is wrong with a file's name, without its extension; undefined if nothing is.
 * @param noun what the name is the id of
 */
export const fileNameFault = (name: string, noun: string): string | undefined => {
  if (!idSchema.safeParse(name).success)
    return `the file name is the id of the ${noun} and can have only lowercase letters, digits, and single hyphens`;
  return isRefusedByWindows(name)
    ? `Windows cannot have a file or folder named "${name}"`
    : undefined;
};

/** A name for a file, without its extension, that is as much like a faulty one as an id can be. */
export const fileNameLike = (name: string, noun: string, language: string): string => {
  const like = idLike(name, language) || noun;
  return isRefusedByWindows(like) ? `about-${like}` : like;
};

/** Questions with the address of a topic, by their id or a former one. */
export const topicsAsQuestions = (content: Content): Issue[] => {
  const topics = content.facts.topics.map(({ id }) => id);
  const file = "facts/topics.yaml";
  return claimsOf(content, "faq").flatMap((claim) => {
    const position = topics.indexOf(claim.id);
    if (position === -1) return [];
    const { line } = content.placeOf(file, [position, "id"]);
    const topic = `the topic in ${contentFolder}/${file}, line ${String(line)}`;
    const address = questionPath(claim.id);
    return claim.path.length === 0
      ? [
          error(
            claim.file,
            top,
            `this question and ${topic}, would both have the address ${address}; rename this file, for example to "about-${claim.id}.mdx", or give the topic a different id`,
          ),
        ]
      : [
          error(
            claim.file,
            content.placeOf(claim.file, claim.path),
            `${topic}, has the address ${address}, so it cannot lead to this question; delete "${claim.id}" from "formerly", or give the topic a different id`,
          ),
        ];
  });
};

/** Names of pages, present or former, that give addresses which the site itself uses. */
export const reservedAddresses = (content: Content): Issue[] =>
  claimsOf(content, "pages")
    .filter(({ id, path }) => (path.length === 0 ? isReserved(id) : reservedNames.includes(id)))
    .map(({ id, file, path }) =>
      path.length === 0
        ? error(
            file,
            top,
            `the site itself uses the address that this file name gives the ${isDay(id) ? "versions of the " : ""}page; rename it, for example to "about-${id}.mdx"`,
          )
        : error(
            file,
            content.placeOf(file, path),
            `the site itself uses the address "${pagePath(id)}", so it cannot lead to this page; delete "${id}" from "formerly"`,
          ),
    );

/** Topics named as days: the versions of their pages would be where those of the page of questions are. */
export const topicsAsDays = ({ facts, placeOf }: Content): Issue[] => {
  const file = fileOfList("topics");
  return facts.topics.flatMap(({ id }, position) =>
    isDay(id)
      ? [
          error(
            file,
            placeOf(file, [position, "id"]),
            `a topic cannot have the id "${id}": the page of questions of that day would have the address of its versions; write another, such as about-${id}`,
          ),
        ]
      : [],
  );
};

/**
 * A name as an id; empty if none of its letters can be in one.
 * @param language the language of the name, a BCP 47 tag
 */
export const idLike = (name: string, language: string): string =>
  inBasicLetters(name.normalize("NFKC"), language)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
