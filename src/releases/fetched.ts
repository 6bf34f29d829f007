import type { Catalog, Text } from "./catalog.ts";

/** A SHA-256 in hexadecimal digits, as browsers check it (Subresource Integrity). */
const integrityOf = (sha256: string): string =>
  `sha256-${btoa(sha256.replaceAll(/../g, (digits) => String.fromCharCode(Number.parseInt(digits, 16))))}`;

/**
 * Fetches a file of this site.
 * @param sha256 of what it must hold, if that is known
 * @throws if it is not there, or holds something else
 */
const fetched = async (path: string, sha256?: string): Promise<string> => {
  const answer = await fetch(path, sha256 === undefined ? {} : { integrity: integrityOf(sha256) });
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
  return answer.text();
};

/** What was published. @throws if it cannot be fetched */
export const fetchCatalog = async (): Promise<Catalog> =>
  JSON.parse(await fetched("/versions/index.json")) as Catalog;

/** The Markdown of a text. @throws if it cannot be fetched, or is another */
export const fetchText = ({ file, sha256 }: Text): Promise<string> => fetched(file, sha256);
