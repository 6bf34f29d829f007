import { longDate } from "../../words/formats.ts";
import type { FieldPath } from "../../schemas/introspection.ts";
import type { ProseName } from "../../schemas/prose.ts";
import { accessibilityFile } from "../../schemas/records.ts";
import type { Content } from "../../parse/content.ts";
import { error, warning, type Issue, type Place } from "../../parse/issue.ts";

/** A page, question, or statement that must be reviewed by a certain day. */
export interface Review extends Place {
  /** From the content folder. */
  readonly file: string;
  /** Its title, or the question. */
  readonly title: string;
  readonly owner: string;
  /** ISO dates. */
  readonly lastReviewed: string;
  readonly due: string;
}

/** The ISO date a number of months after another, or the last day of a month that is too short. */
const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};

/** Every review, upcoming or overdue: the earliest first, those on the same day by owner. */
export const reviewsOf = ({ site, prose, accessibility, placeOf }: Content): Review[] => {
  const months = site.review?.everyMonths;
  if (months === undefined) return [];
  const stewarded = [
    ...(Object.keys(prose) as ProseName[]).flatMap((name) =>
      prose[name].map(({ id, data }) => ({
        file: `${name}/${id}.mdx`,
        ...data,
        title: ("question" in data ? data.question : "title" in data && data.title) || id,
      })),
    ),
    { ...accessibility, file: accessibilityFile, title: "Accessibility statement" },
  ];
  return stewarded
    .flatMap(({ file, title, lastReviewed, owner = "" }): Review[] => {
      if (lastReviewed === undefined) return [];
      const due = monthsAfter(lastReviewed, months);
      return [{ file, ...placeOf(file, ["lastReviewed"]), title, owner, lastReviewed, due }];
    })
    .sort((a, b) => a.due.localeCompare(b.due) || a.owner.localeCompare(b.owner, "en"));
};

/** Whether a review was due before `today`, an ISO date. */
export const isOverdue = ({ due }: Review, today: string): boolean => due < today;

/** The ISO date of a moment, in UTC. */
export const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

const dayLength = 24 * 60 * 60 * 1000;

/** Whether a day, an ISO date, is yet to come. East of Greenwich, tomorrow may already have begun. */
export const isToCome = (day: string): boolean => day > isoDate(Date.now() + dayLength);

/** Pages, questions, and statements whose review is overdue. */
export const overdueReviews = (content: Content): Issue[] =>
  reviewsOf(content)
    .filter((review) => isOverdue(review, isoDate(Date.now())))
    .map(({ file, line, column, lastReviewed }) =>
      warning(
        file,
        { line, column },
        `this was last reviewed on ${longDate("en", lastReviewed)}, and a review is due every ${String(content.site.review?.everyMonths)} months; review it, and write the day on which you did`,
      ),
    );

/** A day on which something is said to have happened. */
interface PastDay {
  readonly file: string;
  readonly path: FieldPath;
  readonly day: string | undefined;
  readonly what: string;
}

const pastDays = ({ prose, facts }: Content): PastDay[] => [
  ...(Object.keys(prose) as ProseName[]).flatMap((name) =>
    prose[name].map(({ id, data }) => ({
      file: `${name}/${id}.mdx`,
      path: ["lastReviewed"],
      day: data.lastReviewed,
      what: "the last review",
    })),
  ),
  ...prose.statements.flatMap(({ id, data }) =>
    (data.history ?? []).map(({ date }, at) => ({
      file: `statements/${id}.mdx`,
      path: ["history", at, "date"],
      day: date,
      what: "what has happened since",
    })),
  ),
  ...facts.laws.map(({ request }, at) => ({
    file: "facts/laws.yaml",
    path: [at, "request", "reviewedOn"],
    day: request?.reviewedOn,
    what: "counsel’s review",
  })),
];

/**
 * Reviews and events that are dated in the future. Nobody can have reviewed anything then: readers
 * would be told what is not true, and the desk would not ask for a review before its time.
 */
export const reviewsToCome = (content: Content): Issue[] =>
  pastDays(content).flatMap(({ file, path, day, what }) =>
    day === undefined || !isToCome(day)
      ? []
      : [
          error(
            file,
            content.placeOf(file, path),
            `${what} is dated ${longDate("en", day)}, which is in the future; write the day on which it was`,
          ),
        ],
  );
