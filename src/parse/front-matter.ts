/** A text with everything but line breaks replaced by spaces, so that what follows keeps its place. */
const blank = (text: string) => text.replace(/[^\r\n]/g, " ");

/** The two halves of a page or answer, each with the other blanked out. */
export interface ProseText {
  /** The YAML between the two lines of hyphens; undefined without them. */
  readonly matter: string | undefined;
  readonly body: string;
}

/** Separates front matter and body, as Astro does. */
export const splitProse = (text: string): ProseText => {
  const match = /^(\s*\n)?---([\s\S]*?\n)---/.exec(text);
  if (!match) return { matter: undefined, body: text };
  const [whole, before = "", matter = ""] = match;
  return {
    matter: `${blank(before)}   ${matter}`,
    body: `${blank(whole)}${text.slice(whole.length)}`,
  };
};
