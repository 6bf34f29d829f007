import { contentFolder } from "../environment.ts";
import { basename, resolve, sep } from "node:path";
import launchEditor from "launch-editor";
import guessEditor from "launch-editor/guess.js";
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
 * Editors that work in a terminal. The desk has none to give: the one in which the preview runs would
 * be taken over, and whoever looks at the browser would see nothing open.
 */
const inTerminal =
  /^(?:vim?|nvim|vimdiff|view|ex|ed|nano|pico|emacs|emacsclient|micro|helix|hx|kak|joe|jed|ne|mcedit|less|more|cat|sensible-editor|true|false)(?:\.exe)?$/i;

/** The name of the editor that would open a file in a window of its own; undefined if there is none. */
const editorWithWindow = (): string | undefined => {
  const [command] = guessEditor();
  const name =
    command === null || command === undefined ? "" : basename(command.split(/\s-/, 1)[0] ?? "");
  return name === "" || inTerminal.test(name) ? undefined : name;
};

/**
 * Opens a place in the editor that is running, or in the one named by LAUNCH_EDITOR, VISUAL or EDITOR,
 * unless it works in a terminal: npm names vi where nobody has named any.
 * @returns the name of the editor that was asked, and did not fail at once; undefined if there is none
 */
export const openFile = ({ file, line, column }: Destination): Promise<string | undefined> =>
  new Promise((settle) => {
    const editor = editorWithWindow();
    if (editor === undefined) {
      settle(undefined);
      return;
    }
    const waiting = setTimeout(settle, startTimeout, editor);
    launchEditor(`${resolve(file)}:${String(line)}:${String(column)}`, () => {
      clearTimeout(waiting);
      settle(undefined);
    });
  });
