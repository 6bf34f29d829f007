import type { Definition } from "mdast";
import { inBodies, type Finding } from "../findings.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { placeAt, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

interface TypedDefinition {
  readonly node: Definition;
  readonly start: number;
  readonly source: string;
}

const definitionsIn = (body: Body): TypedDefinition[] =>
  partsOf(body).flatMap(({ node, start, end }) =>
    node.type === "definition" ? [{ node, start, source: body.text.slice(start, end) }] : [],
  );

const labelsUsed = (body: Body): ReadonlySet<string> =>
  new Set(
    partsOf(body).flatMap(({ node }) =>
      node.type === "linkReference" || node.type === "imageReference" ? [node.identifier] : [],
    ),
  );

/** Addresses of links that no link in the body uses; they are not shown. */
export const unusedDefinitions = (body: Body): ReadonlySet<Definition> => {
  const used = labelsUsed(body);
  return new Set(
    definitionsIn(body)
      .map(({ node }) => node)
      .filter(({ identifier }) => !used.has(identifier)),
  );
};

const unusedMessage = ({ node: { label, identifier, url }, source }: TypedDefinition) =>
  /^(?:[a-z]+:|www\.|[/#])/i.test(url)
    ? `this line is not shown, because it is read as the address of a link [${label ?? identifier}] that is nowhere; write [words](${url}) where the link belongs, or delete the line`
    : `this line is not shown, because it is read as the address of a link; write \\${source}`;

const findingsIn = (body: Body): Finding[] => {
  const unused = unusedDefinitions(body);
  const definitions = definitionsIn(body);
  return definitions.flatMap((definition, at): Finding[] => {
    const { node, start } = definition;
    const label = node.label ?? node.identifier;
    const first = definitions
      .slice(0, at)
      .find((other) => other.node.identifier === node.identifier);
    if (first)
      return [
        {
          offset: start,
          message: `the address of [${label}] is already on line ${String(placeAt(body.text, first.start).line)}, so this line is not shown and has no effect; delete one of the two`,
        },
      ];
    return unused.has(node)
      ? [
          {
            offset: start,
            message: unusedMessage(definition),
          },
        ]
      : [];
  });
};

/** Addresses of links that nothing refers to, or that are defined twice. */
export const faultyDefinitions = (content: Content): Issue[] => inBodies(content, findingsIn);
