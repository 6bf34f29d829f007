import { compose } from "../../request/compose.ts";
import { maxLinkLength, mailto } from "../../request/mailto.ts";
import { languageOf, recordsOf, type Content } from "../../parse/content.ts";
import { countriesIn } from "../../centre/countries.ts";
import { error, type Issue } from "../../parse/issue.ts";

/** A long but realistic name or address (characters). */
const longName = 60;

const longest = (words: readonly (string | undefined)[]) =>
  words.reduce<string>((best, word = "") => (word.length > best.length ? word : best), "");

/** A request template too long for an email link with a long name, country, and kind of request. */
export const overlongRequestLink = (content: Content): Issue[] => {
  const { template, facts } = recordsOf(content);
  const { subject, body, blanks, to, pasteHere } = content.template;
  if (!subject || !body || !blanks?.name || !blanks.request || !blanks.country) return [];
  const { email = "" } = facts.contacts.find(({ id }) => id === to) ?? {};
  const message = compose(template, email, {
    name: "n".repeat(longName),
    address: "a".repeat(longName),
    request: longest(facts.rights.map(({ name }) => name)),
    country: longest(
      countriesIn(
        languageOf(content),
        facts.countries.filter(({ id }) => id !== ""),
      ).map(({ name }) => name),
    ),
  });
  if (mailto(message, pasteHere ?? "").whole) return [];
  const file = "templates/privacy-request.yaml";
  return [
    error(
      file,
      content.placeOf(file, ["body"]),
      `with a long name and the longest country and request type, an email link with this text would have more than ${String(maxLinkLength)} characters, and email programs would cut it off; write a shorter text`,
    ),
  ];
};
