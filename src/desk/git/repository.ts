import { answerOf } from "./run.ts";

/** The repository that a content folder is in. */
export interface Repository {
  /** The content folder, in which Git is run. */
  readonly folder: string;
  /** The path from the top of the repository to the content folder; it ends in a slash, or is empty. */
  readonly prefix: string;
  /** The remote that is published from; undefined where there is none. */
  readonly remote: string | undefined;
  /** The branch that is published; undefined where that is not known. */
  readonly published: string | undefined;
  /** The commit that everything is compared with; undefined before the first. */
  readonly base: string | undefined;
  /** What that commit is, such as origin/main. */
  readonly baseName: string;
}

const remoteOf = async (folder: string): Promise<string | undefined> => {
  const remotes = (await answerOf(folder, ["remote"]))?.split("\n").filter(Boolean) ?? [];
  return remotes.includes("origin") ? "origin" : remotes[0];
};

const isCommit = async (folder: string, ref: string): Promise<boolean> =>
  (await answerOf(folder, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`])) !== undefined;

/** The branch of a remote that is published: the one it names as its own, or main, or master. */
const publishedBranch = async (folder: string, remote: string): Promise<string | undefined> => {
  const ref = await answerOf(folder, ["symbolic-ref", "--quiet", `refs/remotes/${remote}/HEAD`]);
  const named = ref?.slice(`refs/remotes/${remote}/`.length);
  for (const branch of [named, "main", "master"])
    if (branch && (await isCommit(folder, `refs/remotes/${remote}/${branch}`))) return branch;
  return undefined;
};

/**
 * The repository that a content folder is in, and what its content is compared with: where the work
 * here has left the published branch or, without one, the last commit.
 * @returns undefined where there is no repository, or no Git
 */
export const repositoryOf = async (folder: string): Promise<Repository | undefined> => {
  const prefix = await answerOf(folder, ["rev-parse", "--show-prefix"]);
  if (prefix === undefined) return undefined;
  if ((await answerOf(folder, ["rev-parse", "--is-inside-work-tree"])) !== "true") return undefined;
  const remote = await remoteOf(folder);
  const published = remote === undefined ? undefined : await publishedBranch(folder, remote);
  const head = await answerOf(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (remote === undefined || published === undefined)
    return { folder, prefix, remote, published, base: head, baseName: "the last commit" };
  const tip = `refs/remotes/${remote}/${published}`;
  const shared =
    head &&
    ((await answerOf(folder, ["merge-base", head, tip])) ??
      /* A shallow clone may not reach back to where the two have parted, but knows what it had fetched. */
      (await answerOf(folder, ["merge-base", "--fork-point", tip, head])));
  const base = shared ?? (await answerOf(folder, ["rev-parse", "--verify", tip]));
  return { folder, prefix, remote, published, base, baseName: `${remote}/${published}` };
};
