/* The dialog has the same of its own, in the script that waits on every page. */

/** A Mac has its own key for commands; Ctrl+K deletes to the end of a line there. */
const isMac = /^Mac/.test(navigator.platform);

/** Whether keys lead to the search: Ctrl+K; on a Mac Cmd+K, where no text is typed. */
export const opensSearch = (event: KeyboardEvent): boolean => {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isTyping = target instanceof Element && target.closest("input,textarea,select") !== null;
  return (
    key.toLowerCase() === "k" &&
    !altKey &&
    !shiftKey &&
    (isMac ? metaKey && !ctrlKey && !isTyping : ctrlKey && !metaKey)
  );
};

/** Names the keys as they are on a Mac. */
export const nameKeys = (): void => {
  if (isMac) for (const keys of document.querySelectorAll("kbd")) keys.textContent = "⌘K";
};

/** What tells that an input method is at work: in Safari, whose composition is over by then, only the code. */
interface Composing {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** Whether a key belongs to an input method that is writing a word. */
export const isComposing = ({ isComposing, keyCode }: Composing): boolean =>
  isComposing || keyCode === 229;
