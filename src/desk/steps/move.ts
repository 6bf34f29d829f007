import {
  embeddedAnchor,
  everythingPage,
  pagePath,
  questionPath,
  questionsPage,
  topicPath,
} from "../../centre/addresses.ts";
import { requiredFiles } from "../../parse/files.ts";
import { folderId } from "../../schemas/fields.ts";
import { withEdit } from "../store/edit.ts";
import { Refusal } from "../store/refusal.ts";
import { withFormer, withFormerId } from "./former.ts";
import type { Renaming, SitePlace } from "./mend.ts";
import { fileIn, mendedTexts, planOf, soundPlan, type Ground, type Plan } from "./plan.ts";

/** A page or question, and where it goes. */
export interface Move {
  readonly file: string;
  readonly id: string;
  /** The topic of a question. */
  readonly topic?: string;
  /** What stands in the file then; its own text, leading on from where it was, if it is left out. */
  readonly text?: string;
}

/** The folder and the id of a file of prose. */
export const nameOf = (file: string): readonly [folder: string, id: string] => {
  const [folder = "", name = ""] = file.replace(/\.mdx$/, "").split("/");
  return [folder, name];
};

/** Why a file stays where it is; undefined if it may move. */
export const staysPut = (file: string): string | undefined => {
  const [folder] = nameOf(file);
  if (requiredFiles.includes(file)) return "The site needs this page, and has it at this address.";
  if (folder === "pages" || folder === "faq") return undefined;
  return folder === "statements"
    ? "A statement stays at its address: it is kept as it was published."
    : "This is no page or question.";
};

/** The names that a page has at the start of the ids on the page with everything. */
const inEverything = (fragment: string, old: string, id: string): string =>
  fragment === old
    ? id
    : fragment.startsWith(embeddedAnchor(old, ""))
      ? embeddedAnchor(id, fragment.slice(embeddedAnchor(old, "").length))
      : fragment;

/** How places on the site are called once a page has another id. */
export const pagePlaces =
  (old: string, path: string) =>
  (place: SitePlace): SitePlace => {
    const before = pagePath(old);
    return place.path.startsWith(before)
      ? { ...place, path: path + place.path.slice(before.length) }
      : place;
  };

const pageRenaming = (old: string, id: string, site: string | undefined): Renaming => {
  const moved = pagePlaces(old, pagePath(id));
  return {
    site,
    id: (target, name) => (target === "pages" && name === old ? id : name),
    place: (place) =>
      place.path === everythingPage
        ? { ...place, fragment: inEverything(place.fragment, old, id) }
        : moved(place),
  };
};

interface QuestionMove {
  readonly old: string;
  readonly id: string;
  readonly oldTopic: string;
  readonly topic: string;
}

const questionRenaming = (
  { content }: Ground,
  { old, id, oldTopic, topic }: QuestionMove,
): Renaming => {
  const former = content.prose.pages.find((page) => page.id === "faq")?.data.formerly ?? [];
  const questions = [questionsPage, ...former.map(pagePath)];
  const inParts = embeddedAnchor("faq", old);
  return {
    site: content.site.center?.url,
    id: (target, name) => (target === "faq" && name === old ? id : name),
    place: (place) => {
      const { path, fragment } = place;
      if (path === questionPath(old)) return { ...place, path: questionPath(id) };
      if (path === everythingPage && fragment === inParts)
        return { path, fragment: embeddedAnchor("faq", id) };
      if (fragment !== old) return place;
      if (path === topicPath(oldTopic)) return { path: topicPath(topic), fragment: id };
      return questions.includes(path) ? { path, fragment: id } : place;
    },
  };
};

const planPage = async (
  ground: Ground,
  { file, id, text: given }: Move,
  old: string,
): Promise<Plan> => {
  const { text } = fileIn(ground, file);
  const texts = mendedTexts(ground, pageRenaming(old, id, ground.content.site.center?.url), [old]);
  const own = texts.get(file) ?? text;
  texts.set(file, given ?? leadingOn(file, own, old, id));
  const title = ground.content.prose.pages.find((page) => page.id === old)?.data.title ?? old;
  const moved = `Moved “${title}” from ${pagePath(old)} to ${pagePath(id)}.`;
  return planOf(ground, moved, texts, [id, old], { file, to: `pages/${id}.mdx` });
};

/** A file with its old id under `formerly`, unless that never could be an address. */
const leadingOn = (file: string, text: string, old: string, id: string) =>
  old !== id && folderId.safeParse(old).success ? withFormer(file, text, old, id) : text;

const planQuestion = async (ground: Ground, move: Move, old: string): Promise<Plan> => {
  const { faq } = ground.content.prose;
  const { file, id } = move;
  const { text } = fileIn(ground, file);
  const question = faq.find((other) => other.id === old)?.data;
  const oldTopic = question?.topic ?? "";
  const topic = move.topic ?? oldTopic;
  const renaming = questionRenaming(ground, { old, id, oldTopic, topic });
  const texts = mendedTexts(ground, renaming, [old]);
  const page = "pages/faq.mdx";
  const pageText = texts.get(page) ?? ground.opened.get(page)?.text;
  if (old !== id && pageText !== undefined) {
    const led = withFormerId(page, pageText, old, id, false);
    if (led !== pageText) texts.set(page, led);
  }
  const led = leadingOn(file, texts.get(file) ?? text, old, id);
  texts.set(file, move.text ?? (topic === oldTopic ? led : inTopic(ground, file, led, topic)));
  const name = `“${question?.question ?? old}”`;
  const titleOf = (topic: string) =>
    ground.content.facts.topics.find((other) => other.id === topic)?.title ?? topic;
  const steps = [
    ...(old === id ? [] : [`from ${old} to ${id}`]),
    ...(topic === oldTopic ? [] : [`into “${titleOf(topic)}”`]),
  ];
  return planOf(
    ground,
    `Moved ${name} ${steps.join(", and ")}.`,
    texts,
    [id, old],
    old === id ? undefined : { file, to: `faq/${id}.mdx` },
  );
};

/** A question as the last of a topic. */
const inTopic = ({ content }: Ground, file: string, text: string, topic: string): string => {
  const orders = content.prose.faq
    .filter(({ data }) => data.topic === topic)
    .map(({ data }) => data.order ?? 0);
  const placed = withEdit(file, text, { kind: "set", path: ["topic"], value: topic });
  const order = Math.max(0, ...orders) + 1;
  return withEdit(file, placed, { kind: "set", path: ["order"], value: order });
};

/**
 * Plans to move a page to another address, or a question to another id or topic. The id has been
 * judged before.
 * @throws {Refusal} if it cannot be moved
 */
export const planMove = async (ground: Ground, move: Move): Promise<Plan> => {
  const stays = staysPut(move.file);
  if (stays !== undefined) throw new Refusal(stays);
  const [folder, old] = nameOf(move.file);
  return soundPlan(
    await (folder === "pages" ? planPage(ground, move, old) : planQuestion(ground, move, old)),
  );
};
