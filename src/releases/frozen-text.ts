import { defineHastPlugin, markdownToHtml, type HastPluginEntry } from "satteri";
import { typedTables } from "../markdown/typed-tables.ts";

const fragmentIn = (href: unknown): string | undefined =>
  typeof href === "string" ? /#([a-z0-9-]+)$/.exec(href)?.[1] : undefined;

/** Gives headings the ids that they link to, and links that lead to where they stand. */
const ownHeadings: HastPluginEntry = () => {
  let count = 0;
  const taken = new Set<string>();
  return defineHastPlugin({
    name: "own-headings",
    element: {
      filter: ["h2", "h3", "h4", "h5", "h6"],
      visit: (heading) => {
        const [link] = heading.children;
        const linked =
          link?.type === "element" && link.tagName === "a"
            ? fragmentIn(link.properties["href"])
            : undefined;
        const id = linked !== undefined && !taken.has(linked) ? linked : `part-${String(++count)}`;
        taken.add(id);
        const children =
          link?.type === "element" && link.tagName === "a" ? link.children : heading.children;
        return {
          ...heading,
          properties: { id },
          children: [{ type: "element", tagName: "a", properties: { href: `#${id}` }, children }],
        };
      },
    },
  });
};

type Child = Readonly<{ type: string; value?: unknown }>;

const isLink = (child: Child): boolean => "tagName" in child && child.tagName === "a";
const saysNothing = ({ type, value }: Child): boolean =>
  type === "text" && !/[\p{L}\p{N}]/u.test(String(value));

/** Marks the links that stand alone, without running text around them: a thumb needs room for them. */
const linksAlone: HastPluginEntry = () =>
  defineHastPlugin({
    name: "links-alone",
    element: {
      filter: ["dd", "li", "p", "td"],
      visit: (block) =>
        block.children.some(isLink) &&
        block.children.every((child) => isLink(child) || saysNothing(child))
          ? {
              ...block,
              children: block.children.map((child) =>
                child.type === "element" && child.tagName === "a"
                  ? { ...child, properties: { ...child.properties, class: "alone" } }
                  : child,
              ),
            }
          : undefined,
    },
  });

/** A text as it was released as HTML, without its title. */
export const frozenText = async (markdown: string): Promise<string> => {
  const { html } = await markdownToHtml(markdown.replace(/^# .*\n+/, ""), {
    features: { gfm: true, smartPunctuation: false },
    hastPlugins: [ownHeadings, linksAlone, typedTables],
  });
  return html;
};
