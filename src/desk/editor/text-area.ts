/**
 * Types as somebody would. It is deprecated, and yet nothing else that a script does to a text can be
 * undone by the browser.
 */
const typist: { execCommand: (name: "insertText", ui: false, words: string) => boolean } = document;

/**
 * Puts words in place of what is selected, as if they were typed: the browser's own undo takes them
 * out again.
 * @param selected how many of them, at their end, are selected then
 */
export const insert = (area: HTMLTextAreaElement, words: string, selected = 0): void => {
  const { selectionStart: start } = area;
  area.focus();
  if (!typist.execCommand("insertText", false, words)) {
    area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input"));
  }
  area.setSelectionRange(start + words.length - selected, start + words.length);
};

export const selectionIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string =>
  value.slice(selectionStart, selectionEnd);

/** Puts a block between empty lines. */
export const insertBlock = (area: HTMLTextAreaElement, words: string): void => {
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  const above = /(?:^|\n\n)$/.test(before) ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  insert(area, `${above}${words}${below}`);
};

/** Puts the caret at the beginning of a line, counted from 0, and scrolls there. */
export const putCaretAt = (area: HTMLTextAreaElement, line: number): void => {
  const lines = area.value.split("\n");
  const before = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  area.focus({ preventScroll: true });
  area.setSelectionRange(before, before);
  area.scrollTop = (area.scrollHeight * line) / lines.length - area.clientHeight / 2;
  area.scrollIntoView({ block: "center" });
};
