import { faultyAccessibility } from "./facts/accessibility.ts";
import { lowContrastAccents } from "./facts/accent.ts";
import { circularAnswers, emptyBodies, emptyTopics } from "./prose/answers.ts";
import { duplicateAnchors } from "./links/duplicate-anchors.ts";
import { faultyComponentText } from "./components/component-text.ts";
import { wrongComponents } from "./components/components.ts";
import { readContent, type Content } from "../parse/content.ts";
import { truncatedValues } from "./files/truncated-values.ts";
import { faultyHeadings } from "./prose/headings.ts";
import { unlistedHeadings } from "./components/heading-anchors.ts";
import { hiddenCharacters } from "./files/hidden-characters.ts";
import {
  repeatedIds,
  sharedIds,
  reservedAddresses,
  topicsAsDays,
  topicsAsQuestions,
} from "./files/ids.ts";
import { byPlace, type Issue } from "../parse/issue.ts";
import { misplacedFiles } from "./files/misplaced-files.ts";
import { placeholders } from "./files/placeholders.ts";
import { vagueLinks } from "./links/link-words.ts";
import { deadLinks } from "./links/dead-links.ts";
import { renumberedLists } from "./prose/renumbered-lists.ts";
import { accidentalEmphasis } from "./prose/emphasis.ts";
import { nothingToShow } from "./components/nothing-to-show.ts";
import { misplacedComponents } from "./components/placement.ts";
import { longSentences } from "./prose/long-sentences.ts";
import { frozenReleases } from "./releases/frozen-releases.ts";
import { vanishedIds } from "./releases/vanished-ids.ts";
import { brokenReferences } from "./facts/references.ts";
import { repeatedQuestions } from "./prose/repeated-questions.ts";
import { introductionsWithoutBlank, overlongRequestLink } from "./facts/request-template.ts";
import { faultyLists } from "./facts/lists.ts";
import { misplacedPeriods } from "./facts/periods.ts";
import { faultyRetention } from "./facts/retention.ts";
import { overdueReviews, reviewsToCome } from "./facts/reviews.ts";
import { changedSinceReview } from "./facts/reviewed-texts.ts";
import { shownAsTyped } from "./facts/shown-as-typed.ts";
import { titlesThatSayArchived } from "./prose/statement-titles.ts";
import { faultyTables } from "./prose/tables.ts";
import { addressesWithUnderscore, bareAddresses, typedFacts } from "./links/typed-addresses.ts";
import { unreadLinks } from "./links/unread-links.ts";
import { unreadLists } from "./prose/unread-lists.ts";
import { unreadTables } from "./prose/unread-tables.ts";
import { unreadMarks } from "./prose/unread-marks.ts";
import { accidentalBreaks } from "./prose/line-breaks.ts";
import { accidentalCode } from "./prose/accidental-code.ts";
import { accidentalLists } from "./prose/accidental-lists.ts";
import { accidentalQuotations } from "./prose/accidental-quotations.ts";
import { faultyDefinitions } from "./links/definitions.ts";

/** Every check. Each takes content that may have faults anywhere, and returns what it finds. */
const checks: readonly ((content: Content) => readonly Issue[])[] = [
  ({ issues }) => issues,
  ({ bodies }) => bodies.flatMap(({ issues }) => issues),
  misplacedFiles,
  repeatedIds,
  sharedIds,
  reservedAddresses,
  topicsAsDays,
  topicsAsQuestions,
  repeatedQuestions,
  duplicateAnchors,
  brokenReferences,
  hiddenCharacters,
  truncatedValues,
  shownAsTyped,
  placeholders,
  wrongComponents,
  misplacedComponents,
  nothingToShow,
  faultyComponentText,
  faultyHeadings,
  unlistedHeadings,
  renumberedLists,
  unreadLists,
  unreadMarks,
  faultyTables,
  unreadTables,
  titlesThatSayArchived,
  accidentalEmphasis,
  accidentalQuotations,
  accidentalLists,
  accidentalCode,
  accidentalBreaks,
  deadLinks,
  faultyDefinitions,
  unreadLinks,
  vagueLinks,
  bareAddresses,
  addressesWithUnderscore,
  typedFacts,
  emptyBodies,
  emptyTopics,
  circularAnswers,
  lowContrastAccents,
  faultyLists,
  misplacedPeriods,
  faultyRetention,
  overdueReviews,
  changedSinceReview,
  reviewsToCome,
  faultyAccessibility,
  overlongRequestLink,
  introductionsWithoutBlank,
  frozenReleases,
  vanishedIds,
];

/** An issue with its path from the project's folder; an issue with the folder itself names it. */
const inFolder = (folder: string, issue: Issue): Issue => ({
  ...issue,
  file: `${folder}/${issue.file}`.replace(/\/+$/, ""),
});

/**
 * Every issue with content read from `folder`, sorted by file and place.
 * @param noted whether what could be better is named, too
 */
export const issuesOf = (folder: string, content: Content, noted = true): Issue[] =>
  [...checks, ...(noted ? [longSentences] : [])]
    .flatMap((check) => check(content))
    .map((issue) => inFolder(folder, issue))
    .sort(byPlace);

/** Reads a content folder and returns every issue with it. Never throws because of bad content. */
export const checkContent = async (folder: string): Promise<Issue[]> =>
  issuesOf(folder, await readContent(folder));
