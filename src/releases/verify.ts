import { versionPath } from "../centre/addresses.ts";
import { titleOf, versionAfter, type Releases, type Version } from "./releases.ts";

/** Whether what somebody says stood on the site did, in a sentence. */
export interface Finding {
  readonly isFound: boolean;
  readonly sentence: string;
}

const told = (releases: Releases, version: Version): string => {
  const { path, date, holdsFrom, isDraft } = version;
  const later = versionAfter(releases, version);
  return [
    `This is the text of ${path} (“${titleOf(version)}”) that was published on ${date}`,
    later ? ` and stood there until ${later.date}.` : ", and is the latest.",
    holdsFrom > date ? ` It holds from ${holdsFrom}.` : "",
    isDraft ? " It was a draft." : "",
  ].join("");
};

/** Every version that was published, the earliest first. */
const published = ({ versions }: Releases): Version[] =>
  [...versions.values()]
    .flat()
    .filter(({ text }) => text !== undefined)
    .sort((a, b) => (a.date < b.date ? -1 : 1));

/** What is known of a text by its SHA-256. */
export const findText = (releases: Releases, sha256: string): Finding => {
  const found = published(releases).filter((version) => version.sha256 === sha256);
  return found.length > 0
    ? { isFound: true, sentence: found.map((version) => told(releases, version)).join("\n") }
    : { isFound: false, sentence: `No release has published a text with the SHA-256 ${sha256}.` };
};

/**
 * What is known of a citation: the SHA-256 in it, and the address of the version if it has one.
 * @returns undefined if there is neither in it
 */
export const findCitation = (releases: Releases, citation: string): Finding | undefined => {
  const sha256 = /\b[0-9a-f]{64}\b/i.exec(citation)?.[0].toLowerCase();
  const cited = published(releases).find(({ path, date }) =>
    citation.includes(versionPath(path, date)),
  );
  if (!cited) {
    const address = /\/versions\/\S*/.exec(citation)?.[0];
    if (address !== undefined)
      return { isFound: false, sentence: `No release has published what ${address} names.` };
    return sha256 === undefined ? undefined : findText(releases, sha256);
  }
  return sha256 === undefined || sha256 === cited.sha256
    ? { isFound: true, sentence: told(releases, cited) }
    : {
        isFound: false,
        sentence: `The text of ${cited.path} that was published on ${cited.date} has the SHA-256 ${cited.sha256}, and not ${sha256}.`,
      };
};
