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
  /** As it is written. */
  readonly source: string;
  /** Whether it became a link without brackets, because it looks like one. */
  readonly isBare: boolean;
}

const linksIn = (body: Body): TypedLink[] =>
  partsOf(body).flatMap(({ node, start, end }) => {
    const source = body.text.slice(start, end);
    return node.type === "link"
      ? [{ url: node.url, start, source, isBare: !source.startsWith("[") }]
      : [];
  });

/** Two spellings of one address. */
const plain = (url: string) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/\/+$/, "");

const typedContact = (url: string, { facts }: Content): string => {
  const email = decoded(url.slice("mailto:".length)).split("?", 1)[0] ?? "";
  const contact = facts.contacts.find((one) => one.email?.toLowerCase() === email.toLowerCase());
  return contact === undefined
    ? `${email} is typed by hand; list it in ${contentFolder}/facts/contacts.yaml, and write <Contact id="…" /> here`
    : `${email} is typed by hand and would not change when the contact does; write <Contact id="${contact.id}" />`;
};

const policyAt = (url: string, { facts }: Content) =>
  facts.policies.find((one) => one.url && plain(one.url) === plain(url));

const typedPolicy = ({ url, isBare }: TypedLink, content: Content): string | undefined => {
  const policy = policyAt(url, content);
  return policy === undefined
    ? undefined
    : `${url} is typed by hand and would not change when the document moves; write <Policy id="${policy.id}"${isBare ? " />" : ">…</Policy>"}`;
};

/** Addresses typed into the text that are facts, and belong where facts are. */
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

/** Web addresses that become links by themselves, with themselves as words. */
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
