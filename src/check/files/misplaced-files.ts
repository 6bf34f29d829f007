import { nearest } from "../../parse/nearest.ts";
import type { Content } from "../../parse/content.ts";
import { folders, proseFolders, requiredFiles } from "../../parse/files.ts";
import { error, top, type Issue } from "../../parse/issue.ts";

const known = [...requiredFiles, ...folders.map((folder) => `${folder}/`), "releases/"];

const isExpected = (path: string) =>
  known.includes(path) ||
  proseFolders.some((folder) => path.startsWith(`${folder}/`) && path.endsWith(".mdx"));

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/", path.length - 2) + 1);

/** The endings of a name; editors add some behind the one that is there. */
const endings = /(?:\.(?:mdx?|txt))*$/i;

/** Whether a file can be read as prose once its name ends in `.mdx`. */
const isText = (name: string) => /^[^.~]+(?:\.(?:mdx?|txt))*$/i.test(name);

/** Why a file or folder is out of place, and where it might belong. */
const strayMessage = (path: string, missing: readonly string[]): string => {
  const folder = folderOf(path);
  const name = path.slice(folder.length);
  if (proseFolders.includes(folder.slice(0, -1)) && isText(name))
    return `the site does not read this file; give it a name that ends in .mdx, such as "${name.replace(endings, "")}.mdx", or move it elsewhere`;
  const meant = nearest(
    name,
    missing.filter((one) => folderOf(one) === folder).map((one) => one.slice(folder.length)),
  );
  return meant === undefined
    ? `the site does not read this ${path.endsWith("/") ? "folder" : "file"}; move it out of the content folder`
    : `the site does not read this ${path.endsWith("/") ? "folder" : "file"}; did you mean "${meant}"?`;
};

/** Files that the site needs and that are not there, and those that it does not know. */
export const misplacedFiles = ({ paths, issues }: Content): Issue[] => {
  const isThere = issues.every(({ file }) => file !== "");
  if (!isThere) return [];
  const missing = known.filter((path) => !paths.includes(path));
  return [
    ...requiredFiles
      .filter((path) => missing.includes(path))
      .map((path) =>
        error(
          path,
          top,
          "this file is missing, and the site needs it; put it back, or give it its old name again",
        ),
      ),
    ...paths
      .filter((path) => !isExpected(path))
      .map((path) => error(path, top, strayMessage(path, missing))),
  ];
};
