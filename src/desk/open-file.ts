import { contentFolder } from "../environment.ts";
import { resolve, sep } from "node:path";
import launchEditor from "launch-editor";
import type { Destination } from "./open-address.ts";

/** How long (ms) an editor may take to report that it cannot be started. */
const startTimeout = 400;

/** The place that a link to the editor names; undefined if it is outside the content folder. */
export const destinationOf = (search: URLSearchParams): Destination | undefined => {
  const file = search.get("file") ?? "";
  const [line, column] = ["line", "column"].map((name) => Number(search.get(name) ?? 1));
  const inside = resolve(file).startsWith(resolve(contentFolder) + sep);
  return inside && Number.isInteger(line) && Number.isInteger(column)
    ? { file, line: line ?? 1, column: column ?? 1 }
    : undefined;
};

/**
 * Opens a place in the editor that is running, or in the one named by LAUNCH_EDITOR or EDITOR.
 * @returns whether one was found and did not fail at once
 */
export const openFile = ({ file, line, column }: Destination): Promise<boolean> =>
  new Promise((settle) => {
    const waiting = setTimeout(settle, startTimeout, true);
    launchEditor(`${resolve(file)}:${String(line)}:${String(column)}`, () => {
      clearTimeout(waiting);
      settle(false);
    });
  });
