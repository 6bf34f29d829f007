/**
 * Whether a text below front matter means the same in Markdown as in MDX, and needs nothing but
 * itself: it holds no component, expression, program code or picture, no spaces that Markdown could
 * take for the beginning of code, and does not begin as front matter does.
 */
export const isMarkdownOnly = (body: string): boolean =>
  !/[<{\t]|!\[| {4}\S|^(?:import|export)\b/m.test(body) && !/^\s*(?:---|\+\+\+)/.test(body);
