import { contentFolder } from "../../environment.ts";
import { inBodies, isArchived, type Finding } from "../findings.ts";
import { mailtoAddress } from "../../centre/addresses.ts";
import { emailFault } from "../../schemas/written-addresses.ts";
import { decoded } from "./link-targets.ts";
import { partsOf, wordsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";
import { isShown } from "../prose/shown-text.ts";

interface TypedLink {
  readonly url: string;
  readonly start: number;
  /** As written, with underscores right behind it, which are left out of the link. */
  readonly source: string;
  /** Whether it is an address without brackets, which became a link on its own. */
  readonly isBare: boolean;
}

const linksIn = (body: Body): TypedLink[] =>
  partsOf(body).flatMap(({ node, start, end }) => {
    if (node.type !== "link") return [];
    /* A parser that finds an address in a text does not say where in it. */
    const source = node.position ? body.text.slice(start, end) : wordsOf(node);
    const isBare = !source.startsWith("[");
    const left = isBare && isShown(body, end) ? (/^_*/.exec(body.text.slice(end))?.[0] ?? "") : "";
    return [{ url: `${node.url}${left}`, start, source: `${source}${left}`, isBare }];
  });

/** An address without the differences between its common spellings. */
const normalized = (url: string) =>
  (URL.canParse(url) ? new URL(url).href : url)
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/\/+$/, "");

const isSameMailbox = (one: string, other: string) =>
  emailFault(other) === undefined &&
  mailtoAddress(one).toLowerCase() === mailtoAddress(other).toLowerCase();

const typedContact = (url: string, { facts }: Content): string => {
  const email = decoded(url.slice("mailto:".length)).split("?", 1)[0] ?? "";
  const contact = facts.contacts.find(
    (contact) => contact.email !== undefined && isSameMailbox(contact.email, email),
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

/** An email address that takes in an underscore for italics that stands before it. */
const hasUnderscore = ({ source, isBare }: TypedLink, { facts }: Content): boolean =>
  isBare && source.startsWith("_") && facts.contacts.every(({ email }) => email !== source);

/** Addresses in the text that are facts, and should be shown by a component. */
export const typedFacts = (content: Content): Issue[] =>
  inBodies(
    content,
    (body) =>
      isArchived(body.file)
        ? []
        : linksIn(body).flatMap((link): Finding[] => {
            if (hasUnderscore(link, content)) return [];
            const message = link.url.startsWith("mailto:")
              ? typedContact(link.url, content)
              : typedPolicy(link, content);
            return message === undefined ? [] : [{ offset: link.start, message }];
          }),
    warning,
  );

/** Email addresses that are read with an underscore which does not belong to them. */
export const addressesWithUnderscore = (content: Content): Issue[] =>
  inBodies(content, (body) =>
    linksIn(body)
      .filter((link) => hasUnderscore(link, content))
      .map(({ source, start }) => ({
        offset: start,
        message: `the underscore is read as part of the address ${source}; write ${source.replace(/^_+/, "")}, or use asterisks for italics`,
      })),
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
