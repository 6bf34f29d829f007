import { paleAccents } from "./accent.ts";
import { wrongComponents } from "./components.ts";
import { readContent, type Content } from "./content.ts";
import { repeatedIds, sharedIds } from "./identities.ts";
import { byPlace, type Issue } from "./issue.ts";
import { misplacedFiles } from "./layout.ts";
import { brokenReferences } from "./references.ts";
import { disorderedSteps } from "./retention.ts";
import { crampedLink } from "./request-link.ts";
import { overdueReviews } from "./reviews.ts";

/** Every kind of check. Each says what it finds wrong with content that may be faulty anywhere. */
const checks: readonly ((content: Content) => readonly Issue[])[] = [
  ({ issues }) => issues,
  misplacedFiles,
  repeatedIds,
  sharedIds,
  brokenReferences,
  wrongComponents,
  paleAccents,
  disorderedSteps,
  overdueReviews,
  crampedLink,
];

/** Everything that is wrong with content that was read from `folder`, in the order of its files. */
export const issuesOf = (folder: string, content: Content): Issue[] =>
  checks
    .flatMap((check) => check(content))
    .map((issue) => ({ ...issue, file: `${folder}/${issue.file}`.replace(/\/+$/, "") }))
    .sort(byPlace);

/** Everything that is wrong with a content folder, in one run. Bad content never makes it throw. */
export const checkContent = async (folder: string): Promise<Issue[]> =>
  issuesOf(folder, await readContent(folder));
