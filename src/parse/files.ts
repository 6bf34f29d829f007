import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { facts } from "../schemas/facts.ts";
import { prose } from "../schemas/prose.ts";
import { withoutConflicts } from "./conflicts.ts";
import { accessibilityFile } from "../schemas/records.ts";
import { error, top, type Issue } from "./issue.ts";

/** Files that the site cannot be built without. */
export const requiredFiles = [
  "site.yaml",
  "templates/privacy-request.yaml",
  "pages/index.mdx",
  "pages/faq.mdx",
  "pages/request.mdx",
  ...Object.keys(facts).map((name) => `facts/${name}.yaml`),
];

/** Keeps what was reviewed, as a digest of each text. It is written by the commands. */
export const reviewedFile = "reviewed.yaml";
/** Files that the site has a use for, and can do without. */
export const optionalFiles = [accessibilityFile];

/** Folders whose `.mdx` files are all read. */
export const proseFolders = Object.keys(prose);
/** Folders that hold content. */
export const folders = ["facts", "lists", "templates", ...proseFolders];

/** The texts of files as they would be; undefined where there would be none. */
export type Unsaved = ReadonlyMap<string, string | undefined>;

/** The paths of everything in a content folder, and the texts of the files that could be read. */
export interface Files {
  /** Paths from the content folder; those of folders end in a slash. */
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

const codeOf = (reason: unknown) =>
  reason instanceof Error && "code" in reason ? String(reason.code) : "";

/** Paths directly in the folder `below`, except hidden files and READMEs. */
const pathsIn = async (root: string, below: string): Promise<Omit<Files, "texts">> => {
  try {
    const entries = await readdir(join(root, below), { withFileTypes: true });
    const paths = entries
      .filter(({ name }) => !name.startsWith(".") && name !== "README.md")
      .map((entry) => `${below}${entry.name}${entry.isDirectory() ? "/" : ""}`);
    return { paths, issues: [] };
  } catch (reason) {
    const code = codeOf(reason);
    // If a folder is missing, its files are reported as missing.
    if (below !== "" && (code === "ENOENT" || code === "ENOTDIR")) return { paths: [], issues: [] };
    const message =
      code === "ENOENT"
        ? "this folder does not exist; set CONTENT_DIR to the folder that holds the content"
        : `this folder cannot be opened (${code}); check that it is a folder and that you have permission to read it`;
    return { paths: [], issues: [error(below.slice(0, -1), top, message)] };
  }
};

const textOf = async (root: string, path: string): Promise<string | Issue> => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(join(root, path)));
  } catch (reason) {
    return error(
      path,
      top,
      reason instanceof TypeError
        ? "this file is not plain text; save it again with UTF-8 encoding"
        : `this file cannot be opened (${codeOf(reason)}); check that it is a file and that you have permission to read it`,
    );
  }
};

/**
 * Reads the content folder `root`. Whatever cannot be read is reported as an issue.
 * @param only prefixes of the paths to read
 * @param unsaved texts to read in place of those of files, which need not be there; undefined for
 * files to do without
 */
export const readFiles = async (
  root: string,
  only: readonly string[] = [""],
  unsaved: Unsaved = new Map(),
): Promise<Files> => {
  const listed = await Promise.all(
    ["", ...folders.map((folder) => `${folder}/`)].map((below) => pathsIn(root, below)),
  );
  const there = listed.flatMap((folder) => folder.paths);
  const paths = [...new Set([...there, ...unsaved.keys()])]
    .filter((path) => !unsaved.has(path) || unsaved.get(path) !== undefined)
    .filter((path) => only.some((beginning) => path.startsWith(beginning)))
    .sort((a, b) => a.localeCompare(b, "en"));
  const read = await Promise.all(
    paths
      .filter((path) => path.endsWith(".yaml") || path.endsWith(".mdx"))
      .map(async (path) => [path, unsaved.get(path) ?? (await textOf(root, path))] as const),
  );
  const resolved = read.flatMap(([path, text]) =>
    typeof text === "string" ? [[path, withoutConflicts(path, text)] as const] : [],
  );
  return {
    paths,
    texts: new Map(resolved.map(([path, { text }]) => [path, text])),
    issues: [
      ...listed.flatMap((folder) => folder.issues),
      ...read.flatMap(([, text]) => (typeof text === "string" ? [] : [text])),
      ...resolved.flatMap(([, { issues }]) => issues),
    ],
  };
};
