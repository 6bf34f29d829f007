import { paleAccents } from "./accent.ts";
import { circularAnswers, emptyBodies, emptyTopics } from "./answers.ts";
import { clashingFragments } from "./clashes.ts";
import { lostText } from "./component-text.ts";
import { wrongComponents } from "./components.ts";
import { readContent, type Content } from "./content.ts";
import { cutValues } from "./cut-values.ts";
import { faultyHeadings } from "./headings.ts";
import { unlistedHeadings } from "./heading-addresses.ts";
import { hiddenCharacters } from "./hidden-characters.ts";
import { repeatedIds, sharedIds, takenAddresses } from "./identities.ts";
import { byPlace, type Issue } from "./issue.ts";
import { misplacedFiles } from "./layout.ts";
import { leftovers } from "./leftovers.ts";
import { vagueLinks } from "./link-words.ts";
import { deadLinks } from "./links.ts";
import { renumberedLists } from "./lists.ts";
import { strayMarks } from "./marks.ts";
import { nothingToShow } from "./nothing-to-show.ts";
import { misplacedComponents } from "./placement.ts";
import { longSentences } from "./plain-language.ts";
import { brokenReferences } from "./references.ts";
import { repeatedQuestions } from "./repeated-questions.ts";
import { crampedLink } from "./request-link.ts";
import { faultyRetention } from "./retention.ts";
import { faultyReviews } from "./reviews.ts";
import { shownAsTyped } from "./shown-as-typed.ts";
import { faultyTables } from "./tables.ts";
import { bareAddresses, typedFacts } from "./typed-addresses.ts";
import { unreadLinks } from "./unread-links.ts";
import { unreadLists } from "./unread-lists.ts";

/** Every kind of check. Each says what it finds wrong with content that may be faulty anywhere. */
const checks: readonly ((content: Content) => readonly Issue[])[] = [
  ({ issues }) => issues,
  ({ bodies }) => bodies.flatMap(({ issues }) => issues),
  misplacedFiles,
  repeatedIds,
  sharedIds,
  takenAddresses,
  repeatedQuestions,
  clashingFragments,
  brokenReferences,
  hiddenCharacters,
  cutValues,
  shownAsTyped,
  leftovers,
  wrongComponents,
  misplacedComponents,
  nothingToShow,
  lostText,
  faultyHeadings,
  unlistedHeadings,
  renumberedLists,
  unreadLists,
  faultyTables,
  strayMarks,
  deadLinks,
  unreadLinks,
  vagueLinks,
  bareAddresses,
  typedFacts,
  emptyBodies,
  emptyTopics,
  circularAnswers,
  paleAccents,
  faultyRetention,
  faultyReviews,
  crampedLink,
  longSentences,
];

const located = <Kind extends { readonly file: string }>(folder: string, one: Kind): Kind => ({
  ...one,
  file: `${folder}/${one.file}`.replace(/\/+$/, ""),
});

/** Everything that is wrong with content that was read from `folder`, in the order of its files. */
export const issuesOf = (folder: string, content: Content): Issue[] =>
  checks
    .flatMap((check) => check(content))
    .map((issue) => located(folder, issue))
    .sort(byPlace);

/** Everything that is wrong with a content folder, in one run. Bad content never makes it throw. */
export const checkContent = async (folder: string): Promise<Issue[]> =>
  issuesOf(folder, await readContent(folder));
