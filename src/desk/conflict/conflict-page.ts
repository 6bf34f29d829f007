import { element } from "../../components/element.ts";
import { placeAt } from "../../parse/issue.ts";
import { ask, Refused, sentenceOf } from "../ask.ts";
import { resolved, wholeConflictsIn, type Kept } from "../changes/conflict-marks.ts";
import type { Choice } from "../changes/three-way.ts";
import { button, link } from "../editor/controls.ts";
import { textBlock } from "../editor/difference-block.ts";
import {
  draftOf,
  forgetDraft,
  keepDraft,
  onOtherTab,
  newDraft,
  settledDrafts,
  type Draft,
} from "../editor/drafts.ts";
import "../editor/keep-page.ts";
import { editAddress } from "../editor/paths.ts";
import type { OpenedFile } from "../store/files.ts";
import { forgetChoices, keepChoice, keptChoices, type KeptChoice } from "./kept-choices.ts";
import { anew, placeOnPage, type Place, type ShownPlace } from "./place.ts";
import { placeOfClash, placeOfConflict } from "./places.ts";

/* The page on which one chooses between two versions of a file. It writes nothing but the draft. */

const file = new URLSearchParams(location.search).get("file") ?? "";
const page = document.querySelector<HTMLElement>("[data-conflict]") ?? document.body;
const status = page.querySelector<HTMLElement>("[role=status]") ?? element("p", "");
const list = element("div", "places");

const say = (words: string) => {
  status.textContent = words;
};

const told = (reason: unknown) => {
  say(sentenceOf(reason));
};

/** Puts a draft in the place of what was there, and goes on to what saving it would change. */
const goOn = (draft: Draft) => {
  keepDraft(draft);
  forgetChoices(file);
  if (wholeConflictsIn(draft.text).length > 0) void show();
  else location.assign("/desk/review/");
};

/** What was chosen: a version, or other words. */
const choiceIn = ({ choice, words }: KeptChoice) => (choice === anew ? { words } : choice);

/** Shows places, and a button that goes on once something is chosen at each. */
const showPlaces = (
  places: readonly Place[],
  decide: (chosen: ReadonlyMap<string, KeptChoice>) => Promise<void> | void,
): readonly HTMLElement[] => {
  const kept = keptChoices(file);
  const shown = places.map((place, at): ShownPlace =>
    placeOnPage(place, at, kept.get(place.key), (choice) => {
      keepChoice(file, place.key, choice);
    }),
  );
  const go = button("Go on to review", () => {
    const open = shown.find(({ chosen }) => chosen() === undefined);
    if (open) {
      say(`Choose what holds: ${open.place.title}.`);
      open.focus();
      return;
    }
    const chosen = new Map(
      shown.flatMap(({ place, chosen }) => {
        const choice = chosen();
        return choice ? [[place.key, choice] as const] : [];
      }),
    );
    Promise.resolve(decide(chosen)).catch(told);
  });
  return [...shown.map(({ element }) => element), element("p", "go-on", go)];
};

const takenOf = (heading: string, changes: readonly { readonly sentence: string }[]) => {
  if (changes.length === 0) return [];
  const items = changes.map(({ sentence }) => element("li", "", sentence));
  return [element("h2", "", heading), element("ul", "", ...items)];
};

const places = (count: number) => (count === 1 ? "one place" : `${String(count)} places`);

/** A file that somebody else has changed since it was opened. */
const showMerge = async ({ before, text: mine }: Draft) => {
  const { now, clashes, taken } = await ask("merge", { file, before, mine });
  const onto = (text: string): Draft => ({ ...newDraft(now), text });
  const decide = async (chosen: ReadonlyMap<string, KeptChoice>) => {
    const choices = [...chosen].map(([key, choice]) => ({
      key,
      choice: choiceIn(choice) as Choice,
    }));
    const sent = { file, before, mine, hash: now.hash, choices };
    try {
      goOn(onto((await ask("merged", sent)).text));
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      await show();
      told(reason);
    }
  };
  list.replaceChildren(
    element(
      "p",
      "",
      clashes.length === 0
        ? "Somebody has changed this file since you opened it, at other places than you. Nothing has to be chosen."
        : `Somebody has changed this file since you opened it. At ${places(clashes.length)} both of you changed the same; choose what holds.`,
    ),
    ...showPlaces(clashes.map(placeOfClash), decide),
    ...takenOf("What only the other has changed, and is taken", taken.theirs),
    ...takenOf("What only you have changed, and is taken", taken.mine),
    element("h2", "", "Or one of the two whole"),
    element(
      "p",
      "order",
      button("Take yours whole", () => {
        goOn(onto(mine));
      }),
      button("Discard yours, and keep the file as it is now", () => {
        forgetDraft(file);
        forgetChoices(file);
        void show();
      }),
    ),
  );
};

/** A text in which Git has left both versions of the same lines. */
const showMarks = (opened: OpenedFile, draft: Draft | undefined) => {
  const current = draft ?? newDraft(opened);
  const { text } = current;
  const conflicts = wholeConflictsIn(text);
  const decide = (chosen: ReadonlyMap<string, KeptChoice>) => {
    const kept = conflicts.map((_, at) => {
      const choice = chosen.get(String(at));
      return choice && (choiceIn(choice) as Kept);
    });
    goOn({ ...current, text: resolved(text, kept) });
  };
  list.replaceChildren(
    element(
      "p",
      "",
      `Two people have changed the same lines of this file, and Git has left both versions in it, at ${places(conflicts.length)}. Choose what holds.`,
    ),
    ...showPlaces(
      conflicts.map((conflict, at) =>
        placeOfConflict(conflict, at, placeAt(text, conflict.start).line),
      ),
      decide,
    ),
  );
};

const showNothing = () => {
  list.replaceChildren(element("p", "", "There is nothing to choose in this file."));
};

/** A file that is not there any more, or cannot be opened: what was typed is all there is of it. */
const showLost = ({ text }: Draft) => {
  list.replaceChildren(
    element(
      "p",
      "",
      "What you typed is still kept in this browser. Copy what you need of it, before you discard it.",
    ),
    textBlock(`What you typed in ${file}`, text),
    element(
      "p",
      "order",
      button("Discard it", () => {
        forgetDraft(file);
        show().catch(told);
      }),
    ),
  );
};

const show = async () => {
  say("");
  /* What cannot be written is said, and keeps nothing else from being shown. */
  await settledDrafts(told);
  const draft = draftOf(file);
  const opened = await ask("open", { file }).catch((reason: unknown) => {
    if (draft && reason instanceof Refused) showLost(draft);
    else list.replaceChildren();
    throw reason;
  });
  if (draft && draft.hash !== opened.hash && draft.text !== opened.text) await showMerge(draft);
  else if (wholeConflictsIn(draft?.text ?? opened.text).length > 0) showMarks(opened, draft);
  else showNothing();
  list.prepend(element("p", "file", file));
  list.append(element("p", "", link(editAddress(file), "Edit the file")));
};

page.append(list);
onOtherTab((changed) => {
  if (changed === file) show().catch(told);
});
show().catch(told);
