import { createHash } from "node:crypto";
import { contentFolder } from "../../environment.ts";
import { readFiles } from "../../parse/files.ts";
import { releasedFiles } from "../../parse/releases.ts";
import { repositoryOf, type Repository } from "../git/repository.ts";
import { changedFiles, textsIn } from "../git/versions.ts";
import { isKnownFile, openContentFile, saveContentFile } from "../store/files.ts";
import { Refusal } from "../store/refusal.ts";
import { takeStep } from "../store/steps.ts";
import { moveBack } from "../steps/move-back.ts";
import { move, undone, type Versions } from "./changes.ts";
import { withMoves } from "./moves.ts";
import { readTexts, type Texts } from "./texts.ts";

/** What has changed in the content, and since when. */
export interface Comparison {
  /** What it was compared with, in a sentence. */
  readonly since: string;
  readonly files: readonly Versions[];
  /** The files that could not be compared: links, folders, and what may not be read. */
  readonly unread: readonly string[];
  /** Undefined where there is no Git, or nothing in it yet. */
  readonly repository: Repository | undefined;
}

/* Pages and the server load modules each for themselves, but share this. */
const started = Symbol.for("desk.contentAtStart");
type Started = Record<symbol, Promise<Texts> | undefined>;

/** What stands in the files, with the marks of conflicts, which the check reads over. */
export const textsNow = async (): Promise<Texts> => {
  const { paths } = await readFiles(contentFolder);
  const content = paths.filter((path) => /\.(?:yaml|mdx)$/.test(path));
  return readTexts(contentFolder, [...content, ...(await releasedFiles(contentFolder))]);
};

/** Keeps the content as it is when the preview starts, for want of anything published. */
export const rememberStart = (): void => {
  (globalThis as unknown as Started)[started] ??= textsNow();
};

const changedSinceStart = async (): Promise<Pick<Comparison, "files" | "unread">> => {
  const before =
    (await (globalThis as unknown as Started)[started])?.texts ?? new Map<string, string>();
  const { texts: after, unread } = await textsNow();
  const files = [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => !unread.includes(file))
    .toSorted()
    .map((file) => ({ file, before: before.get(file), after: after.get(file) }))
    .filter(({ before, after }) => before !== after);
  return { files, unread };
};

const sinceOf = ({ remote, published, baseName }: Repository): string =>
  remote !== undefined && published !== undefined
    ? `Compared with what is published: ${baseName}, as it was last fetched.`
    : "Compared with the last commit. No remote says what is published.";

/** Compares the content with what is published or, where that is not known, with what there is. */
export const comparison = async (): Promise<Comparison> => {
  const repository = await repositoryOf(contentFolder);
  if (repository?.base !== undefined) {
    const texts = await textsIn(repository);
    return {
      since: sinceOf(repository),
      files: await changedFiles(repository, texts),
      unread: texts.unread,
      repository,
    };
  }
  return {
    since: `Compared with the content as it was when this preview was started. ${repository ? "Git has no commit yet" : "There is no Git here"}, so what is published is not known.`,
    ...(await changedSinceStart()),
    repository: undefined,
  };
};

/** Tells whether a file is still as it was shown. */
export const stampOf = ({ before, after }: Versions): string =>
  createHash("sha256")
    .update(JSON.stringify([before, after]))
    .digest("base64url");

/** The files as they were shown to somebody, by their stamps.
 * @throws {Refusal} if one has changed since
 */
export const asShown = (
  files: readonly Versions[],
  shown: readonly { readonly file: string; readonly stamp: string }[],
): readonly Versions[] =>
  shown.map(({ file, stamp }) => {
    const found = files.find((versions) => versions.file === file);
    if (!found || stampOf(found) !== stamp)
      throw new Refusal(`${file} has changed since this page was loaded; load it again`);
    return found;
  });

/** Whether a change can be undone here: a file that was added is deleted by hand. */
export const canBeUndone = ({ file, before }: Versions): boolean =>
  before !== undefined && isKnownFile(file);

/**
 * Undoes one change.
 * @throws {Refusal} if it cannot be undone by itself, or the file has changed meanwhile
 */
export const undo = async (file: string, stamp: string, key: string): Promise<void> => {
  const { files } = await comparison();
  const [versions] = asShown(withMoves(files), [{ file, stamp }]);
  if (!versions || !canBeUndone(versions)) throw new Refusal("this cannot be undone here");
  if (key === move) {
    await moveBack(contentFolder, versions);
    return;
  }
  const text = undone(versions, key);
  if (typeof text !== "string")
    throw new Refusal(
      "this cannot be undone by itself, because other changes build on it; undo those first, or edit the file",
    );
  if (versions.after === undefined) {
    await takeStep(contentFolder, `Put back ${file}.`, [{ file, text }]);
    return;
  }
  const opened = await openContentFile(contentFolder, file);
  const mark = "\ufeff";
  const withoutMark = (text: string) => (text.startsWith(mark) ? text.slice(1) : text);
  if (opened.text !== withoutMark(versions.after))
    throw new Refusal(`${file} has changed since this page was loaded; load it again`);
  const saved = await saveContentFile(contentFolder, { ...opened, text: withoutMark(text) });
  if (saved.kind === "conflict")
    throw new Refusal(`${file} has changed since this page was loaded; load it again`);
};
