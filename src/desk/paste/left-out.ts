const some =
  (one: string, several: (count: string) => string) =>
  (count: number): string =>
    count === 1 ? one : several(String(count));

/** What is said of what cannot be taken over, or of what to look at, by kind. */
const sentences = {
  pictures: some("1 picture was left out.", (count) => `${count} pictures were left out.`),
  embedded: some(
    "1 video, form or other embedded part was left out.",
    (count) => `${count} videos, forms or other embedded parts were left out.`,
  ),
  comments: some("1 comment was left out.", (count) => `${count} comments were left out.`),
  footnotes: some(
    "1 footnote was left out; write what matters of it into the sentence.",
    (count) => `${count} footnotes were left out; write what matters of them into the sentences.`,
  ),
  contents: () =>
    "The table of contents was left out, because long pages list their sections by themselves.",
  deletions: some(
    "1 passage marked as deleted was left out.",
    (count) => `${count} passages marked as deleted were left out.`,
  ),
  insertions: some(
    "1 passage marked as inserted was taken as if it had been accepted.",
    (count) => `${count} passages marked as inserted were taken as if they had been accepted.`,
  ),
  links: some(
    "1 link that leads nowhere on the web was left out; its words were kept.",
    (count) => `${count} links that lead nowhere on the web were left out; their words were kept.`,
  ),
  merged: some(
    "1 merged cell of a table was split, so the cells it covered are empty; fill them in.",
    (count) =>
      `${count} merged cells of tables were split, so the cells they covered are empty; fill them in.`,
  ),
  letters: some(
    "1 list with letters or Roman numerals is now numbered 1, 2, 3; look where the text refers to its entries.",
    (count) =>
      `${count} lists with letters or Roman numerals are now numbered 1, 2, 3; look where the text refers to their entries.`,
  ),
  looks: () => "Colors, fonts and sizes were left out; the site has its own.",
} as const;

/** A kind of thing that is left out or changed when something is pasted. */
export type Kind = keyof typeof sentences;

/** Counts what is left out of something pasted. */
export class LeftOut {
  readonly #counts = new Map<Kind, number>();

  count(kind: Kind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** A sentence for each kind of thing that was left out, the most important first. */
  get sentences(): readonly string[] {
    return (Object.keys(sentences) as Kind[]).flatMap((kind) => {
      const count = this.#counts.get(kind) ?? 0;
      return count === 0 ? [] : [sentences[kind](count)];
    });
  }
}
