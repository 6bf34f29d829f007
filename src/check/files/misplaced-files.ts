import { nearest } from "../../parse/nearest.ts";
import type { Content } from "../../parse/content.ts";
import {
  folders,
  optionalFiles,
  proseFolders,
  requiredFiles,
  reviewedFile,
} from "../../parse/files.ts";
import { error, top, type Issue } from "../../parse/issue.ts";

const expected = [
  ...requiredFiles,
  ...optionalFiles,
  ...folders.map((folder) => `${folder}/`),
  "releases/",
];

/** Holds the lists that the organization declares itself. */
const listFolder = "lists/";

const isExpected = (path: string) =>
  expected.includes(path) ||
  path === reviewedFile ||
  proseFolders.some((folder) => path.startsWith(`${folder}/`) && path.endsWith(".mdx")) ||
  (path.startsWith(listFolder) && path.endsWith(".yaml"));

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);

/** The extensions of a file name; editors may add one after another. */
const extensions = /(?:\.(?:mdx?|txt))*$/i;

/** Whether a file would be prose if its name ended in `.mdx`. */
const isText = (name: string) => /^[^.~]+(?:\.(?:mdx?|txt))*$/i.test(name);

/** The message for a misplaced file or folder, with the place where it may belong. */
const strayMessage = (path: string, missing: readonly string[]): string => {
  const folder = folderOf(path);
  const name = path.slice(folder.length);
  if (proseFolders.includes(folder.slice(0, -1)) && isText(name))
    return `the site does not read this file; give it a name that ends in .mdx, such as "${name.replace(extensions, "")}.mdx", or move it elsewhere`;
  if (folder === listFolder && !name.endsWith("/"))
    return `the site does not read this file; give it a name that ends in .yaml, such as "${name.replace(/\..*$/, "")}.yaml", or move it elsewhere`;
  const meant = nearest(
    name,
    missing.filter((file) => folderOf(file) === folder).map((file) => file.slice(folder.length)),
  );
  return meant === undefined
    ? `the site does not read this ${path.endsWith("/") ? "folder" : "file"}; move it out of the content folder`
    : `the site does not read this ${path.endsWith("/") ? "folder" : "file"}; did you mean "${meant}"?`;
};

/** Files that the site needs but are missing, and files that it does not read. */
export const misplacedFiles = ({ paths, issues }: Content): Issue[] => {
  const isFolderRead = issues.every(({ file }) => file !== "");
  if (!isFolderRead) return [];
  const missing = expected.filter((path) => !paths.includes(path));
  return [
    ...requiredFiles
      .filter((path) => missing.includes(path))
      .map((path) =>
        error(
          path,
          top,
          "this file is missing, and the site needs it; put it back, or give it back its old name",
        ),
      ),
    ...paths
      .filter((path) => !isExpected(path))
      .map((path) => error(path, top, strayMessage(path, missing))),
  ];
};
