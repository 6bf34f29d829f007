import type { FactName, Facts } from "../schemas/facts.ts";
import type { PageMatter, ProseName, StatementMatter } from "../schemas/prose.ts";
import type { AskedQuestion } from "./questions.ts";
import type { Site } from "../schemas/site.ts";
import type { RequestTemplate } from "../schemas/template.ts";

/** A file of prose: its id (the file name), and its front matter. */
export interface Prose<Matter> {
  readonly id: string;
  readonly data: Matter;
}

/** Everything that `content/` says, well formed but not yet connected. */
export interface Records {
  readonly site: Site;
  readonly template: RequestTemplate;
  readonly facts: Facts;
  readonly pages: readonly Prose<PageMatter>[];
  readonly faq: readonly AskedQuestion[];
  readonly statements: readonly Prose<StatementMatter>[];
}

/** What one record can refer to in another file. */
export type Target = FactName | Exclude<ProseName, "statements">;

/** The folder that holds the content, relative to the project: `content`, or what CONTENT_DIR says. */
export const contentFolder = process.env["CONTENT_DIR"] || "content";
