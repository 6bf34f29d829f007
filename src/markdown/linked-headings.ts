import { satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { defineHastPlugin, type HastPluginEntry } from "satteri";
import { HeadingIds } from "../parse/heading-ids.ts";

interface HastContent {
  readonly tagName?: string;
  readonly children?: readonly object[];
}

/** Whether a heading contains a link: nested links are not valid HTML. */
const hasLink = ({ tagName, children = [] }: HastContent): boolean =>
  tagName === "a" || children.some(hasLink);

/** Gives the headings of a text their ids. */
const headingIds =
  (language: string): HastPluginEntry =>
  () => {
    const ids = new HeadingIds(language);
    return defineHastPlugin({
      name: "heading-ids-in-basic-letters",
      element: {
        filter: ["h1", "h2", "h3", "h4", "h5", "h6"],
        visit: (heading, context) => {
          context.setProperty(heading, "id", ids.next(context.textContent(heading)));
        },
      },
    });
  };

/**
 * Makes the headings of prose, in Markdown and MDX, links to themselves, so that readers can copy the
 * address of a section. The headings get their ids first, and Astro lists them.
 * @param language of the content, a BCP 47 tag
 */
export const linkedHeadings = (language: string): HastPluginEntry[] => [
  headingIds(language),
  satteriHeadingIdsPlugin(),
  defineHastPlugin({
    name: "linked-headings",
    element: {
      filter: ["h2", "h3", "h4"],
      visit: (heading) => {
        const { id } = heading.properties;
        if (typeof id !== "string" || hasLink(heading)) return;
        const { children } = heading;
        return {
          ...heading,
          children: [{ type: "element", tagName: "a", properties: { href: `#${id}` }, children }],
        };
      },
    },
  }),
];
