import { ask, sentenceOf } from "../ask.ts";
import { button } from "../editor/controls.ts";

/** What is said once a step was taken back. */
export const takenBack = (title: string): string =>
  `Undone: ${title} Every file is as it was before.`;

/**
 * A button that takes a step back.
 * @param say says why it was not
 * @param done says that it was
 */
export const undoButton = (
  { id, title }: { readonly id: string; readonly title: string },
  say: (words: string) => void,
  done: (words: string) => void,
): HTMLButtonElement => {
  const undo = button(
    "Undo",
    () => {
      undo.disabled = true;
      ask("takeback", { id })
        .then(() => {
          done(takenBack(title));
        })
        .catch((reason: unknown) => {
          undo.disabled = false;
          say(sentenceOf(reason));
        });
    },
    `Undo: ${title}`,
  );
  return undo;
};
