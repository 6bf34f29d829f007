import type { APIRoute } from "astro";
import { fact, getCentre } from "../../centre";
import { buildDay } from "../../environment";
import { securityTxt } from "../../hosting/security-txt";

/** `/.well-known/security.txt` (RFC 9116), with the contact and policy that `site.yaml` names. */
export const GET: APIRoute = async ({ site, url }) => {
  const centre = await getCentre();
  const { contact, policy } = centre.site.security;
  return new Response(
    securityTxt({
      canonical: new URL(url.pathname, site),
      email: fact(centre, "contacts", contact).email,
      policy: policy && fact(centre, "policies", policy).url,
      language: centre.site.center.language,
      builtOn: buildDay(),
    }),
  );
};
