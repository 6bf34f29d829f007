import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { facts } from "../schemas/facts.ts";
import { prose } from "../schemas/prose.ts";
import { error, top, type Issue } from "./issue.ts";

/** Files of which the site needs every one. */
export const requiredFiles = [
  "site.yaml",
  "templates/privacy-request.yaml",
  "pages/index.mdx",
  "pages/faq.mdx",
  "pages/request.mdx",
  ...Object.keys(facts).map((name) => `facts/${name}.yaml`),
];

/** Folders that hold content, and those whose every `.mdx` file is read. */
export const proseFolders = Object.keys(prose);
export const folders = ["facts", "templates", ...proseFolders];

/** The names of all that lies in a content folder, and the text of what can be read. */
export interface Files {
  /** Paths from the content folder; those of folders end in a slash. */
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

const codeOf = (reason: unknown) =>
  reason instanceof Error && "code" in reason ? String(reason.code) : "";

/** Paths directly below `below`, without hidden files and notes to editors. */
const pathsIn = async (root: string, below: string): Promise<Omit<Files, "texts">> => {
  try {
    const entries = await readdir(join(root, below), { withFileTypes: true });
    const paths = entries
      .filter(({ name }) => !name.startsWith(".") && name !== "README.md")
      .map((entry) => `${below}${entry.name}${entry.isDirectory() ? "/" : ""}`);
    return { paths, issues: [] };
  } catch (reason) {
    const code = codeOf(reason);
    // Of a folder that is not there, the files are said to be missing.
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
 * Reads the content folder `root`. What cannot be read is an issue.
 * @param only the beginnings of those paths that are to be read
 */
export const readFiles = async (root: string, only: readonly string[] = [""]): Promise<Files> => {
  const listed = await Promise.all(
    ["", ...folders.map((folder) => `${folder}/`)].map((below) => pathsIn(root, below)),
  );
  const paths = listed
    .flatMap((one) => one.paths)
    .filter((path) => only.some((beginning) => path.startsWith(beginning)))
    .sort((a, b) => a.localeCompare(b, "en"));
  const read = await Promise.all(
    paths
      .filter((path) => path.endsWith(".yaml") || path.endsWith(".mdx"))
      .map(async (path) => [path, await textOf(root, path)] as const),
  );
  return {
    paths,
    texts: new Map(
      read.flatMap(([path, text]) => (typeof text === "string" ? [[path, text]] : [])),
    ),
    issues: [
      ...listed.flatMap((one) => one.issues),
      ...read.flatMap(([, text]) => (typeof text === "string" ? [] : [text])),
    ],
  };
};
