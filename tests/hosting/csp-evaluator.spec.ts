import { siteFolder } from "../../src/environment.ts";
import { expect, test } from "@playwright/test";
import { Version } from "csp_evaluator/dist/csp.js";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { readSite } from "../../src/hosting/hosted-site.ts";
import { asHeader, restPolicy } from "../../src/hosting/policy.ts";
import { elements, pages as builtPages } from "../site/pages.ts";

const { pages, anyPage } = readSite(siteFolder);

/** What Google's evaluator finds in a policy, whatever its severity. */
const findings = (policy: string): string[] =>
  new CspEvaluator(new CspParser(policy).csp, Version.CSP3)
    .evaluate()
    .map(({ directive, value, description }) => `${directive} ${value ?? ""}: ${description}`);

/**
 * A hint rather than a finding (MEDIUM_MAYBE): scripts from the site itself would be a way in if it
 * hosted answers in JSONP, AngularJS or files that visitors upload. It hosts none.
 */
const hint =
  "script-src 'self': 'self' can be problematic if you host JSONP, AngularJS or user uploaded files.";

const inMeta = builtPages.map((page) => ({
  name: `the <meta> of ${page.path}`,
  policy:
    elements(page).find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy")
      ?.attributes["content"] ?? "",
}));

for (const { name, policy } of [
  ...pages.map(({ path, policy }) => ({ name: `the header of ${path}`, policy })),
  ...inMeta,
  { name: "the header that fits any page", policy: anyPage },
  { name: "the header of all other files", policy: asHeader(restPolicy) },
])
  test(`csp_evaluator finds nothing in ${name}`, () => {
    expect(policy).not.toBe("");
    expect(findings(policy).filter((finding) => finding !== hint)).toEqual([]);
  });

test("csp_evaluator finds what is planted", () => {
  expect(findings("script-src 'unsafe-inline' https:").length).toBeGreaterThan(2);
});
