import { sourceDateEpoch } from "../environment.ts";

/**
 * The day of the build as an ISO date, in UTC: the one that SOURCE_DATE_EPOCH says (seconds since
 * 1970, https://reproducible-builds.org/specs/source-date-epoch/), else today.
 * @throws where SOURCE_DATE_EPOCH is no whole number, or after the year 9999
 */
export const buildDay = (): string => {
  const epoch = sourceDateEpoch();
  const moment = epoch ? new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : NaN) : new Date();
  if (!(moment.getTime() < Date.UTC(10_000, 0)))
    throw new Error(
      `SOURCE_DATE_EPOCH cannot be "${String(epoch)}"; write whole seconds since 1970, such as $(git log -1 --format=%ct)`,
    );
  return moment.toISOString().slice(0, 10);
};
