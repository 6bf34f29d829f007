/** Messages for text that MDX would run as program code. */
export const programCode = {
  brace: "a brace is read as the start of program code; remove the braces",
  comment: "comments are not supported; delete this one",
  expression: (text: string) => `{${text}} is read as program code; write it without braces`,
  /** @param word - the first word of the paragraph, `import` or `export` */
  paragraph: (word: string) =>
    `a paragraph that starts with "${word}" is read as program code; start it with another word`,
};
