import type { FactName, Facts } from "./facts.ts";
import type { PageMatter, ProseName, QuestionMatter, StatementMatter } from "./prose.ts";
import type { Site } from "./site.ts";
import type { RequestTemplate } from "./template.ts";

/** A file of prose: its id (the file name), and its front matter. */
export interface Prose<Matter> {
  readonly id: string;
  readonly data: Matter;
}

/** A question as its file has it, with the answer as it is written there. */
export interface AskedQuestion extends Prose<QuestionMatter> {
  readonly body?: string | undefined;
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
