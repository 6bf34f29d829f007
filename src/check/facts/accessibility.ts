import { longDate } from "../../words/formats.ts";
import type { Content } from "../../parse/content.ts";
import { error, warning, type Issue } from "../../parse/issue.ts";
import type { FieldPath } from "../../schemas/introspection.ts";
import { accessibilityFile as file } from "../../schemas/records.ts";
import { isToCome, isoDate } from "./reviews.ts";

type Statement = NonNullable<Content["accessibility"]>;

/** What contradicts a field: where, and the sentence that says so. */
interface Contradiction {
  readonly path: FieldPath;
  readonly message: string;
}

const assessed: Readonly<Record<string, string>> = {
  full: "the status says that the site conforms in full",
  partial: "the status says that the site conforms in part",
  none: "the status says that the site does not conform",
};

/** A status that the rest of the statement does not bear out. */
const statusContradicted = ({ status, assessment, limitations = [] }: Statement) => {
  const said = status && assessed[status];
  const path = ["status"];
  const found: Contradiction[] = [];
  if (status === "full" && limitations.length > 0)
    found.push({
      path,
      message: `${String(said)}, but the file lists what not everybody can use ("${String(limitations[0]?.what)}"); write "status: partial", or remove what has been mended from the limitations`,
    });
  if (said !== undefined && assessment === undefined)
    found.push({
      path,
      message: `"${String(status)}" is what an assessment came to, and none is described; add "assessment:" with method, by, date, and approach, or write "status: not-assessed"`,
    });
  if (status === "not-assessed" && assessment !== undefined)
    found.push({
      path,
      message: `the status says that nobody has assessed the site, but the file describes an assessment; write what it came to: full, partial, or none`,
    });
  return found;
};

/** Days that cannot be, or that are in the wrong order. */
const daysContradicted = (statement: Statement): Contradiction[] => {
  const { prepared, lastReviewed, assessment, approval } = statement;
  const days = [
    { path: ["prepared"], what: "the statement was first written", day: prepared },
    { path: ["assessment", "date"], what: "the assessment ended", day: assessment?.date },
    { path: ["lastReviewed"], what: "the statement was last reviewed", day: lastReviewed },
    { path: ["approval", "date"], what: "the statement was approved", day: approval?.date },
  ];
  return days.flatMap(({ path, what, day }) => {
    if (day === undefined) return [];
    const said = `${what} on ${longDate("en", day)}`;
    if (isToCome(day))
      return [{ path, message: `${said}, which is in the future; write the day on which it did` }];
    return lastReviewed !== undefined && day > lastReviewed && path[0] !== "approval"
      ? [
          {
            path,
            message: `${said}, after the last review on ${longDate("en", lastReviewed)}; read the whole statement, and write the day on which you did under "lastReviewed"`,
          },
        ]
      : [];
  });
};

/** Limitations that should be mended by now. */
const promisesPast = ({ limitations = [] }: Statement): Contradiction[] =>
  limitations.flatMap(({ until }, at) =>
    until !== undefined && until < isoDate(Date.now())
      ? [
          {
            path: ["limitations", at, "until"],
            message: `this was to be mended by ${longDate("en", until)}; remove the limitation if it has been, or write by when it will be`,
          },
        ]
      : [],
  );

/** A status that says that something is missing, where nothing is named. */
const nothingNamed = ({ status, limitations = [] }: Statement): Contradiction[] =>
  (status === "partial" || status === "none") && limitations.length === 0
    ? [
        {
          path: ["status"],
          message: `${String(assessed[status])}, but nothing is listed that not everybody can use; list it under "limitations:", each with id, what, affects, and alternative`,
        },
      ]
    : [];

/** What contradicts itself in the statement on accessibility. */
export const faultyAccessibility = ({ accessibility: statement, placeOf }: Content): Issue[] => {
  if (statement === undefined) return [];
  const placed =
    (severity: typeof error) =>
    ({ path, message }: Contradiction) =>
      severity(file, placeOf(file, path), message);
  return [
    ...[...statusContradicted(statement), ...daysContradicted(statement)].map(placed(error)),
    ...[...nothingNamed(statement), ...promisesPast(statement)].map(placed(warning)),
  ];
};
