import { element } from "../../components/element.ts";
import type { FieldPath } from "../../schemas/introspection.ts";
import { ask, sentenceOf } from "../ask.ts";
import { PageBeside } from "../beside/frame.ts";
import { followFile } from "../conflict/notice.ts";
import { confirmationOf, today } from "./confirmations.ts";
import { button, fieldOf, idOf, link, remarkOf, showRemarks, type Actions } from "./controls.ts";
import { allDrafts, onOtherTab } from "./drafts.ts";
import { editAddress } from "./paths.ts";
import "./keep-page.ts";
import { proseOf } from "./prose.ts";
import { Session } from "./session.ts";
import { putCaretAt } from "./text-area.ts";
import type { View } from "./view.ts";

/* The page that edits a file, or one record of it. */

const address = new URLSearchParams(location.search);
const file = address.get("file") ?? "";
const page = document.querySelector<HTMLElement>("[data-editor]") ?? document.body;
const form = element("form", "editor");
const heading = page.querySelector("h1") ?? element("h1", "");
const status = page.querySelector<HTMLElement>("[role=status]") ?? element("p", "");
const bar = element("div", "save-bar");
bar.id = "save-bar";
bar.tabIndex = -1;
const beside = new PageBeside(file);
let session: Session | undefined;

/** Says something until the next change. */
const say = (words: string) => {
  status.textContent = words;
};

const showBar = () => {
  const drafts = allDrafts();
  const count = `${String(drafts.length)} file${drafts.length === 1 ? "" : "s"}`;
  const words =
    drafts.length === 0
      ? "Everything is saved."
      : `Not saved yet: ${count}. What you typed is kept in this browser.`;
  const undo = button("Undo", () => void session?.undo());
  undo.disabled = session?.canUndo !== true;
  const isFocused = bar.contains(document.activeElement);
  bar.replaceChildren(element("p", "", words), undo);
  if (drafts.length > 0) bar.append(link("/desk/review/", "Review and save"));
  if (isFocused) undo.focus();
};

/** Moves to a place once the page has been built anew. */
let nextFocus: string | undefined;

const change = (edits: Parameters<Session["change"]>[0], focus: string, at?: number) => {
  nextFocus = focus;
  void session?.change(edits, at);
};

const actions: Actions = {
  type: (path, value) => {
    session?.type({ kind: "set", path, value: value ?? null });
  },
  add: (path, value) => {
    change([{ kind: "set", path, value }], idOf(path));
  },
  insert: (path, value) => {
    change([{ kind: "insert", path, value }], idOf(path));
  },
  remove: (path) => {
    change([{ kind: "remove", path }], idOf(path.slice(0, -1)));
  },
  move: (path, to) => {
    change([{ kind: "move", path, to }], idOf([...path.slice(0, -1), to]));
  },
};

/** Deletes a record, unless something elsewhere needs it. */
const deleteRecord = async (path: FieldPath) => {
  if (!session) return;
  const unsaved = allDrafts()
    .filter((draft) => draft.file !== file)
    .map(({ file, text }) => ({ file, text }));
  const { reasons } = await ask("removal", { file, text: session.text, unsaved, path });
  if (reasons.length === 0) {
    await session.change([{ kind: "remove", path }], undefined);
    location.assign(editAddress(file));
    return;
  }
  const list = element("ul", "");
  for (const { file, message } of reasons)
    list.append(element("li", "", message, " ", link(editAddress(file), "Edit")));
  const told = element(
    "div",
    "refused",
    element(
      "p",
      "",
      "It cannot be deleted, since something else would be wrong then. Change this first:",
    ),
    list,
  );
  told.tabIndex = -1;
  form.querySelector(".refused")?.remove();
  form.append(told);
  told.focus();
};

const recordsOf = ({ records, listPath = [], blank }: View): HTMLElement => {
  const list = element("ol", "records");
  records.forEach(({ id, title, at }) => {
    const path = [...listPath, at];
    const row = element("li", "", link(editAddress(file, id === "" ? at : id), title));
    const order = element("span", "order");
    const move = (words: string, to: number) => {
      order.append(
        button(
          words,
          () => {
            actions.move(path, to);
          },
          `Move ${words.toLowerCase()}: ${title}`,
        ),
      );
    };
    if (at > 0) move("Up", at - 1);
    if (at < records.length - 1) move("Down", at + 1);
    row.append(" ", order);
    row.id = idOf(path);
    list.append(row);
  });
  const section = element("section", "", element("h2", "", "Records"), list);
  section.append(
    button("Add a record", () => {
      void session
        ?.change([{ kind: "insert", path: [...listPath, records.length], value: blank }])
        .then(() => {
          location.assign(editAddress(file, records.length));
        });
    }),
  );
  return section;
};

/** Says that somebody has read the whole today. */
const readThrough = () =>
  button("I read it through today", () => {
    const value = today();
    change([{ kind: "set", path: ["lastReviewed"], value }], idOf(["lastReviewed"]));
  });

const shownOn = ({ shownOn }: View): HTMLElement | string => {
  if (shownOn.length === 0) return "";
  const list = element("ul", "");
  for (const { href, title } of shownOn) list.append(element("li", "", link(href, title)));
  return element("section", "", element("h2", "", "Shown on"), list);
};

/** An id for a record without one, once its title has been typed. */
const offerId = (view: View) => {
  const path = [...(view.listPath ?? []), session?.at ?? 0, "id"];
  const control = document.getElementById(idOf(path));
  if (view.proposedId === undefined || !(control instanceof HTMLInputElement)) return;
  const id = view.proposedId;
  const place = document.getElementById(`${idOf(path)}-remarks`);
  place?.append(
    button(`Take ${id}`, () => {
      change([{ kind: "set", path, value: id }], idOf(path));
    }),
  );
};

const whole = (view: View): HTMLElement => {
  const area = element("textarea", "whole");
  area.id = "whole";
  area.rows = 24;
  area.spellcheck = false;
  area.value = (session?.text ?? "").replaceAll(/\r\n?/g, "\n");
  area.addEventListener("input", () => {
    session?.typeWhole(area.value);
  });
  const label = element("label", "", "The whole file");
  label.htmlFor = "whole";
  return element("div", "", element("p", "", view.unreadable ?? ""), label, area);
};

let isWhole = false;

const showWords = (view: View) => {
  const rest = showRemarks(form, view.remarks);
  const place = form.querySelector(".of-whole");
  const words = rest.map((remark) => {
    const shown = remarkOf(remark);
    if (view.unreadable !== undefined) shown.append(` (line ${String(remark.line)})`);
    return shown;
  });
  if (place && place.textContent !== words.map(({ textContent }) => textContent).join(""))
    place.replaceChildren(...words);
  offerId(view);
};

const build = (view: View) => {
  const remarks = element("div", "of-whole");
  remarks.setAttribute("aria-live", "polite");
  const isRecord = session?.at !== undefined;
  const parts: (HTMLElement | string)[] = [remarks];
  if (view.listTitle !== undefined)
    parts.unshift(element("p", "", "In: ", link(editAddress(file), view.listTitle)));
  isWhole = view.unreadable !== undefined;
  if (isWhole) parts.push(whole(view));
  else {
    if (isRecord || view.listPath === undefined)
      parts.push(...view.confirmations.map((open) => confirmationOf(open, change)));
    parts.push(...view.fields.map((field) => fieldOf(field, actions)));
    if (view.fields.some(({ path }) => path.join() === "lastReviewed")) parts.push(readThrough());
    if (view.body !== undefined && session)
      parts.push(
        proseOf(view, session, (area) => {
          beside.followCaret(area);
        }),
      );
    if (view.listPath && !isRecord) parts.push(recordsOf(view));
    if (view.listPath && isRecord) {
      const path = [...view.listPath, session?.at ?? 0];
      parts.push(
        button("Delete this record", () => {
          deleteRecord(path).catch((reason: unknown) => {
            say(sentenceOf(reason));
          });
        }),
      );
    }
    if (view.steps.length > 0)
      parts.push(element("p", "order", ...view.steps.map(({ href, words }) => link(href, words))));
    parts.push(shownOn(view));
  }
  form.replaceChildren(...parts);
};

const show = (view: View, isTyped: boolean) => {
  say("");
  heading.textContent = view.title;
  document.title = `${view.title} – The desk`;
  /* A record keeps its address while its id is changed. */
  const record = view.records[session?.at ?? -1];
  if (record) history.replaceState(null, "", editAddress(file, record.id || record.at));
  const active = document.activeElement?.id ?? "";
  if (!isTyped || isWhole !== (view.unreadable !== undefined)) build(view);
  showWords(view);
  showBar();
  if (session?.at !== undefined) beside.followRecord(view.title);
  beside.show(view, session?.at);
  const wanted = document.getElementById(nextFocus ?? (isTyped ? "" : active));
  nextFocus = undefined;
  if (!wanted || wanted === document.activeElement) return;
  const control = wanted.matches("input, select, textarea")
    ? wanted
    : (wanted.querySelector<HTMLElement>("input, select, textarea, button, a") ?? wanted);
  control.focus();
};

/** The position of the record that the address names by its id, or by its position. */
const positionOf = (view: View, record: string): number | undefined => {
  const byId = view.records.find(({ id }) => id === record);
  const at = Number(record);
  return byId?.at ?? (Number.isInteger(at) && at < view.records.length ? at : undefined);
};

/** Puts the caret where the address names a line of the text, as links on the live pages do. */
const goToLine = ({ bodyLine }: View) => {
  const area = form.querySelector<HTMLTextAreaElement>(".prose-text");
  const at = Number(address.get("line") ?? 0) - bodyLine;
  if (!area || !(at >= 0)) return;
  history.replaceState(null, "", editAddress(file));
  putCaretAt(area, at);
};

const start = async () => {
  const record = address.get("record");
  let first: View | undefined;
  const listener = {
    show: (view: View, isTyped: boolean) => {
      first ??= view;
      if (session) show(view, isTyped);
    },
    refuse: say,
    count: showBar,
  };
  session = await Session.open(file, undefined, listener);
  if (!first) return;
  if (record !== null) await session.change([], positionOf(first, record));
  else {
    show(first, false);
    goToLine(first);
  }
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
});
const notice = element("p", "notice");
notice.setAttribute("aria-live", "polite");
page.append(notice, element("div", "workplace", form, beside.element), bar);
followFile(file, notice, () => void session?.reload());
onOtherTab((changed) => {
  showBar();
  void (changed === file ? session?.reload() : beside.update());
});
start().catch((reason: unknown) => {
  say(sentenceOf(reason));
});
