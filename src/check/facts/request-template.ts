import { compose } from "../../request/compose.ts";
import { maxLinkLength, mailto } from "../../request/mailto.ts";
import { languageOf, recordsOf, type Content } from "../../parse/content.ts";
import { countriesIn } from "../../centre/countries.ts";
import { error, type Issue } from "../../parse/issue.ts";

const file = "templates/privacy-request.yaml";

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
    introduction: longest([
      blanks.introduction,
      ...facts.relationships.map(({ introduction }) => introduction),
    ]),
    request: longest(facts.rights.map(({ name }) => name)),
    country: longest(
      countriesIn(
        languageOf(content),
        facts.countries.filter(({ id }) => id !== ""),
      ).map(({ name }) => name),
    ),
  });
  if (mailto(message, pasteHere ?? "").whole) return [];
  return [
    error(
      file,
      content.placeOf(file, ["body"]),
      `with a long name and the longest country and request type, an email link with this text would have more than ${String(maxLinkLength)} characters, and email programs would cut it off; write a shorter text`,
    ),
  ];
};

/** Introductions that no request would ever begin with, since the template has no blank for them. */
export const introductionsWithoutBlank = (content: Content): Issue[] => {
  const { body } = content.template;
  if (body === undefined || body.includes("{introduction}")) return [];
  return content.facts.relationships.flatMap(({ introduction }, at) =>
    introduction === undefined
      ? []
      : [
          error(
            "facts/relationships.yaml",
            content.placeOf("facts/relationships.yaml", [at, "introduction"]),
            `no request would begin so, as the text in ${file} has no blank for it; write {introduction} there, where the letter is to begin`,
          ),
        ],
  );
};
