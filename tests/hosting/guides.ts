import { readFileSync } from "node:fs";

/** Where the guides have the site on a server. */
export const guidedRoot = "/srv/trust-center";

/**
 * What the guide for a host has one type: its first block of code in a language that begins as
 * given. Tests follow it, so that what a person is told to type is what is tested.
 * @param host the name of its page in docs/deploying
 * @throws where the guide has no such block
 */
export const writtenFor = (host: string, language: string, beginning = ""): string => {
  const guide = `docs/deploying/${host}.md`;
  const blocks = [...readFileSync(guide, "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  const [, , text] =
    blocks.find(([, tag, lines]) => tag === language && lines?.startsWith(beginning)) ?? [];
  if (text === undefined)
    throw new Error(`${guide}:1: there is no block \`\`\`${language} that begins: ${beginning}`);
  return text;
};
