import { ask, sentenceOf } from "./ask.ts";
import { takenBack } from "./steps/taken-back.ts";

/* On the page of changes: undoes them, and says so once the page shows what is left. */

const kept = "desk.said";
/* What is being undone: the page may be loaded anew by what is saved, before it has an answer. */
const undoing = "desk.undoing";

/** Loads the page anew, and says then what was done. */
export const sayAnew = (words: string): void => {
  sessionStorage.removeItem(undoing);
  sessionStorage.setItem(kept, words);
  location.reload();
};

/* The page may be loaded twice, by itself and because of what was saved: how long (ms) after. */
const untilLoadedAgain = 5_000;
const said = document.querySelector("[data-said]");

let isLeft = false;
addEventListener("beforeunload", () => {
  isLeft = true;
});

/** Says something on the page as it is. */
export const say = (words: string) => {
  /* What is asked for fails as the page is left, which says nothing of what became of it. */
  if (isLeft) return;
  sessionStorage.removeItem(undoing);
  if (said) said.textContent = words;
};

const undo = async (button: HTMLButtonElement, sentence: string) => {
  const change = JSON.parse(button.dataset["undo"] ?? "") as Parameters<typeof ask<"undo">>[1];
  button.disabled = true;
  try {
    await ask("undo", change);
    sayAnew(`Undone: ${sentence}`);
  } catch (reason) {
    button.disabled = false;
    say(sentenceOf(reason));
  }
};

document.addEventListener(
  "click",
  ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    const [, sentence] = /^Undo: (.*)$/.exec(button?.ariaLabel ?? "") ?? [];
    if (!button || sentence === undefined) return;
    const words = button.closest("[data-step]") ? takenBack(sentence) : `Undone: ${sentence}`;
    sessionStorage.setItem(undoing, JSON.stringify({ sentence, words }));
    if (button.dataset["undo"] !== undefined) void undo(button, sentence);
  },
  { capture: true },
);

/* Where the page was loaded anew before there was an answer, what was undone is not listed any more. */
const asked = JSON.parse(sessionStorage.getItem(undoing) ?? "{}") as Record<string, string>;
const listed = [...document.querySelectorAll("h3, [data-step] span")];
if (asked["words"] && !listed.some(({ textContent }) => textContent === asked["sentence"]))
  sessionStorage.setItem(kept, asked["words"]);
sessionStorage.removeItem(undoing);

/* A region speaks of what is written into it after it was read. */
const words = sessionStorage.getItem(kept);
if (words !== null)
  setTimeout(() => {
    say(words);
    setTimeout(() => {
      sessionStorage.removeItem(kept);
    }, untilLoadedAgain);
  }, 300);
