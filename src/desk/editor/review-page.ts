import { element } from "../../components/element.ts";
import { Refused, asSentence, ask, sentenceOf } from "../ask.ts";
import { conflictAddress } from "../conflict/address.ts";
import { button, link } from "./controls.ts";
import { differenceOf } from "./difference-block.ts";
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
import "./keep-page.ts";
import type { Saved } from "../answers.ts";
import type { OpenedFile } from "../store/files.ts";

/* The page that shows, word by word, what saving would change. Saving alone writes anything. */

const page = document.querySelector<HTMLElement>("[data-editor]") ?? document.body;
const status = page.querySelector<HTMLElement>("[role=status]") ?? element("p", "");
const list = element("div", "changes");

const remarksOf = ({ issues }: Saved): HTMLElement | string => {
  if (issues.length === 0) return "";
  const found = element("ul", "");
  for (const { message, line } of issues)
    found.append(element("li", "", `Line ${String(line)}: ${message}`));
  return element("div", "", element("p", "", "The check says of this file:"), found);
};

/** What became of each file, in sentences. */
const outcomeOf = (saved: readonly Saved[]): string => {
  const written = saved.filter(({ kind }) => kind === "saved").length;
  const isChanged = saved.some(({ kind }) => kind === "conflict");
  return [
    ...(isChanged
      ? ["Somebody else has changed a file meanwhile. Nothing of it was overwritten; see below."]
      : []),
    ...saved.flatMap((result) => (result.kind === "refused" ? [asSentence(result.reason)] : [])),
    ...(written > 0 || saved.length === 0
      ? [`Saved: ${String(written)} file${written === 1 ? "" : "s"}.`]
      : []),
  ].join(" ");
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
  await show();
  status.replaceChildren(outcomeOf(saved), ...saved.map(remarksOf));
  document.getElementById("main-heading")?.focus();
};

const told = (reason: unknown) => {
  status.textContent = sentenceOf(reason);
};

const saving = (drafts: readonly Draft[]) => {
  status.textContent = "Saving…";
  save(drafts).catch(told);
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
const conflictOf = (draft: Draft, now: OpenedFile): readonly HTMLElement[] => {
  const choose = link(conflictAddress(draft.file), "Choose what holds");
  choose.setAttribute("aria-label", `Choose what holds: ${draft.file}`);
  return [
    element(
      "p",
      "error",
      "Somebody else has changed this file since you opened it. What they changed:",
    ),
    differenceOf(`What others changed in ${draft.file}`, draft.before, now.text),
    element("p", "order", choose),
  ];
};

/** What a draft changes in its file; nothing where the file has it all, as after a save. */
const sectionOf = async (draft: Draft): Promise<readonly HTMLElement[]> => {
  const section = element("section", "", element("h2", "", draft.file));
  const now = await ask("open", { file: draft.file }).catch((reason: unknown) => {
    if (reason instanceof Refused) return reason;
    throw reason;
  });
  const { file, before, text } = draft;
  if (!(now instanceof Refused) && now.text === text) {
    forgetDraft(file);
    return [];
  }
  /* A file that is gone must not keep the others from being shown. */
  if (now instanceof Refused)
    section.append(
      element("p", "error", sentenceOf(now)),
      differenceOf(`What you have changed in ${file}`, before, text),
    );
  else if (now.hash !== draft.hash) section.append(...conflictOf(draft, now));
  else section.append(differenceOf(`What changes in ${file}`, now.text, text));
  section.append(element("p", "order", link(editAddress(file), "Edit"), " ", discard(draft)));
  return [section];
};

const show = async () => {
  const drafts = await settledDrafts(told);
  const sections = (await Promise.all(drafts.map(sectionOf))).flat();
  const all = button("Save", () => {
    saving(allDrafts());
  });
  list.replaceChildren(
    ...(sections.length === 0 ? [element("p", "", "Everything is saved.")] : [...sections, all]),
  );
};

page.append(list);
onOtherTab(() => void show());
show().catch(told);
