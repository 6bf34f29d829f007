import { contentFolder } from "../../environment.ts";
import { inBodies, isArchived, type Finding } from "../findings.ts";
import { decoded } from "./link-targets.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

interface TypedLink {
  readonly url: string;
  readonly start: number;
  /** As written. */
  readonly source: string;
  /** Whether it is an address without brackets, which became a link on its own. */
  readonly isBare: boolean;
}

const linksIn = (body: Body): TypedLink[] =>
  partsOf(body).flatMap(({ node, start, end }) => {
    const source = body.text.slice(start, end);
    return node.type === "link"
      ? [{ url: node.url, start, source, isBare: !source.startsWith("[") }]
      : [];
  });

/** An address without the differences between its common spellings. */
const normalized = (url: string) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/\/+$/, "");

const typedContact = (url: string, { facts }: Content): string => {
  const email = decoded(url.slice("mailto:".length)).split("?", 1)[0] ?? "";
  const contact = facts.contacts.find(
    (contact) => contact.email?.toLowerCase() === email.toLowerCase(),
  );
  return contact === undefined
    ? `${email} is typed by hand; list it in ${contentFolder}/facts/contacts.yaml, and write <Contact id="…" /> here`
    : `${email} is typed by hand and would not change when the contact does; write <Contact id="${contact.id}" />`;
};

const policyAt = (url: string, { facts }: Content) =>
  facts.policies.find((policy) => policy.url && normalized(policy.url) === normalized(url));

const typedPolicy = ({ url, isBare }: TypedLink, content: Content): string | undefined => {
  const policy = policyAt(url, content);
  return policy === undefined
    ? undefined
    : `${url} is typed by hand and would not change when the document moves; write <Policy id="${policy.id}"${isBare ? " />" : ">…</Policy>"}`;
};

/** Addresses in the text that are facts, and should be shown by a component. */
export const typedFacts = (content: Content): Issue[] =>
  inBodies(
    content,
    (body) =>
      isArchived(body.file)
        ? []
        : linksIn(body).flatMap((link): Finding[] => {
            const message = link.url.startsWith("mailto:")
              ? typedContact(link.url, content)
              : typedPolicy(link, content);
            return message === undefined ? [] : [{ offset: link.start, message }];
          }),
    warning,
  );

/** Web addresses without brackets, which become links with the address as their text. */
export const bareAddresses = (content: Content): Issue[] =>
  inBodies(content, (body) =>
    linksIn(body)
      .filter(({ url, isBare }) => isBare && !url.startsWith("mailto:"))
      .filter(({ url }) => policyAt(url, content) === undefined)
      .map(({ url, start, source }) => ({
        offset: start,
        message: `${source} turns into a link on its own${url.startsWith("http:") ? ", and one that is not encrypted" : ""}; write [words](${url.replace(/^http:/, "https:")}), with words that say where it leads`,
      })),
  );
