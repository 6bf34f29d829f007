import type { APIRoute, GetStaticPaths } from "astro";
import { getCentre } from "../../centre";
import { effectiveDates } from "../../releases/calendar";
import { getReleases } from "../../releases/published";

/** The calendar exists only where something was released. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getReleases()).all.length > 0 ? [{ params: { calendar: "calendar" } }] : [];

/** The days from which releases hold, for calendars. */
export const GET: APIRoute = async ({ site }) =>
  new Response(
    effectiveDates(await getReleases(), await getCentre(), site ?? new URL("http://localhost/")),
  );
