import { element } from "../../components/element.ts";
import { ask } from "../ask.ts";
import { wholeConflictsIn } from "../changes/conflict-marks.ts";
import { link } from "../editor/controls.ts";
import { draftOf } from "../editor/drafts.ts";
import { savedEvent } from "../live-update.ts";
import { conflictAddress } from "./address.ts";

const words = {
  changed: "Somebody has changed this file since you opened it. What you typed is kept.",
  marked: "Two people have changed the same lines of this file, and Git has left both in it.",
} as const;

/**
 * Says on a page that edits a file when somebody else has changed it, or that it holds two versions of
 * the same lines, and leads to where one chooses.
 * @param place where it is said
 * @param reload is called when the file has changed, and nothing of it is unsaved here
 */
export const followFile = (file: string, place: HTMLElement, reload: () => void): void => {
  let known: string | undefined;
  const look = async () => {
    const now = await ask("open", { file });
    const draft = draftOf(file);
    const isStale = draft !== undefined && draft.hash !== now.hash && draft.text !== now.text;
    if (!draft && known !== undefined && known !== now.hash) reload();
    known = now.hash;
    const isMarked = wholeConflictsIn(draft?.text ?? now.text).length > 0;
    const said = isStale ? words.changed : isMarked ? words.marked : "";
    if (place.firstChild?.textContent === said) return;
    const choose = link(conflictAddress(file), "Choose what holds");
    place.replaceChildren(...(said === "" ? [] : [element("span", "error", said), " ", choose]));
  };
  /* Where it cannot be opened, the page says so itself. */
  const lookAgain = () => {
    look().catch(() => undefined);
  };
  import.meta.hot?.on(savedEvent, lookAgain);
  lookAgain();
};
