import { z } from "zod";
import {
  confirmable,
  country,
  day,
  emailAddress,
  folderId,
  isPartCode,
  placeRecord,
  record,
  reference,
  webAddress,
  whole,
  words,
} from "./fields.ts";
import { countryNamed } from "./country-names.ts";

/** A topic that people can write to the organization about, and the address for it. */
const contacts = record({
  topic: words("What the address is for", "Privacy and Data Protection"),
  email: emailAddress,
});

/** A document of the organization that the site refers to. */
const policies = record({
  title: words("The document's name as it stands in a sentence", "Terms of Service"),
  url: webAddress("Where it can be read; leave out until it is known").optional(),
});

/** A kind of personal data, and why it is collected. */
const dataCategories = record({
  name: words("The category", "Account and Contact Information"),
  collected: words("What is collected", "Name, business email, phone number"),
  purpose: words("What it is used for", "Account management and support"),
});

/** A recipient of personal data, and the purpose of sharing. */
const recipients = record({
  name: words("Who receives data", "Payment Processors"),
  purpose: words("Why, in a sentence", "Payment processors support billing operations."),
});

/** A standard, policy, or agreement under which the organization protects data. */
const frameworks = record({
  name: words("The framework or resource", "ISO 27001:2022"),
  description: words("What it means for readers", "We maintain an information security system."),
  policy: reference("policies").optional(),
});

/** A right that people have over their personal data. */
const rights = record({
  name: words("The right in a word or two", "Access"),
  description: words(
    "What people can ask for, in a sentence",
    "Ask for a copy of your information.",
  ),
  detail: words("What else a request of this kind must say", "What should be corrected").optional(),
});

const latitude = z
  .number()
  .min(-90)
  .max(90)
  .meta({ description: "Degrees north, negative south", examples: [53.4] });
const longitude = z
  .number()
  .min(-180)
  .max(180)
  .meta({ description: "Degrees east, negative west", examples: [-8.2] });

/** Where on the map a region is: what to write where nothing says it. */
const whereRegionIs =
  "this does not say where the region is; list its countries, by their names, under `countries:`, or towns and the like under `places:`, each with name, latitude, and longitude; where none can be named, write `area:` with latitude, longitude, and radius";

/**
 * A region in which data can be hosted: in countries, at places within them, or somewhere within a
 * wide area. The map knows where countries are; a region with the name of one needs nothing else.
 */
const regions = record({
  name: words("The region", "European Union"),
  countries: z
    .array(country("A country, by its name"))
    .default([])
    .meta({
      description: "Its countries, by their names in English or in the language of the site",
      examples: [["Ireland", "Germany"]],
    }),
  places: z
    .array(
      z.strictObject({
        name: words("The place as it stands in a sentence", "Ireland"),
        latitude,
        longitude,
      }),
    )
    .default([])
    .meta({ description: "Towns and other places within the region", examples: [[]] }),
  area: z
    .strictObject({
      latitude,
      longitude,
      radius: z
        .number()
        .min(1)
        .max(60)
        .meta({ description: "Degrees of arc around the center", examples: [30] }),
    })
    .meta({
      description: "The area on the map, if no place is named",
      examples: [{ latitude: 64, longitude: -150, radius: 12 }],
    })
    .optional(),
})
  .refine(
    ({ name, countries, places, area }) =>
      countries.length + places.length > 0 ||
      area !== undefined ||
      countryNamed(name) !== undefined,
    { path: ["countries"], error: whereRegionIs },
  )
  .refine(
    ({ countries, places, area }) => area === undefined || countries.length + places.length === 0,
    {
      path: ["area"],
      error:
        "an area is for a region of which no country or place is named; delete the area, or delete the countries and places",
    },
  );

/** A provider of the infrastructure that data is hosted on. */
const providers = record({ name: words("The provider", "Amazon Web Services (AWS)") });

/** How long data of one kind of account is kept. */
const retention = record({
  account: words("The kind of account", "Trial Accounts"),
  rule: words("The rule in words", "Deleted 30 days after closure."),
  from: words("The event from which the days are counted", "closure"),
  steps: z
    .array(
      z.strictObject({
        action: words("What happens", "deleted"),
        afterDays: whole("Days after the event", 0, 30),
      }),
    )
    .min(1)
    .meta({
      description: "What happens when, in days",
      examples: [[{ action: "deleted", afterDays: 30 }]],
    }),
});

/** A representative of the organization before authorities and data subjects. */
const representatives = record({
  name: words("The representative", "Acme Representatives Ltd"),
  laws: z
    .array(reference("laws"))
    .min(1)
    .meta({ description: "The laws under which they represent", examples: [["gdpr"]] }),
  url: webAddress("Where to reach them; leave out while it is not known").optional(),
});

/** A group of questions. */
const topics = record({
  id: folderId,
  title: words("The topic's heading", "Hosting and transfers"),
});

/** A step on the way of data from a person to those who handle it. */
const handlers = record({
  name: words("Who handles the data", "A company using our services"),
  role: words("Their role in law", "Data Controller").optional(),
  note: words("What they do with it, in a few words", "decides how data is used").optional(),
});

/**
 * The relationship of a requester to the organization. One that changes the letter is an answer of
 * its own to who holds the data; all others stand below the organization's name.
 */
const relationships = record({
  name: words("The relationship; where another company decides, that company", "Job applicant"),
  controller: words(
    "If another company decides about the data: who that is, and what to do",
    "That company is the controller; please direct your request to it.",
  ).optional(),
  introduction: words(
    "How the letter begins in this relationship; it fills {introduction} in the template",
    "Your company processes my personal data using our services.",
  ).optional(),
});

const confidence = (description: string) =>
  z
    .enum(["high", "medium", "low"], "the confidence is high, medium, or low")
    .meta({ description, examples: ["medium"] });

const duration = {
  count: whole("How many days or months", 1, 30),
  unit: z
    .enum(
      ["days", "business days", "months"],
      "a period is counted in days, business days, or months",
    )
    .meta({
      description: "Calendar days, business days (Monday to Friday), or calendar months",
      examples: ["days"],
    }),
};

/** The time that a law sets for the answer to requests of some kinds. */
const period = z.strictObject({
  for: z
    .array(reference("rights"))
    .min(1)
    .meta({ description: "The rights that the period is for", examples: [["access"]] }),
  ...duration,
  confidence: confidence(
    "How certain the period is; it is shown only if it and the record are high",
  ),
  provision: words("Where the law sets it", "Article 12(3)").optional(),
  extension: z
    .strictObject(duration)
    .meta({
      description: "By how much it can be extended",
      examples: [{ count: 2, unit: "months" }],
    })
    .optional(),
});

/** The rights and time limits that a law gives to requesters. Counsel confirms them. */
const requestProvisions = confirmable({
  citation: words("The law's full citation", "Regulation (EU) 2016/679"),
  rights: z
    .array(reference("rights"))
    .min(1)
    .meta({ description: "The rights it grants", examples: [["access", "deletion"]] }),
  provisions: words("Where the law grants the rights", "Articles 15 to 21"),
  periods: z
    .array(period)
    .meta({
      description: "The times for an answer",
      examples: [[{ for: ["access"], count: 30, unit: "days", confidence: "medium" }]],
    })
    .default([]),
  lastDay: z
    .strictObject({
      rule: words(
        "What the law says of a period that ends on a weekend or a public holiday, in a sentence",
        "A period that ends on a Sunday ends with the next working day.",
      ),
      provision: words("Where the law says so", "Article 3(4)"),
    })
    .meta({
      description: "When a period ends whose last day is no working day; leave out if not known",
      examples: [{ rule: "It ends with the next working day.", provision: "Article 3(4)" }],
    })
    .optional(),
  note: words("What else readers should know", "The period can be extended by notice.").optional(),
  authority: z
    .strictObject({
      name: words("The authority to contact", "Data Protection Authority"),
      url: webAddress("Where to reach it").optional(),
    })
    .meta({
      description: "The authority that somebody can turn to",
      examples: [{ name: "Data Protection Authority" }],
    }),
  source: webAddress("The official text").optional(),
  confidence: confidence(
    "How certain the record is; its note and its periods are shown only if it is high",
  ),
  reviewedOn: day("The day on which counsel reviewed it").optional(),
});

/**
 * A privacy law. With an `order`, it is listed among the laws that the organization is subject to;
 * with a `request`, it gives rights to requesters, and may set time limits.
 */
const laws = record({
  name: words("The law's short name as it stands after “the”", "GDPR"),
  order: whole(
    "Its place in the sentence of the laws that the organization answers to; leave out for any other law",
    1,
    1,
  ).optional(),
  representation: words(
    "How the list of representatives names it, where that is not its name",
    "GDPR Article 27",
  ).optional(),
  footnote: words(
    "A remark shown below the sentence of laws",
    "In force from next year.",
  ).optional(),
  request: requestProvisions
    .meta({ description: "What it gives somebody who makes a request" })
    .optional(),
});

/**
 * A country or territory by its code, or a part of one that has its own laws. The name of a country
 * follows from the code; that of a part does not.
 */
const countries = placeRecord({
  part: words("The name of a part of a country, whose id is like us-ca", "California").optional(),
  laws: z
    .array(reference("laws"))
    .default([])
    .meta({ description: "The privacy laws that apply, the main one first", examples: [["gdpr"]] }),
  holidays: z
    .array(day("A public holiday"))
    .default([])
    .meta({
      description: "Its public holidays as far as they are known: all of a year, or none",
      examples: [["2026-12-25"]],
    }),
})
  .refine(({ id, part }) => part === undefined || isPartCode(id), {
    path: ["part"],
    error:
      "a country has its name from its code; delete this line, or give a part of a country an id such as us-ca",
  })
  .refine(({ id, part }) => part !== undefined || !isPartCode(id), {
    path: ["id"],
    error: "a part of a country says which; add a line like this: part: California",
  });

/**
 * Every file of `content/facts`, by name, with the schema and the description of its records. All
 * else that depends on a list of facts is derived from here.
 */
export const facts = {
  contacts: contacts.meta({ description: "The addresses people can write to" }),
  policies: policies.meta({ description: "The documents that the pages refer to" }),
  "data-categories": dataCategories.meta({
    description: "The kinds of personal data that are collected",
  }),
  recipients: recipients.meta({ description: "Who receives personal data, and why" }),
  frameworks: frameworks.meta({
    description: "The standards, policies and agreements under which data is protected",
  }),
  rights: rights.meta({ description: "The rights that people have over their personal data" }),
  laws: laws.meta({
    description: "The privacy laws, and what each gives somebody who makes a request",
  }),
  regions: regions.meta({ description: "The regions in which data can be hosted" }),
  providers: providers.meta({ description: "The providers of the infrastructure" }),
  retention: retention.meta({ description: "How long data is kept, in words and in days" }),
  representatives: representatives.meta({
    description: "Who represents the organization, and under which laws",
  }),
  topics: topics.meta({ description: "The groups of questions" }),
  handlers: handlers.meta({ description: "Who handles data, step by step" }),
  relationships: relationships.meta({
    description:
      "How somebody who makes a request knows the organization, and who else may hold the data",
  }),
  countries: countries.meta({
    description: "The countries one can choose in a request, and the laws that apply there",
  }),
};

export type FactName = keyof typeof facts;

/** Whether a list of facts has this name. */
export const isFactName = (name: string): name is FactName => Object.hasOwn(facts, name);

/** A record of a file of facts, by the file's name. */
export type Fact<Name extends FactName> = z.infer<(typeof facts)[Name]>;
export type Facts = { [Name in FactName]: Fact<Name>[] };
