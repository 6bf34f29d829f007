/**
 * Applies a change of the fields to a text that may have been edited by hand: lines that are still
 * as composed are replaced, edited lines are left alone.
 * @param before the lines as last composed, undefined for a line that was left out
 * @param after the same lines as composed now
 * @returns the text, and whether a line that should change was left alone because it was edited
 */
export const revise = (
  text: string,
  before: readonly (string | undefined)[],
  after: readonly (string | undefined)[],
): { readonly text: string; readonly leftAlone: boolean } => {
  const lines = (text === "" ? [] : text.split("\n")).map((line) => ({ line, done: false }));
  let next = 0;
  let leftAlone = false;
  before.forEach((old, position) => {
    const line = after[position];
    const isOld = (candidate: (typeof lines)[number]) => !candidate.done && candidate.line === old;
    /* Lines are mostly still in order; one that was moved is found too. */
    const ahead = lines.findIndex((candidate, at) => at >= next && isOld(candidate));
    const at = ahead === -1 ? lines.findIndex(isOld) : ahead;
    const now = line === undefined ? [] : [{ line, done: true }];
    if (at === -1 && old !== undefined) {
      leftAlone ||= old !== line;
      /* The line here is an edited version of it, so the next lines go below. */
      if (next < lines.length && !before.includes(lines[next]?.line)) next += 1;
      return;
    }
    const start = at === -1 ? next : at;
    lines.splice(start, at === -1 ? 0 : 1, ...now);
    next = start + now.length;
  });
  return { text: lines.map(({ line }) => line).join("\n"), leftAlone };
};
