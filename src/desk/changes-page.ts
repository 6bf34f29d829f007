import { ask, sentenceOf } from "./ask.ts";

/* On the page of changes: undoes them, and says so once the page shows what is left. */

/** Loads the page anew, and says then what was done. */
export const sayAnew = (words: string): void => {
  sessionStorage.setItem(kept, words);
  location.reload();
};

const kept = "desk.said";
/* The page may be loaded twice, by itself and because of what was saved: how long (ms) after. */
const untilLoadedAgain = 5_000;
const said = document.querySelector("[data-said]");

/** Says something on the page as it is. */
export const say = (words: string) => {
  if (said) said.textContent = words;
};

const undo = async (button: HTMLButtonElement) => {
  const change = JSON.parse(button.dataset["undo"] ?? "") as Parameters<typeof ask<"undo">>[1];
  button.disabled = true;
  try {
    await ask("undo", change);
    const [, sentence = ""] = /^Undo: (.*)$/.exec(button.ariaLabel ?? "") ?? [];
    sayAnew(`Undone: ${sentence}`);
  } catch (reason) {
    button.disabled = false;
    say(sentenceOf(reason));
  }
};

document.addEventListener("click", ({ target }) => {
  const button =
    target instanceof Element ? target.closest<HTMLButtonElement>("[data-undo]") : null;
  if (button) void undo(button);
});

/* A region speaks of what is written into it after it was read. */
const words = sessionStorage.getItem(kept);
if (words !== null)
  setTimeout(() => {
    say(words);
    setTimeout(() => {
      sessionStorage.removeItem(kept);
    }, untilLoadedAgain);
  }, 300);
