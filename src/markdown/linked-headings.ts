import { satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { defineHastPlugin, type HastPluginEntry } from "satteri";
import { HeadingIds } from "../parse/heading-ids.ts";

interface Content {
  readonly tagName?: string;
  readonly children?: readonly object[];
}

/** Whether there is a link in what a heading says: one within another is not valid HTML. */
const holdsLink = ({ tagName, children = [] }: Content): boolean =>
  tagName === "a" || children.some(holdsLink);

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
 * Makes the headings of prose, in Markdown as in MDX, links to themselves, so that whoever wants to
 * cite a section can copy its address from it. They get their ids first, and Astro lists them.
 * @param language that of the content, a BCP 47 tag
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
        if (typeof id !== "string" || holdsLink(heading)) return;
        const { children } = heading;
        return {
          ...heading,
          children: [{ type: "element", tagName: "a", properties: { href: `#${id}` }, children }],
        };
      },
    },
  }),
];
