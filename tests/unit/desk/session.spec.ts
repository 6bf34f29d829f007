import { expect, test } from "@playwright/test";
import { draftOf, settledDrafts } from "../../../src/desk/editor/drafts.ts";
import { Session } from "../../../src/desk/editor/session.ts";
import { withEdit, type Edit } from "../../../src/desk/store/edit.ts";

/* A tab is a session here: what the browser keeps is shared, and the preview is asked for its answers. */

const file = "facts/providers.yaml";
const saved = "- id: a\n  name: A\n- id: b\n  name: B\n- id: c\n  name: C\n";
const path = (at: number) => [at, "name"];
const set = (at: number, value: string): Edit => ({ kind: "set", path: path(at), value });
const up = (at: number): Edit => ({ kind: "move", path: [at], to: at - 1 });

/** What the preview is asked while it is busy; it answers when it is let. */
let waiting: (() => void)[] = [];
let isBusy = false;
let refused: string[] = [];
const refuse = (reason: unknown) => refused.push(String(reason));

const answerTo = (name: string, sent: { text: string; edits: readonly Edit[] }): unknown => {
  if (name === "open") return { file, text: saved, hash: "1" };
  try {
    const text = sent.edits.reduce((before, edit) => withEdit(file, before, edit), sent.text);
    return { text, view: {} };
  } catch (reason) {
    return { refused: (reason as Error).message };
  }
};

const letAnswer = async () => {
  for (const answer of waiting) answer();
  waiting = [];
  await new Promise((turn) => setTimeout(turn, 5));
};

const open = () =>
  Session.open(file, undefined, {
    show: () => undefined,
    refuse,
    count: () => undefined,
  });

const { fetch: original } = globalThis;

test.afterAll(() => {
  Object.assign(globalThis, { fetch: original });
  Reflect.deleteProperty(globalThis, "localStorage");
});

test.beforeEach(() => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      kept.set(key, value);
      Object.assign(storage, { [key]: value });
    },
    removeItem: (key: string) => {
      kept.delete(key);
      Reflect.deleteProperty(storage, key);
    },
  };
  [waiting, isBusy, refused] = [[], false, []];
  Object.assign(globalThis, {
    localStorage: storage,
    fetch: async (address: string, { body = "{}" }: { body?: string } = {}) => {
      const name = address.replace(/^\/desk\/|\.json$/g, "");
      if (isBusy && name === "edit") await new Promise<void>((answer) => waiting.push(answer));
      const answer = name === "token" ? {} : answerTo(name, JSON.parse(body) as never);
      return { ok: true, json: () => Promise.resolve(answer) };
    },
  });
});

test("a button that was pressed is kept before the preview has answered", async () => {
  const session = await open();
  isBusy = true;
  session.type(set(2, "Third"));
  void session.change([up(2)]);
  /* The page is left here, and another looks at what was kept. */
  isBusy = false;
  const moved = saved.replace(
    /- id: b\n.*\n- id: c\n.*\n/,
    "- id: c\n  name: Third\n- id: b\n  name: B\n",
  );
  const [draft] = await settledDrafts(refuse);
  expect(draft).toMatchObject({ text: moved, typed: [], pressed: [] });
  expect((await open()).text).toBe(moved);
});

test("what was pressed is done by the page that is opened next", async () => {
  const session = await open();
  isBusy = true;
  void session.change([{ kind: "remove", path: [0] }]);
  isBusy = false;
  expect((await open()).text).toBe(saved.replace("- id: a\n  name: A\n", ""));
});

test("what is typed or pressed while a button is answered means what the page showed", async () => {
  const session = await open();
  isBusy = true;
  const pressed = session.change([up(2)]);
  await letAnswer();
  void session.change([up(2)]);
  session.type(set(2, "Third"));
  isBusy = false;
  await letAnswer();
  await pressed;
  expect(session.text.match(/name: .*/g)).toEqual(["name: A", "name: Third", "name: B"]);
});

test("what another tab has changed meanwhile is kept", async () => {
  const session = await open();
  const other = await open();
  isBusy = true;
  const shown = session.reload();
  await letAnswer();
  isBusy = false;
  other.type(set(0, "First"));
  await other.change([]);
  await letAnswer();
  await shown;
  expect(draftOf(file)?.text).toContain("name: First");
  expect(session.text).toContain("name: First");
  expect(session.canUndo).toBe(false);
});

test("what cannot be written keeps nothing else from it", async () => {
  const session = await open();
  await session.change([{ kind: "move", path: [9], to: 8 }]);
  expect(refused).toHaveLength(1);
  await session.change([up(1)]);
  expect(session.text).toMatch(/^- id: b\n/);
});

test("what cannot be written keeps no other file from being settled", async () => {
  const session = await open();
  session.type(set(9, "Nowhere"));
  await session.change([]);
  refused = [];
  session.type(set(9, "Nowhere"));
  const [draft] = await settledDrafts(refuse);
  expect(refused).toHaveLength(1);
  expect(draft).toMatchObject({ text: saved, typed: [set(9, "Nowhere")] });
});

test("where the browser has no room for what is typed, that is said", async () => {
  const session = await open();
  localStorage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  session.type(set(0, "First"));
  expect(refused).toEqual([expect.stringContaining("no more room")]);
});

test("a whole text is kept as it was typed last", async () => {
  const session = await open();
  session.typeWhole("- id: a\n");
  await new Promise((pause) => setTimeout(pause, 360));
  isBusy = true;
  const shown = session.reload();
  await letAnswer();
  session.typeWhole("- id: ab\n");
  isBusy = false;
  await letAnswer();
  await shown;
  expect(draftOf(file)?.text).toBe("- id: ab\n");
});
