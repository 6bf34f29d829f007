/**
 * Whether a text below front matter means the same in Markdown as in MDX, and needs nothing but
 * itself: it holds no component, expression, program code or picture, and nothing indented so far
 * that Markdown takes it for code.
 */
export const isPlain = (body: string): boolean =>
  !/[<{]|!\[|^(?:import|export)\b|^(?: {4}|\t)[ \t]*\S/m.test(body) && !/^\s*---/.test(body);
