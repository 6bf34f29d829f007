import type { Versions } from "../changes/changes.ts";
import { readTexts, type Texts } from "../changes/texts.ts";
import { markedTextOf } from "../store/files.ts";
import type { Repository } from "./repository.ts";
import { answerOf, bytesOf } from "./run.ts";

/**
 * Whether a path in the content folder is that of a content file, or of a text that was released, with
 * a name that fits on a line.
 */
const isContentFile = (path: string): boolean =>
  /^(?:[^\r\n]+\.(?:yaml|mdx)|releases\/[^\r\n]+\.md)$/.test(path) &&
  !path.split("/").some((name) => name.startsWith("."));

/** Entries of a list that Git has ended with a null character each. */
const entriesIn = (list: string | undefined): string[] => list?.split("\0").filter(Boolean) ?? [];

/** The files of the content folder in a commit, with the hash of what each holds. */
const filesIn = async ({ folder, prefix }: Repository, commit: string) =>
  new Map(
    entriesIn(
      await answerOf(folder, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix || "."]),
    )
      .map((entry): [string, string] => {
        const [meta = "", path = ""] = entry.split("\t");
        return [path.slice(prefix.length), meta.split(" ")[2] ?? ""];
      })
      .filter(([path]) => isContentFile(path)),
  );

/** The hashes that files would have in a commit, with their line ends converted as set. */
const hashesOf = async ({ folder, prefix }: Repository, files: readonly string[]) => {
  const top = await answerOf(folder, ["rev-parse", "--show-toplevel"]);
  const input = files.map((file) => `${prefix}${file}\n`).join("");
  const hashes = await answerOf(top ?? folder, ["hash-object", "--stdin-paths"], { input });
  return new Map(files.map((file, at) => [file, hashes?.split("\n")[at]]));
};

/** A text from a commit with the line ends that it has in the folder. */
export const withLineEndsOf = (text: string, there: string | undefined): string =>
  there?.includes("\r\n") && !text.includes("\r") ? text.replaceAll("\n", "\r\n") : text;

/** The names of the content files that Git knows here, and those that it does not. */
const namesIn = async ({ folder }: Repository): Promise<readonly string[]> => {
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."];
  return [...new Set(entriesIn(await answerOf(folder, listed)).filter(isContentFile))];
};

/** The files that are left out of this folder on purpose, by a sparse checkout. */
const leftOut = async ({ folder }: Repository): Promise<readonly string[]> =>
  entriesIn(await answerOf(folder, ["ls-files", "-z", "-t", "--cached", "--", "."])).flatMap(
    (entry) => (entry.startsWith("S ") ? [entry.slice(2)] : []),
  );

/** The texts of the content of a repository as they are in its folder. */
export const textsIn = async (repository: Repository): Promise<Texts> =>
  readTexts(repository.folder, await namesIn(repository));

/**
 * The content files that differ from the base of a repository, in both versions. What others have
 * published since, and is here as well, is no change.
 */
export const changedFiles = async (
  repository: Repository,
  { texts, unread }: Texts,
): Promise<readonly Versions[]> => {
  const { folder, base, remote, published } = repository;
  if (base === undefined) return [];
  const before = await filesIn(repository, base);
  for (const file of unread) before.delete(file);
  for (const file of await leftOut(repository)) if (!texts.has(file)) before.delete(file);
  const hashes = await hashesOf(repository, [...texts.keys()]);
  const upstream =
    remote !== undefined && published !== undefined
      ? await filesIn(repository, `refs/remotes/${remote}/${published}`)
      : before;
  const files = [...new Set([...before.keys(), ...texts.keys()])].toSorted();
  const changed = files.filter(
    (file) => hashes.get(file) !== before.get(file) && hashes.get(file) !== upstream.get(file),
  );
  const versions = await Promise.all(
    changed.map(async (file) => {
      const [after, blob] = [texts.get(file), before.get(file)];
      const committed = blob === undefined ? undefined : markedTextOf(await bytesOf(folder, blob));
      return {
        file,
        before: committed === undefined ? undefined : withLineEndsOf(committed, after),
        after,
      };
    }),
  );
  /* Line ends that Git would convert are no change. */
  return versions.filter(({ before, after }) => before !== after);
};
