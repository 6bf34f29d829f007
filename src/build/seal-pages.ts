import { pagePolicy } from "../hosting/policy.ts";

/** The tag in the document shell that the policy is written into. */
const slot = '<meta http-equiv="Content-Security-Policy" content="">';

/**
 * Writes into a built page the policy that fits exactly what it holds.
 * @param name of its file, to be told by
 * @throws where it has no place for its policy.
 */
export const sealed = (html: string, name: string): string => {
  if (!html.includes(slot)) throw new Error(`${name} has no place for its security policy`);
  return html.replace(slot, () => slot.replace('""', `"${pagePolicy(html)}"`));
};
