/* What was chosen and written on the page of a conflict is kept by the browser, as drafts are. */

/** What was chosen at a place. */
export interface KeptChoice {
  /** What it was chosen of: where that has changed, it must be chosen again. */
  readonly of: string;
  readonly choice: string;
  readonly words: string;
}

const prefix = "desk-choices:";

/** What was chosen in a file, by the keys of its places. */
export const keptChoices = (file: string): ReadonlyMap<string, KeptChoice> =>
  new Map(
    Object.entries(
      JSON.parse(localStorage.getItem(prefix + file) ?? "{}") as Record<string, KeptChoice>,
    ),
  );

export const keepChoice = (file: string, key: string, choice: KeptChoice): void => {
  const choices = new Map(keptChoices(file)).set(key, choice);
  localStorage.setItem(prefix + file, JSON.stringify(Object.fromEntries(choices)));
};

export const forgetChoices = (file: string): void => {
  localStorage.removeItem(prefix + file);
};
