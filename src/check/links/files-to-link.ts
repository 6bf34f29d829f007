import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  accessibilityPage,
  changesCalendar,
  changesFeed,
  factsFile,
  feedFormats,
  ownFiles,
  pagePath,
  statementPath,
  thisSitePage,
  twinOf,
  versionPath,
  versionsFile,
} from "../../centre/addresses.ts";
import type { Content } from "../../parse/content.ts";
import { releasesOf } from "../../releases/releases.ts";
import { listNames } from "../../schemas/lists.ts";

/** The folder whose files are published as they are. */
export const publicFolder = "public";

/** Whether hosts do not serve a file, because its name or that of a folder starts with a dot (RFC 8615). */
const isHidden = (path: string) => /\/\.(?!well-known\/)/.test(path);

/** The paths on the site of the files in a folder that is published as it is. */
export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          join(parentPath, name).slice(folder.length).replaceAll("\\", "/"),
        )
        .filter((path) => !isHidden(path))
        .sort()
    : [];

/** The files in which what was released is published for programs. */
const released = ({ releases }: Content): string[] => {
  if (releases.length === 0) return [];
  const { versions } = releasesOf(releases);
  return [
    ...[changesCalendar, versionsFile],
    ...[undefined, ...versions.keys()].flatMap((path) =>
      feedFormats.map((format) => changesFeed(format, path)),
    ),
    ...[...versions.values()]
      .flat()
      .filter(({ text }) => text !== undefined)
      .map(({ path, date }) => twinOf(versionPath(path, date))),
  ];
};

/** The files in which pages and lists are published for programs. */
const machineReadable = ({ prose, lists, accessibility }: Content): string[] => [
  ...[
    ...prose.pages.map(({ id }) => pagePath(id)),
    ...prose.statements.map(({ id }) => statementPath(id)),
    ...(accessibility === undefined ? [] : [accessibilityPage]),
    thisSitePage,
  ].map(twinOf),
  ...listNames(lists).flatMap((name) => [factsFile(name, "csv"), factsFile(name, "json")]),
];

/** Files that can be linked to: the site's own, and those published as they are. */
export const filesToLink = (content: Content): string[] => [
  ...ownFiles,
  ...machineReadable(content),
  ...released(content),
  ...filesIn(publicFolder),
];
