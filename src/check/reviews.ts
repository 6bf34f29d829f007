import { longDate } from "../centre/dates.ts";
import type { ProseName } from "../schemas/prose.ts";
import type { Content } from "./content.ts";
import { warning, type Issue } from "./issue.ts";

/** The ISO date so many months after another; the month's last day where it has no such day. */
const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};

/** Pages, questions and statements that should have been reviewed by now. */
export const overdueReviews = ({ site, prose, placeOf }: Content): Issue[] => {
  const months = site.review?.everyMonths;
  if (months === undefined) return [];
  const today = new Date().toISOString().slice(0, 10);
  return (Object.keys(prose) as ProseName[]).flatMap((name) =>
    prose[name].flatMap(({ id, data: { lastReviewed } }): Issue[] => {
      if (lastReviewed === undefined || monthsAfter(lastReviewed, months) >= today) return [];
      const file = `${name}/${id}.mdx`;
      return [
        warning(
          file,
          placeOf(file, ["lastReviewed"]),
          `this was last reviewed on ${longDate(lastReviewed, "en")}, and a review is due every ${String(months)} months; read it through and write the day on which you did`,
        ),
      ];
    }),
  );
};
