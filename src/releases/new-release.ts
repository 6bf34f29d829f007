import { stringify } from "yaml";
import type { ReleaseKind } from "../schemas/release.ts";
import { manifestFile, releasedFile } from "../parse/releases.ts";
import { sealed, sha256Of } from "./digest.ts";
import { publishedBy, releasesOf, type Releases } from "./releases.ts";

/** A page of the built site: its Markdown, and the ids of what can be linked to on it. */
export interface BuiltText {
  readonly text: string;
  readonly ids: readonly string[];
  /** The paths that the page had before. */
  readonly formerly?: readonly string[];
}

/** What is asked for. */
export interface NewRelease {
  /** Today, as an ISO date. */
  readonly date: string;
  readonly summary: string;
  readonly kind: ReleaseKind;
  /** The first day on which it holds. */
  readonly effective: string;
  readonly isDraft: boolean;
  /** The pages of the site, by their paths. */
  readonly pages: ReadonlyMap<string, BuiltText>;
}

/** What a release is held to. */
export interface Terms {
  /** The days between the release of a substantive change and the first on which it holds. */
  readonly noticeDays: number;
  /** How many facts await confirmation. */
  readonly openPoints: number;
}

const dayLength = 24 * 60 * 60 * 1000;

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);

type Pages = Pick<NewRelease, "date" | "pages">;

/** The texts that are new or changed, in the order of their paths. */
const changedTexts = (releases: Releases, { pages, date }: Pages) =>
  [...pages]
    .map(([path, page]) => ({
      path,
      ...page,
      sha256: sha256Of(page.text),
      before: publishedBy(releases, path, date),
    }))
    .filter(({ before, sha256 }) => before?.sha256 !== sha256)
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** The paths of pages that were published and are there no more. */
const removedPaths = ({ versions }: Releases, { pages }: Pages): string[] =>
  [...versions]
    .filter(([path, own]) => own.at(-1)?.text !== undefined && !pages.has(path))
    .map(([path]) => path)
    .sort();

/** Where a page was until a release; undefined where it has not moved with that. */
const movedFrom = (
  { before, formerly = [] }: ReturnType<typeof changedTexts>[number],
  removed: readonly string[],
): string | undefined =>
  before?.text === undefined ? formerly.find((path) => removed.includes(path)) : undefined;

/** Whether pages are not, to the letter, what was released by a day. */
export const isChanged = (releases: Releases, asked: Pages): boolean =>
  changedTexts(releases, asked).length > 0 || removedPaths(releases, asked).length > 0;

const later = (one: string, other: string) => (one > other ? one : other);

/** The draft that a release confirms without a change; undefined if it is none such. */
const confirmedDraft = (releases: Releases, asked: Pages & Pick<NewRelease, "isDraft">) => {
  const last = releases.all.at(-1);
  return last?.draft && !asked.isDraft && !isChanged(releases, asked) ? last : undefined;
};

/**
 * The first day on which a release holds, unless another is asked for: today. What only confirms a
 * draft changes no text, and holds no sooner than that.
 */
export const firstDay = (releases: Releases, asked: Pages & Pick<NewRelease, "isDraft">): string =>
  later(asked.date, confirmedDraft(releases, asked)?.effective ?? "");

const repeated = (ids: readonly string[]) => ids.find((id, at) => ids.indexOf(id) !== at);

/** Why no release can be made on a day, whatever it holds; undefined if one can. */
export const refusalOfDay = ({ all }: Releases, date: string): string | undefined => {
  const last = all.at(-1);
  if (last?.date === date)
    return `There is a release of ${date} already, and a day has one; release again tomorrow.`;
  if (last !== undefined && last.date > date)
    return `The last release is of ${last.date}, which is after today, ${date}; set the clock of this computer right.`;
  return undefined;
};

/**
 * Why a release cannot be made: sentences that say what to do instead; none if it can.
 */
export const refusals = (releases: Releases, asked: NewRelease, terms: Terms): string[] => {
  const { date, effective, kind, isDraft, pages } = asked;
  const last = releases.all.at(-1);
  if (pages.size === 0)
    return ["The built site has no text in Markdown to release; run `npm run build`."];
  const ofDay = refusalOfDay(releases, date);
  if (ofDay !== undefined) return [ofDay];
  const earliest = daysAfter(date, terms.noticeDays);
  const { openPoints } = terms;
  /* What it confirms was announced when the draft was published: its texts are there since. */
  const draft = confirmedDraft(releases, asked);
  const first = firstDay(releases, asked);
  return [
    ...(last && !isChanged(releases, asked) && (isDraft || !last.draft)
      ? [`Nothing has changed since the release of ${last.date}.`]
      : []),
    ...(openPoints > 0 && !isDraft
      ? [
          `${openPoints === 1 ? "1 fact awaits" : `${String(openPoints)} facts await`} confirmation; confirm what \`npm run check -- --report\` lists, or add --draft.`,
        ]
      : []),
    ...(effective < date
      ? [`A release cannot hold before it is published; write --effective=${date} or a later day.`]
      : []),
    ...(effective >= date && draft && effective !== first
      ? [
          `This only confirms the draft of ${draft.date}, whose texts hold from ${draft.effective}; leave --effective out, or write --effective=${first}.`,
        ]
      : []),
    ...(effective >= date && last && !draft && kind === "substantive" && effective < earliest
      ? [
          `A substantive change is announced ${String(terms.noticeDays)} days before it holds, as site.yaml asks; write --effective=${earliest} or a later day.`,
        ]
      : []),
    ...[...pages].flatMap(([path, { ids }]) => {
      const twice = repeated(ids);
      return twice === undefined
        ? []
        : [`Two things on ${path} have the id "${twice}"; give one of the two another.`];
    }),
  ];
};

/** What would be published if a release were made. */
export const withRelease = (
  folders: Parameters<typeof releasesOf>[0],
  releases: Releases,
  asked: NewRelease,
): Releases => {
  const { date, summary, kind, effective, isDraft } = asked;
  const texts = changedTexts(releases, asked);
  const manifest = {
    ...{ summary, kind, effective, draft: isDraft, sha256: "" },
    texts: Object.fromEntries(
      texts.map(({ path, sha256, ids }) => [path, { sha256, ids: [...ids] }]),
    ),
    removed: removedPaths(releases, asked),
  };
  return releasesOf([
    ...folders,
    { date, manifest, texts: new Map(texts.map(({ path, text }) => [path, text])) },
  ]);
};

const isSameList = (one: readonly string[], other: readonly string[] = []) =>
  one.length === other.length && one.every((entry, at) => entry === other[at]);

const inYaml = (value: object): string =>
  stringify(value, { schema: "yaml-1.1", lineWidth: 0, blockQuote: false });

/** The files of a release, from the content folder: each with its text, the manifest last. */
export const filesOfRelease = (
  releases: Releases,
  asked: NewRelease,
): readonly (readonly [file: string, text: string])[] => {
  const { date, summary, kind, effective, isDraft } = asked;
  const last = releases.all.at(-1);
  const texts = changedTexts(releases, asked);
  const removed = removedPaths(releases, asked);
  const manifest = inYaml({
    summary,
    kind,
    effective,
    ...(isDraft && { draft: true }),
    ...(last && { previous: { date: last.date, sha256: last.sha256 } }),
    texts: Object.fromEntries(
      texts.map((text) => {
        const { path, sha256, ids, before } = text;
        const from = movedFrom(text, removed);
        return [
          path,
          {
            sha256,
            ...(from !== undefined && { from }),
            ...(!before || !isSameList(ids, before.ids) ? { ids } : {}),
          },
        ];
      }),
    ),
    ...(removed.length > 0 && { removed }),
  });
  return [
    ...texts.map(({ path, text }) => [releasedFile(date, path), text] as const),
    [
      manifestFile(date),
      sealed(
        `# Written by \`npm run release\`, and frozen: what changes is a release of its own.\n${manifest}`,
      ),
    ],
  ];
};
