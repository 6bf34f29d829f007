import { longDate } from "../../words/formats.ts";
import type { ProseName } from "../../schemas/prose.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue, type Place } from "../../parse/issue.ts";

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
export const reviewsOf = ({ site, prose, placeOf }: Content): Review[] => {
  const months = site.review?.everyMonths;
  if (months === undefined) return [];
  return (Object.keys(prose) as ProseName[])
    .flatMap((name) =>
      prose[name].flatMap(({ id, data }): Review[] => {
        const { lastReviewed, owner = "" } = data;
        if (lastReviewed === undefined) return [];
        const file = `${name}/${id}.mdx`;
        const title = ("question" in data ? data.question : "title" in data && data.title) || id;
        const due = monthsAfter(lastReviewed, months);
        return [{ file, ...placeOf(file, ["lastReviewed"]), title, owner, lastReviewed, due }];
      }),
    )
    .sort((a, b) => a.due.localeCompare(b.due) || a.owner.localeCompare(b.owner, "en"));
};

/** Whether a review was due before `today`, an ISO date. */
export const isOverdue = ({ due }: Review, today: string): boolean => due < today;

const isoDate = (time: number) => new Date(time).toISOString().slice(0, 10);

const dayLength = 24 * 60 * 60 * 1000;

const faultOf = (review: Review, months: string): string | undefined => {
  const { lastReviewed } = review;
  const now = Date.now();
  /* East of Greenwich, tomorrow may already have begun. */
  if (lastReviewed > isoDate(now + dayLength))
    return `the last review is dated ${longDate("en", lastReviewed)}, which is in the future; write the day on which you reviewed it`;
  if (isOverdue(review, isoDate(now)))
    return `this was last reviewed on ${longDate("en", lastReviewed)}, and a review is due every ${months} months; review it, and write the day on which you did`;
  return undefined;
};

/** Pages, questions, and statements whose review is overdue, or dated in the future. */
export const faultyReviews = (content: Content): Issue[] =>
  reviewsOf(content).flatMap((review) => {
    const { file, line, column } = review;
    const fault = faultOf(review, String(content.site.review?.everyMonths));
    return fault === undefined ? [] : [warning(file, { line, column }, fault)];
  });
