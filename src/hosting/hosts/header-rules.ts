import { contentType, needsContentType } from "../content-types.ts";
import {
  forever,
  hashedFolders,
  isHashed,
  revalidated,
  securityHeaders,
  unindexed,
} from "../headers.ts";
import type { HostedSite } from "../hosted-site.ts";

/** The most rules, and characters in a line, that a host reads (Cloudflare Pages). */
const maxRules = 100;
const maxLineLength = 2_000;

const rule = (path: string, headers: Readonly<Record<string, string>>) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Both join the values of a header from all
 * matching rules, so no two rules that match the same path set the same header: each page has a rule
 * for its policy. If there are too many pages, all share one policy, and each page's <meta> narrows
 * it. Both hosts have files revalidated by default, but not Cloudflare's redirects: a browser would
 * cache one for as long as it likes, though the page may move back.
 * @throws if a line is longer than a host reads
 */
export const headerRules = ({ pages, moved, files, anyPage }: HostedSite): string => {
  const hashed = hashedFolders.map((folder) => ({
    path: `${folder}*`,
    file: files.find((file) => file.startsWith(folder)) ?? folder,
  }));
  const others = files
    .filter((file) => isHashed(file) || needsContentType(file))
    .filter((file) => !/\.(?:br|gz)$/.test(file))
    .filter((file) => !hashedFolders.some((folder) => file.startsWith(folder)))
    .map((file) => ({ path: file, file }));
  const ofFiles = [...hashed, ...others].map(({ path, file }) =>
    rule(path, {
      ...(isHashed(file) ? { "Cache-Control": forever } : {}),
      ...(needsContentType(file) ? { "Content-Type": contentType(file) } : {}),
    }),
  );
  const ofUnindexed = unindexed.endings.map((ending) =>
    rule(`/*.${ending}`, { [unindexed.header]: unindexed.value }),
  );
  const ofPages = pages.map(({ path, policy }) =>
    rule(path, { "Content-Security-Policy": policy }),
  );
  const always = 1 + ofFiles.length + ofUnindexed.length;
  const tops = new Set(moved.map(({ from }) => from.replace(/^(\/[^/]+\/).*/, "$1")));
  const ofMoved = [...tops]
    .map((top) => rule(`${top}*`, { "Cache-Control": revalidated }))
    .slice(0, maxRules - always);
  const fits = always + ofMoved.length + ofPages.length <= maxRules;
  const text = [
    "# Written by the build, for Netlify and Cloudflare Pages.",
    rule("/*", { ...securityHeaders, ...(fits ? {} : { "Content-Security-Policy": anyPage }) }),
    ...ofFiles,
    ...ofUnindexed,
    ...ofMoved,
    ...(fits ? ofPages : []),
    "",
  ].join("\n");
  const long = text.split("\n").find((line) => line.length > maxLineLength);
  if (long) throw new Error(`a line of _headers is too long for its hosts: ${long.slice(0, 80)}…`);
  return text;
};
