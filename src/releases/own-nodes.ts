const characters = { amp: "&", lt: "<", quot: '"' } as const;

/** Text of HTML without what it was escaped with. */
const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|quot);/g, (_, name) => characters[name as keyof typeof characters]);

const part = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|[^<]+/g;

/**
 * Nodes for HTML that the site's own functions have written, with each element closed: no script of
 * the site may let a browser read HTML (`require-trusted-types-for`), whatever is in it.
 */
export const ownNodes = (html: string): DocumentFragment => {
  const nodes = document.createDocumentFragment();
  let within: Node = nodes;
  for (const [whole, end, tag, attributes = ""] of html.matchAll(part)) {
    if (tag === undefined) within.appendChild(document.createTextNode(unescaped(whole)));
    else if (end) within = within.parentNode ?? nodes;
    else {
      const element = document.createElement(tag);
      for (const [, name = "", value = ""] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g))
        element.setAttribute(name, unescaped(value));
      within = within.appendChild(element);
    }
  }
  return nodes;
};
