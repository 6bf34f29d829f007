/**
 * Carries a change of the fields into a text that may have been edited by hand: lines that stand
 * as they were composed are replaced, lines that were edited are left alone.
 * @param before the lines as they were composed last, undefined where a line was left out
 * @param after the same lines as they are composed now
 * @returns the text, and whether a changed line was left alone because it had been edited
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
    const isOld = (one: (typeof lines)[number]) => !one.done && one.line === old;
    /* Lines mostly stand in their order; one that was moved is found all the same. */
    const ahead = lines.findIndex((one, at) => at >= next && isOld(one));
    const at = ahead === -1 ? lines.findIndex(isOld) : ahead;
    const now = line === undefined ? [] : [{ line, done: true }];
    if (at === -1 && old !== undefined) {
      leftAlone ||= old !== line;
      /* What stands here in its place was edited; what comes next goes below it. */
      if (next < lines.length && !before.includes(lines[next]?.line)) next += 1;
      return;
    }
    const start = at === -1 ? next : at;
    lines.splice(start, at === -1 ? 0 : 1, ...now);
    next = start + now.length;
  });
  return { text: lines.map(({ line }) => line).join("\n"), leftAlone };
};
