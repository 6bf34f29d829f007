/** Inline scripts that stand next to one another. */
const neighbors = /(?:<script>(?:(?!<\/script>)[^])*<\/script>\s*)+/g;

const texts = (html: string) =>
  [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = ""]) => text.trim());

/**
 * Makes one of inline scripts that stand next to one another in a page, and leaves out what lines
 * begin with: fewer bytes, and one hash for them in the policy. None of them may have a text that
 * goes over several lines.
 */
export const scriptsJoined = (html: string): string =>
  html.replace(
    neighbors,
    (scripts) => `<script>${texts(scripts).join("\n").replaceAll(/\n\s+/g, "\n")}</script>`,
  );
