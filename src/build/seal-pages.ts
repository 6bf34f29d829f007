import { needsOf, pagePolicy } from "../hosting/policy.ts";

/** The tag of the document that the policy is written into. */
const slot = '<meta http-equiv="Content-Security-Policy" content="">';

/**
 * Writes the security policy that exactly fits a built page into it.
 * @param name of the page's file, for the error
 * @throws if the page has no place for its policy
 */
export const sealed = (html: string, name: string): string => {
  if (!html.includes(slot)) throw new Error(`${name} has no place for its security policy`);
  return html.replace(slot, () => slot.replace('""', `"${pagePolicy(needsOf(html))}"`));
};
