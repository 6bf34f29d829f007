import { existsSync, readFileSync, statSync } from "node:fs";
import { frozenReleases } from "../check/releases/frozen-releases.ts";
import { contentFolder } from "../environment.ts";
import { readContent } from "../parse/content.ts";
import { publishedTexts } from "../releases/published-texts.ts";
import { sha256Of } from "../releases/digest.ts";
import { releasesOf } from "../releases/releases.ts";
import { find, findCitation } from "../releases/verify.ts";
import { wordsOf } from "../words/index.ts";
import { exitWithError, readCommandLine } from "./command-line.ts";

/**
 * `npm run verify -- FILE | CITATION`: says whether a text in Markdown, or what a citation names, was
 * published, and from when to when it stood there. Fails if it was not.
 */

const { positionals } = readCommandLine({ allowPositionals: true });
const words = positionals.join(" ").trim();
if (words === "")
  exitWithError("Name a file in Markdown, or paste a citation: npm run verify -- index.md");
const content = await readContent(contentFolder);
const [fault] = frozenReleases(content);
if (fault)
  exitWithError(
    `${contentFolder}/${fault.file}:${String(fault.line)} – ${fault.message}\nNothing can be verified until then.`,
  );
/* Commands speak English. */
const known = {
  published: publishedTexts(releasesOf(content.releases)),
  words: wordsOf("en"),
};
const finding =
  existsSync(words) && statSync(words).isFile()
    ? await find(known, readFileSync(words, "utf8"), sha256Of)
    : findCitation(known, words);
if (!finding)
  exitWithError(
    `"${words}" is no file, and has neither the address of a version nor a SHA-256 in it.`,
  );
else if (!finding.isFound) exitWithError(finding.sentence);
else process.stdout.write(`${finding.sentence}\n`);
