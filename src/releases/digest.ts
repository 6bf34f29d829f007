import { createHash } from "node:crypto";

/** The SHA-256 of a text in UTF-8, in hexadecimal digits. */
export const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

const seal = /^sha256: "?([^"\n]*)"?\n*$/m;

/** A manifest with its seal: the SHA-256 of all that stands above it. */
export const sealed = (manifest: string): string =>
  `${manifest}sha256: ${JSON.stringify(sha256Of(manifest))}\n`;

/** Whether a manifest is, to the letter, the one that was sealed. */
export const isSealed = (manifest: string): boolean => {
  const at = manifest.search(seal);
  return at !== -1 && manifest === sealed(manifest.slice(0, at));
};
