import type { Edit } from "../store/edit.ts";
import { withLineBreaks } from "../store/passages.ts";
import { isSamePath } from "./paths.ts";
import { Refused, ask, sentenceOf } from "../ask.ts";
import {
  allDrafts,
  draftOf,
  keepDraft,
  newDraft,
  without,
  type Draft,
  type Waiting,
} from "./drafts.ts";
import type { View } from "./view.ts";

/** How long (ms) somebody may pause in typing before what was typed is read. */
const pause = 350;

/** What a session tells the page. */
export interface Listener {
  /** The file is as the view says; what is typed at the moment is in it. */
  readonly show: (view: View, isTyped: boolean) => void;
  /** Something was not done, and why. */
  readonly refuse: (sentence: string) => void;
  /** Whether the file, and how many files, have unsaved changes. */
  readonly count: () => void;
}

/** A file that is worked on in this tab. Each change is kept by the browser before anything else. */
export class Session {
  readonly #listener: Listener;
  #draft: Draft;
  #at: number | undefined;
  #past: string[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();

  private constructor(draft: Draft, at: number | undefined, listener: Listener) {
    this.#draft = draft;
    this.#at = at;
    this.#listener = listener;
  }

  /** Opens a file, with what was typed into it before and not saved. */
  static async open(file: string, at: number | undefined, listener: Listener): Promise<Session> {
    const opened = await ask("open", { file });
    const kept = draftOf(file);
    /* Where somebody else has written the same meanwhile, it goes on from there. */
    const draft =
      kept?.text === opened.text
        ? { ...kept, ...opened, before: opened.text }
        : (kept ?? newDraft(opened));
    const session = new Session(draft, at, listener);
    keepDraft(draft);
    await session.#inTurn(async () => {
      if (!(await session.#settle(false))) await session.#perform(undefined, false);
    });
    return session;
  }

  get file(): string {
    return this.#draft.file;
  }

  get text(): string {
    return this.#draft.text;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Which record of the file the page shows. */
  get at(): number | undefined {
    return this.#at;
  }

  /** What is typed is kept at once, and read when the typing pauses. */
  type(edit: Edit): void {
    const draft = this.#current();
    const placeOf = (typed: Edit) => ("path" in typed ? typed.path : ["body"]);
    const others = draft.typed.filter((typed) => !isSamePath(placeOf(typed), placeOf(edit)));
    this.#keep({ ...draft, typed: [...others, edit] });
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#inTurn(() => this.#settle(true)), pause);
  }

  /**
   * Changes more than a single value, so that the page is built anew. Until it is, its places are those
   * before the change: what is pressed once more, as by a double click, is not meant for another place.
   */
  change(edits: readonly Edit[], at: number | undefined = this.#at): Promise<void> {
    const draft = this.#current();
    if (draft.pressed.length === 0 && edits.length > 0) this.#keep({ ...draft, pressed: edits });
    return this.#inTurn(async () => {
      this.#at = at;
      if (!(await this.#settle(false))) await this.#perform(undefined, false);
    });
  }

  /** Replaces the whole text, as it was typed. */
  typeWhole(typed: string): void {
    const draft = this.#current();
    this.#take({ ...draft, text: withLineBreaks(draft.text, typed) });
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(
      () => void this.#inTurn(() => this.#perform(undefined, true)),
      pause,
    );
  }

  /** Goes back to what the file was before the last change. */
  undo(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#settle(true);
      const before = this.#past.pop();
      if (before === undefined) return;
      this.#keep({ ...this.#current(), text: before });
      await this.#perform(undefined, false);
    });
  }

  /** Shows the file again, since another tab has changed it or it was saved. */
  async reload(): Promise<void> {
    /* To go back now would undo what the other tab has done, too. */
    this.#past = [];
    const kept = draftOf(this.#draft.file);
    if (!kept) {
      const opened = await ask("open", { file: this.#draft.file });
      this.#draft = newDraft(opened);
    }
    await this.#inTurn(() => this.#perform(undefined, false));
  }

  /** The draft as any tab has left it. */
  #current(): Draft {
    return draftOf(this.#draft.file) ?? this.#draft;
  }

  #keep(draft: Draft): void {
    this.#draft = draft;
    try {
      keepDraft(draft);
    } catch {
      this.#listener.refuse(
        "This browser has no more room for what is not saved. Copy what you typed last, and save the rest.",
      );
    }
    this.#listener.count();
  }

  /** Keeps a draft whose text can be undone. */
  #take(draft: Draft): void {
    const { text } = this.#current();
    if (draft.text !== text) this.#past.push(text);
    this.#keep(draft);
  }

  #sent(text: string) {
    const { file } = this.#draft;
    const unsaved = allDrafts()
      .filter((draft) => draft.file !== file)
      .map(({ file, text }) => ({ file, text }));
    return { file, text, unsaved, ...(this.#at === undefined ? {} : { at: this.#at }) };
  }

  /**
   * Reads what waits to be: what was typed first, since its places are those before what was pressed.
   * @returns whether anything did
   */
  async #settle(isTyped: boolean): Promise<boolean> {
    clearTimeout(this.#waiting);
    const { typed, pressed } = this.#current();
    if (typed.length > 0) await this.#perform("typed", isTyped && pressed.length === 0);
    if (this.#current().pressed.length > 0) await this.#perform("pressed", false);
    return typed.length + pressed.length > 0;
  }

  async #perform(waiting: Waiting | undefined, isTyped: boolean): Promise<void> {
    const sent = this.#current();
    const edits = waiting ? sent[waiting] : [];
    const edited = await ask("edit", { ...this.#sent(sent.text), edits }).catch(
      async (reason: unknown) => {
        if (!waiting || !(reason instanceof Refused)) throw reason;
        /* What cannot be written must not keep all else from it. */
        this.#keep(without(this.#current(), waiting, edits));
        await this.#perform(undefined, true);
        throw reason;
      },
    );
    const now = this.#current();
    /* Another tab has changed the text while the server was asked, or somebody has typed here. */
    if (now.text !== sent.text || (waiting === "pressed" && now.typed.length > 0)) {
      if (!waiting || !(await this.#settle(isTyped))) await this.#perform(undefined, isTyped);
      return;
    }
    this.#take({ ...without(now, waiting, edits), text: edited.text });
    this.#listener.show(edited.view, isTyped);
  }

  #inTurn(work: () => Promise<unknown>): Promise<void> {
    const done = this.#turn.then(work).then(
      () => undefined,
      (reason: unknown) => {
        this.#listener.refuse(sentenceOf(reason));
      },
    );
    this.#turn = done;
    return done;
  }
}
