import { element } from "../../components/element.ts";
import { heard, wordDifference, type Stretch } from "../word-difference.ts";
import { ask, sentenceOf } from "../ask.ts";
import { button } from "./controls.ts";
import {
  allDrafts,
  draftOf,
  forgetDraft,
  keepDraft,
  onOtherTab,
  settledDrafts,
  type Draft,
} from "./drafts.ts";
import { editAddress } from "./paths.ts";
import type { Saved } from "../answers.ts";
import type { OpenedFile } from "../store/files.ts";

/* The page that shows, word by word, what saving would change. Saving alone writes anything. */

const page = document.querySelector<HTMLElement>("[data-editor]") ?? document.body;
const status = page.querySelector<HTMLElement>("[role=status]") ?? element("p", "");
const list = element("div", "changes");

/** How many characters are shown before and after a change. */
const around = 120;

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  const [head, tail] = [
    text.slice(0, isFirst ? 0 : around),
    text.slice(isLast ? text.length : -around),
  ];
  return text.length <= head.length + tail.length + 20
    ? text
    : [head, "…", tail].filter((part) => part !== "").join("\n");
};

const changed = (kind: "added" | "removed", text: string): HTMLElement =>
  element(
    kind === "added" ? "ins" : "del",
    "",
    element("span", "visually-hidden", `${heard[kind]} `),
    text,
  );

/** What changes in a text, under a name that no other part of the page has. */
const differenceOf = (name: string, before: string, after: string): HTMLElement => {
  const stretches = wordDifference(before, after);
  const shown = stretches.map(({ kind, text }: Stretch, at) =>
    kind === "kept" ? shortened(text, at === 0, at === stretches.length - 1) : changed(kind, text),
  );
  const block = element("pre", "difference", ...shown);
  /* It scrolls where a word is longer than the screen, so it must be reached by the keyboard. */
  block.tabIndex = 0;
  block.setAttribute("role", "region");
  block.setAttribute("aria-label", name);
  return block;
};

/* The preview loads its pages anew once something was saved, this one among them. */
const lastOutcome = "desk-outcome";

/** Says again what became of the last save, if that was only just now. */
const repeatOutcome = () => {
  const kept = JSON.parse(sessionStorage.getItem(lastOutcome) ?? "{}") as {
    outcome?: string;
    at?: number;
  };
  if (Date.now() - (kept.at ?? 0) < 10_000) status.textContent = kept.outcome ?? "";
};

const remarksOf = ({ issues }: Saved): HTMLElement | string => {
  if (issues.length === 0) return "";
  const found = element("ul", "");
  for (const { message, line } of issues)
    found.append(element("li", "", `Line ${String(line)}: ${message}`));
  return element("div", "", element("p", "", "The check says of this file:"), found);
};

const editLink = ({ file }: Draft) => {
  const link = element("a", "", "Edit");
  link.href = editAddress(file);
  return link;
};

const save = async (drafts: readonly Draft[]) => {
  const files = drafts.map(({ file, text, hash }): OpenedFile => ({ file, text, hash }));
  const saved = await ask("save", { files });
  for (const result of saved) {
    const draft = draftOf(result.file);
    const sent = drafts.find(({ file }) => file === result.file);
    if (result.kind !== "saved" || !draft || !sent) continue;
    /* What was typed in another tab meanwhile is still to be saved. */
    keepDraft({ ...draft, hash: result.hash, before: sent.text });
  }
  const conflicts = saved.filter(({ kind }) => kind === "conflict").length;
  const outcome =
    conflicts > 0
      ? "Somebody else has changed a file meanwhile. Nothing of it was overwritten; see below."
      : `Saved: ${String(saved.length)} file${saved.length === 1 ? "" : "s"}.`;
  sessionStorage.setItem(lastOutcome, JSON.stringify({ outcome, at: Date.now() }));
  await show();
  status.replaceChildren(outcome, ...saved.map(remarksOf));
  document.getElementById("main-heading")?.focus();
};

const saving = (drafts: readonly Draft[]) => {
  status.textContent = "Saving…";
  save(drafts).catch((reason: unknown) => {
    status.textContent = sentenceOf(reason);
  });
};

const discard = (draft: Draft) =>
  button(
    "Discard these changes",
    () => {
      forgetDraft(draft.file);
      void show();
    },
    `Discard these changes: ${draft.file}`,
  );

/** A file that somebody else has changed since it was opened. */
const conflictOf = (draft: Draft, now: OpenedFile): readonly (HTMLElement | string)[] => [
  element(
    "p",
    "error",
    "Somebody else has changed this file since you opened it. What they changed:",
  ),
  differenceOf(`What others changed in ${draft.file}`, draft.before, now.text),
  element("p", "", "What would change in their version if yours is taken whole:"),
  differenceOf(`What would change in ${draft.file}`, now.text, draft.text),
  button("Take mine whole", () => {
    keepDraft({ ...draft, hash: now.hash, before: now.text });
    void show();
  }),
];

const sectionOf = async (draft: Draft): Promise<HTMLElement> => {
  const section = element("section", "", element("h2", "", draft.file));
  const now = await ask("open", { file: draft.file });
  if (now.hash !== draft.hash) section.append(...conflictOf(draft, now));
  else section.append(differenceOf(`What changes in ${draft.file}`, now.text, draft.text));
  section.append(element("p", "order", editLink(draft), " ", discard(draft)));
  return section;
};

const show = async () => {
  const drafts = await settledDrafts();
  const sections = await Promise.all(drafts.map(sectionOf));
  const all = button("Save", () => {
    saving(allDrafts());
  });
  list.replaceChildren(
    ...(drafts.length === 0 ? [element("p", "", "Everything is saved.")] : [...sections, all]),
  );
};

page.append(list);
repeatOutcome();
onOtherTab(() => void show());
show().catch((reason: unknown) => {
  status.textContent = sentenceOf(reason);
});
