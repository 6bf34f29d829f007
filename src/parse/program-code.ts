/** What is said of text that MDX would run as program code. */
export const programCode = {
  brace: "a brace begins program code; leave braces out",
  comment: "comments cannot be written here; delete it",
  expression: (text: string) => `{${text}} is read as program code; write it without braces`,
  /** @param word - the first word of the paragraph, `import` or `export` */
  paragraph: (word: string) =>
    `a paragraph that begins with "${word}" is read as program code; begin it with another word`,
};
