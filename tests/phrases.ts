import { readFileSync } from "node:fs";
import typescript from "typescript";
import type { Language } from "../src/words/languages.ts";

const { SyntaxKind } = typescript;

/** The parts of a template that are not values. */
const literalParts = (template: typescript.TemplateExpression): string[] => [
  template.head.text,
  ...template.templateSpans.map(({ literal }) => literal.text),
];

/** What only tells plural forms, units or languages apart. */
const isNoPhrase = ({ parent }: typescript.Node): boolean =>
  parent.kind === SyntaxKind.ImportDeclaration ||
  parent.kind === SyntaxKind.BinaryExpression ||
  parent.kind === SyntaxKind.LiteralType ||
  (parent.kind === SyntaxKind.CallExpression &&
    /^(?:counted|longDate|decimal|enumeration)\b/.test(parent.getText()));

/**
 * Everything that a catalogue can say, whatever its values: its phrases, and of those that hold
 * values what stands between these. Read from its source, so that no branch is forgotten.
 * @param without the names of parts of the catalogue to leave out
 */
export const phrasesOf = (language: Language, without: readonly string[] = []): string[] => {
  const file = `src/words/${language}.ts`;
  const source = typescript.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    typescript.ScriptTarget.Latest,
    true,
  );
  const found: string[] = [];
  const visit = (node: typescript.Node): void => {
    if (typescript.isVariableDeclaration(node) && without.includes(node.name.getText())) return;
    if (typescript.isTemplateExpression(node)) found.push(...literalParts(node));
    else if (typescript.isStringLiteralLike(node) && !isNoPhrase(node)) found.push(node.text);
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)].filter((text) => /\p{L}/u.test(text));
};
