/** A text in which everything is blank but its line breaks, so that what follows keeps its place. */
const blank = (text: string) => text.replace(/[^\r\n]/g, " ");

/** The two halves of a page or answer, each with the other blanked out. */
export interface ProseText {
  /** The YAML between the two lines of hyphens; nothing where they are not there. */
  readonly matter: string | undefined;
  readonly body: string;
}

/** Takes front matter and body apart, as Astro does. */
export const splitProse = (text: string): ProseText => {
  const found = /^(\s*\n)?---([\s\S]*?\n)---/.exec(text);
  if (!found) return { matter: undefined, body: text };
  const [whole, before = "", matter = ""] = found;
  return {
    matter: `${blank(before)}   ${matter}`,
    body: `${blank(whole)}${text.slice(whole.length)}`,
  };
};
