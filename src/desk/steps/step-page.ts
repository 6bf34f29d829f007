import { element } from "../../components/element.ts";
import { ask, sentenceOf } from "../ask.ts";
import { button, fieldOf, link, remarkOf, showRemarks, type Actions } from "../editor/controls.ts";
import { allDrafts } from "../editor/drafts.ts";
import { differenceOf } from "../editor/difference-block.ts";
import "../editor/keep-page.ts";
import type { Step } from "./forms.ts";
import type { StepDone, StepView } from "./steps.ts";
import { undoButton } from "./taken-back.ts";

/* The page that starts, moves or archives something: a form, what it would change, and then does it. */

/** How long (ms) somebody may pause in typing before what was typed is read. */
const pause = 350;

const step = Object.fromEntries(new URLSearchParams(location.search)) as unknown as Step;
const page = document.querySelector<HTMLElement>("[data-step]") ?? document.body;
const heading = page.querySelector("h1") ?? element("h1", "");
const status = page.querySelector<HTMLElement>("[role=status]") ?? element("p", "");
const about = element("div", "told");
const form = element("form", "editor");
const changes = element("div", "changes");
/* What is typed is kept by the browser until the step is done. */
const kept = `desk-step:${location.search}`;

let typed = JSON.parse(localStorage.getItem(kept) ?? "{}") as Record<string, string>;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Counts what was asked, so that a late answer does not take the place of a newer one. */
let asked = 0;

const say = (words: string) => {
  status.textContent = words;
};

const complain = (reason: unknown) => {
  say(sentenceOf(reason));
};

/** What was not saved would not be seen by a step that looks for all that refers to something. */
const isInTheWay = (): boolean => {
  if (step.kind === "new" || allDrafts().length === 0) return false;
  status.replaceChildren(
    "Something is not saved yet, and might refer to this. ",
    link("/desk/review/", "Save or discard it first"),
    ".",
  );
  return true;
};

const done = (outcome: StepDone) => {
  localStorage.removeItem(kept);
  about.replaceChildren();
  form.replaceChildren();
  const ways = element("p", "ways", link(outcome.edit, "Edit it"));
  if (outcome.show !== undefined) ways.append(link(outcome.show, "Show it"));
  ways.append(
    undoButton(outcome, say, (words) => {
      say(words);
      ways.replaceChildren(link("/desk/", "Back to the desk"));
      heading.focus();
    }),
  );
  changes.replaceChildren(
    ways,
    element("p", "", "It can also be undone later, from what has changed."),
  );
  say(outcome.title);
  heading.focus();
};

const carryOut = async (stamp: string) => {
  if (isInTheWay()) return;
  say("Saving…");
  done(await ask("carryout", { step, typed, stamp }));
};

const showReview = ({ review }: StepView) => {
  if (!review) {
    changes.replaceChildren();
    return;
  }
  const parts = review.files.map(({ name, before, after }) =>
    element(
      "section",
      "",
      element("h3", "", name),
      before === after
        ? "Nothing in it changes."
        : differenceOf(`What changes in ${name}`, before, after),
    ),
  );
  const title = element("h2", "", "What changes");
  title.tabIndex = -1;
  const warnings = element("ul", "");
  for (const words of review.warnings) warnings.append(element("li", "", words));
  changes.replaceChildren(
    title,
    ...parts,
    ...(review.warnings.length > 0 ? [element("p", "", "The check will then say:"), warnings] : []),
    button("Save", () => {
      carryOut(review.stamp).catch(complain);
    }),
  );
  title.focus();
};

const actions: Actions = {
  type: (path, value) => {
    const name = String(path.at(-1));
    typed = { ...typed, [name]: value === undefined ? "" : String(value) };
    localStorage.setItem(kept, JSON.stringify(typed));
    /* What was shown is no longer what would be done. */
    changes.replaceChildren();
    clearTimeout(waiting);
    waiting = setTimeout(() => void read(false), pause);
  },
  add: () => undefined,
  insert: () => undefined,
  remove: () => undefined,
  move: () => undefined,
};

const build = (view: StepView) => {
  const remarks = element("div", "of-whole");
  remarks.setAttribute("aria-live", "polite");
  form.replaceChildren(
    ...view.fields.map((field) => fieldOf(field, actions)),
    remarks,
    element(
      "p",
      "order",
      button("Review", () => void read(true)),
      button("Start over", () => {
        localStorage.removeItem(kept);
        location.reload();
      }),
    ),
  );
};

const show = (view: StepView, isAsked: boolean) => {
  heading.textContent = view.heading;
  document.title = `${view.heading} – The desk`;
  about.replaceChildren(...view.about.map((sentence) => element("p", "", sentence)));
  if (form.childElementCount === 0 && view.fields.length > 0) build(view);
  const rest = showRemarks(form, view.remarks);
  form.querySelector(".of-whole")?.replaceChildren(...rest.map(remarkOf));
  say(view.hindrance ?? "");
  if (!isAsked) return;
  showReview(view);
  const wrong = form.querySelector<HTMLElement>("[aria-invalid=true]");
  if (view.review) return;
  if (view.hindrance === undefined) say("Something is missing or wrong; see below.");
  wrong?.focus();
};

/** Has what was typed read, and shows it. */
const read = async (isAsked: boolean) => {
  clearTimeout(waiting);
  if (isAsked && isInTheWay()) return;
  asked += 1;
  const own = asked;
  if (isAsked) say("Looking for everything that changes…");
  try {
    const view = await ask("step", { step, typed, review: isAsked });
    if (own === asked) show(view, isAsked);
  } catch (reason) {
    complain(reason);
  }
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
});
page.classList.add("step");
page.append(about, form, changes);
void read(false);
