import { Document, visit, isScalar, type CreateNodeOptions } from "yaml";

/**
 * YAML in the style of the content: lists of scalars on one line, and quotes around every text that
 * YAML 1.1 or 1.2 would read as something else, such as a date.
 */
export const yamlOf = (value: unknown, options: CreateNodeOptions = {}): string => {
  const document = new Document(value, { version: "1.1", ...options });
  visit(document, {
    Seq: (_, list) => {
      if (list.items.every((item) => isScalar(item))) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, directives: false });
};

/** A page, an answer or a statement: its front matter, and its text below. */
export const proseOf = (matter: Readonly<Record<string, unknown>>, text: string): string =>
  `---\n${yamlOf(matter)}---\n\n${text}\n`;
