/**
 * Whether a body means the same in Markdown as in MDX and stands on its own: it has no components,
 * expressions, program code, or images, no indentation that Markdown could read as code, and does not
 * start like front matter.
 */
export const isMarkdownOnly = (body: string): boolean =>
  !/[<{\t]|!\[| {4}\S|^(?:import|export)\b/m.test(body) && !/^\s*(?:---|\+\+\+)/.test(body);
