import type { APIRoute } from "astro";
import { getCentre } from "../centre";
import { backgrounds } from "../styles/theme";

/** The organization's initial on its accent color. */
export const GET: APIRoute = async () => {
  const { site } = await getCentre();
  const [initial = ""] = /[\p{L}\p{N}]/u.exec(site.organization.name) ?? [];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="${site.accent.light}"/><text x="16" y="23" text-anchor="middle" font-family="Charter,Cambria,Georgia,serif" font-size="20" font-weight="600" fill="${backgrounds.light.paper}">${initial}</text></svg>`;
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml" } });
};
