import { compose } from "../../request/compose.ts";
import { longestLink, mailto } from "../../request/mailto.ts";
import { recordsOf, type Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";

/** How long a name or an address may well be (characters). */
const longName = 60;

const longest = (words: readonly (string | undefined)[]) =>
  words.reduce<string>((long, word = "") => (word.length > long.length ? word : long), "");

/** A template that leaves a mail link no room for a longer name, country and kind of request. */
export const crampedLink = (content: Content): Issue[] => {
  const { template, facts } = recordsOf(content);
  const { subject, body, blanks, to, pasteHere } = content.template;
  if (!subject || !body || !blanks?.name || !blanks.request || !blanks.country) return [];
  const { email = "" } = facts.contacts.find(({ id }) => id === to) ?? {};
  const message = compose(template, email, {
    name: "n".repeat(longName),
    address: "a".repeat(longName),
    request: longest(facts.rights.map(({ name }) => name)),
    country: longest(facts.countries.map(({ name }) => name)),
  });
  if (mailto(message, pasteHere ?? "").whole) return [];
  const file = "templates/privacy-request.yaml";
  return [
    error(
      file,
      content.placeOf(file, ["body"]),
      `with a long name and the longest country and request type, a mail link of this text would have more than ${String(longestLink)} characters, and mail programs cut it; write a shorter text`,
    ),
  ];
};
