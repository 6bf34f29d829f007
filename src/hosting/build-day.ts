/**
 * The day of the build as an ISO date, in UTC: the one that SOURCE_DATE_EPOCH says (seconds since
 * 1970, https://reproducible-builds.org/specs/source-date-epoch/), else today.
 * @throws where SOURCE_DATE_EPOCH is no whole number
 */
export const buildDay = (): string => {
  const epoch = process.env["SOURCE_DATE_EPOCH"];
  if (epoch !== undefined && !/^\d+$/.test(epoch))
    throw new Error(
      `SOURCE_DATE_EPOCH is "${epoch}"; write whole seconds since 1970, such as $(git log -1 --format=%ct)`,
    );
  const moment = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  return moment.toISOString().slice(0, 10);
};
