import { element } from "../../components/element.ts";
import type { KeptChoice } from "./kept-choices.ts";

/** A place of a file where one of several versions has to be chosen. */
export interface Place {
  /** Tells it from the others of the file. */
  readonly key: string;
  readonly title: string;
  /** The versions as they are shown, each below its name. */
  readonly versions: readonly { readonly name: string; readonly shown: HTMLElement }[];
  /** What can be chosen, and in which words. */
  readonly options: readonly { readonly choice: string; readonly label: string }[];
  /** What somebody starts from who writes it anew; undefined where that cannot be. */
  readonly words: string | undefined;
  /** What the versions are, by which a choice that was kept can be told to be of them. */
  readonly of: string;
}

/** The choice of other words. */
export const anew = "anew";

/** A place on the page, and what is chosen there. */
export interface ShownPlace {
  readonly place: Place;
  readonly element: HTMLElement;
  /** Undefined until something is chosen. */
  readonly chosen: () => KeptChoice | undefined;
  readonly focus: () => void;
}

const radioOf = (name: string, { choice, label }: Place["options"][number]) => {
  const radio = element("input", "");
  Object.assign(radio, { type: "radio", name, value: choice });
  return { radio, label: element("label", "option", radio, " ", label) };
};

/** Writes the words of a place, starting from those that are there. */
const areaOf = (id: string, title: string, words: string) => {
  const area = element("textarea", "words");
  area.id = id;
  area.rows = 4;
  area.value = words;
  const label = element("label", "", "What is to stand here");
  label.htmlFor = id;
  area.setAttribute("aria-label", `What is to stand here: ${title}`);
  return { area, field: element("div", "anew", label, area) };
};

/**
 * A place with its versions, one below the other, and a choice.
 * @param at its number on the page
 * @param kept what was chosen there before
 * @param keep is told what is chosen now
 */
export const placeOnPage = (
  place: Place,
  at: number,
  kept: KeptChoice | undefined,
  keep: (choice: KeptChoice) => void,
): ShownPlace => {
  const options = [
    ...place.options,
    ...(place.words === undefined ? [] : [{ choice: anew, label: "Something else: I write it" }]),
  ];
  const name = `place-${String(at)}`;
  const radios = options.map((option) => radioOf(name, option));
  const { area, field } = areaOf(`${name}-words`, place.title, kept?.words ?? place.words ?? "");
  const isKept = kept?.of === place.of;
  for (const { radio } of radios) radio.checked = isKept && radio.value === kept.choice;
  const choice = () => radios.find(({ radio }) => radio.checked)?.radio.value;
  const chosen = (): KeptChoice | undefined => {
    const value = choice();
    return value === undefined ? undefined : { of: place.of, choice: value, words: area.value };
  };
  const show = () => {
    field.hidden = choice() !== anew;
  };
  const set = element(
    "fieldset",
    "place",
    element("legend", "", place.title),
    ...place.versions.flatMap(({ name, shown }) => [element("p", "version", name), shown]),
    ...radios.map(({ label }) => label),
    field,
  );
  set.addEventListener("input", () => {
    show();
    const now = chosen();
    if (now) keep(now);
  });
  show();
  return {
    place,
    element: set,
    chosen,
    focus: () => {
      radios[0]?.radio.focus();
    },
  };
};
