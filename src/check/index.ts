import { paleAccents } from "./facts/accent.ts";
import { circularAnswers, emptyBodies, emptyTopics } from "./prose/answers.ts";
import { duplicateAnchors } from "./links/duplicate-anchors.ts";
import { lostText } from "./components/component-text.ts";
import { wrongComponents } from "./components/components.ts";
import { readContent, type Content } from "../parse/content.ts";
import { cutValues } from "./files/cut-values.ts";
import { faultyHeadings } from "./prose/headings.ts";
import { unlistedHeadings } from "./components/heading-anchors.ts";
import { hiddenCharacters } from "./files/hidden-characters.ts";
import { repeatedIds, sharedIds, reservedAddresses, topicsAsQuestions } from "./files/ids.ts";
import { byPlace, type Issue } from "../parse/issue.ts";
import { misplacedFiles } from "./files/misplaced-files.ts";
import { leftovers } from "./files/leftovers.ts";
import { vagueLinks } from "./links/link-words.ts";
import { deadLinks } from "./links/dead-links.ts";
import { renumberedLists } from "./prose/renumbered-lists.ts";
import { accidentalEmphasis } from "./prose/emphasis.ts";
import { nothingToShow } from "./components/nothing-to-show.ts";
import { misplacedComponents } from "./components/placement.ts";
import { longSentences } from "./prose/long-sentences.ts";
import { brokenReferences } from "./facts/references.ts";
import { repeatedQuestions } from "./prose/repeated-questions.ts";
import { crampedLink } from "./facts/request-link.ts";
import { faultyRetention } from "./facts/retention.ts";
import { faultyReviews } from "./facts/reviews.ts";
import { shownAsTyped } from "./facts/shown-as-typed.ts";
import { faultyTables } from "./prose/tables.ts";
import { bareAddresses, typedFacts } from "./links/typed-addresses.ts";
import { unreadLinks } from "./links/unread-links.ts";
import { unreadLists } from "./prose/unread-lists.ts";

/** Every kind of check. Each says what it finds wrong with content that may be faulty anywhere. */
const checks: readonly ((content: Content) => readonly Issue[])[] = [
  ({ issues }) => issues,
  ({ bodies }) => bodies.flatMap(({ issues }) => issues),
  misplacedFiles,
  repeatedIds,
  sharedIds,
  reservedAddresses,
  topicsAsQuestions,
  repeatedQuestions,
  duplicateAnchors,
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
  accidentalEmphasis,
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
