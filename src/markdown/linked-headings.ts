import { satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { defineHastPlugin, type HastPluginEntry } from "satteri";

interface Content {
  readonly tagName?: string;
  readonly children?: readonly object[];
}

/** Whether there is a link in what a heading says: one within another is not valid HTML. */
const holdsLink = ({ tagName, children = [] }: Content): boolean =>
  tagName === "a" || children.some(holdsLink);

/**
 * Makes the headings of prose, in Markdown as in MDX, links to themselves, so that whoever wants to
 * cite a section can copy its address from it. They get their ids first, those that Astro gives.
 */
export const linkedHeadings: HastPluginEntry[] = [
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
