import type { Edit } from "../store/edit.ts";
import { withLineBreaks } from "../store/passages.ts";
import { isSamePath } from "./paths.ts";
import { Refused, ask, sentenceOf } from "../ask.ts";
import { allDrafts, draftOf, forgetDraft, keepDraft, stillTyped, type Draft } from "./drafts.ts";
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
    const draft = kept ?? { ...opened, before: opened.text, typed: [] };
    const session = new Session(draft, at, listener);
    if (kept && kept.hash !== opened.hash && kept.text === opened.text) forgetDraft(file);
    await session.#inTurn(() =>
      kept && kept.typed.length > 0 ? session.#readTyped(false) : session.#perform([], false),
    );
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
    const placeOf = (typed: Edit) => ("path" in typed ? typed.path : ["body"]);
    const others = this.#current().typed.filter(
      (typed) => !isSamePath(placeOf(typed), placeOf(edit)),
    );
    this.#keep({ ...this.#current(), typed: [...others, edit] });
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#inTurn(() => this.#readTyped(true)), pause);
  }

  /** Changes more than a single value, so that the page is built anew. */
  change(edits: readonly Edit[], at: number | undefined = this.#at): Promise<void> {
    return this.#inTurn(async () => {
      await this.#readTyped(true);
      this.#at = at;
      await this.#perform(edits, false);
    });
  }

  /** Replaces the whole text, as it was typed. */
  typeWhole(typed: string): void {
    const { text } = this.#current();
    this.#take(withLineBreaks(text, typed), text);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#inTurn(() => this.#perform([], true)), pause);
  }

  /** Goes back to what the file was before the last change. */
  undo(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#readTyped(true);
      const before = this.#past.pop();
      if (before === undefined) return;
      this.#keep({ ...this.#current(), text: before });
      await this.#perform([], false);
    });
  }

  /** Shows the file again, since another tab has changed it or it was saved. */
  async reload(): Promise<void> {
    const kept = draftOf(this.#draft.file);
    if (!kept) {
      const opened = await ask("open", { file: this.#draft.file });
      this.#draft = { ...opened, before: opened.text, typed: [] };
    }
    await this.#inTurn(() => this.#perform([], false));
  }

  /** The draft as any tab has left it. */
  #current(): Draft {
    return draftOf(this.#draft.file) ?? this.#draft;
  }

  #keep(draft: Draft): void {
    this.#draft = draft;
    keepDraft(draft);
    this.#listener.count();
  }

  #take(text: string, before: string): void {
    if (text !== before) this.#past.push(before);
    this.#keep({ ...this.#current(), text });
  }

  #sent(text: string) {
    const { file } = this.#draft;
    const unsaved = allDrafts()
      .filter((draft) => draft.file !== file)
      .map(({ file, text }) => ({ file, text }));
    return { file, text, unsaved, ...(this.#at === undefined ? {} : { at: this.#at }) };
  }

  async #readTyped(isTyped: boolean): Promise<void> {
    clearTimeout(this.#waiting);
    const { typed } = this.#current();
    if (typed.length === 0) return;
    try {
      await this.#perform(typed, isTyped);
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      /* What cannot be written must not keep all else from it. */
      this.#keep({ ...this.#current(), typed: [] });
      await this.#perform([], true);
      throw reason;
    }
  }

  async #perform(edits: readonly Edit[], isTyped: boolean): Promise<void> {
    const { text } = this.#current();
    const edited = await ask("edit", { ...this.#sent(text), edits });
    const { typed } = this.#current();
    /* What was typed while the server was asked is still to be read. */
    this.#keep({ ...this.#current(), typed: stillTyped(typed, edits) });
    this.#take(edited.text, text);
    this.#listener.show(edited.view, isTyped);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch((reason: unknown) => {
      this.#listener.refuse(sentenceOf(reason));
    });
    return this.#turn;
  }
}
