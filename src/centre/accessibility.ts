import { accessibilitySections } from "./addresses.ts";

type Section = (typeof accessibilitySections)[number];

/** The sections that hold nothing but what the statement need not say. */
const optional: readonly Section[] = ["compatibility", "approval", "complaints"];

/** The ids of the sections of a statement on accessibility. */
export const sectionsOf = (statement: Readonly<Record<string, unknown>>): Section[] =>
  accessibilitySections.filter((id) => !optional.includes(id) || statement[id] !== undefined);
