import { z } from "zod";
import { day, emailAddress, record, reference, webAddress, whole, words } from "./fields.ts";

/** A topic one can write to the organisation about, and the address for it. */
const contacts = record({
  topic: words("What the address is for", "Privacy and Data Protection"),
  email: emailAddress,
});

/** A document of the organisation that the centre refers to. */
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

/** Somebody personal data is shared with, and why. */
const recipients = record({
  name: words("Who receives data", "Payment Processors"),
  purpose: words("Why, in a sentence", "Payment processors support billing operations."),
});

/** A standard, policy or agreement that the organisation protects data under. */
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

/** A law that the centre answers to, as it is named on the overview. */
const laws = record({
  name: words("The law's short name", "GDPR"),
  footnote: words("A remark shown below the list", "In force from next year.").optional(),
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

/** A region in which data can be hosted: at named places, or somewhere within a wide area. */
const regions = record({
  name: words("The region", "European Union"),
  places: z
    .array(
      z.strictObject({
        name: words("The place as it stands in a sentence", "Ireland"),
        latitude,
        longitude,
      }),
    )
    .default([])
    .meta({ description: "The places within the region", examples: [[]] }),
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
}).refine((region) => region.places.length > 0 !== (region.area !== undefined), {
  path: ["places"],
  error:
    "a region has either places or an area on the map: list the places or, if none is named, write `area:` with latitude, longitude, and radius",
});

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

/** Somebody who represents the organisation before authorities and data subjects. */
const representatives = record({
  name: words("The representative", "Acme Representatives Ltd"),
  regimes: z
    .array(words("A law under which they represent", "GDPR Article 27"))
    .min(1)
    .meta({ description: "The laws under which they represent", examples: [["GDPR Article 27"]] }),
  url: webAddress("Where to reach them; leave out while it is not known").optional(),
});

/** A group of questions. */
const topics = record({ title: words("The topic's heading", "Hosting and transfers") });

/** One step on the way that data takes from the person to those who handle it. */
const handlers = record({
  name: words("Who handles the data", "A company using our services"),
  role: words("Their role in law", "Data Controller").optional(),
  note: words("What they do with it, in a few words", "decides how data is used").optional(),
});

/** How somebody who makes a request knows the organisation. */
const relationships = record({
  name: words("The relationship", "Job applicant"),
  controller: words(
    "If another company decides about the data: who that is, and what to do",
    "That company is the controller; please direct your request to it.",
  ).optional(),
});

const period = {
  count: whole("How many days or months", 1, 30),
  unit: z
    .enum(["days", "months"], "a period is counted in days or in months")
    .meta({ description: "Calendar days or calendar months", examples: ["days"] }),
};

/** A privacy law, and what it gives somebody who makes a request. */
const regimes = record({
  name: words("The law's short name as it stands after “the”", "GDPR"),
  law: words("The law's full citation", "Regulation (EU) 2016/679"),
  rights: z
    .array(reference("rights"))
    .min(1)
    .meta({ description: "The rights it grants", examples: [["access", "deletion"]] }),
  provisions: words("Where the law grants the rights", "Articles 15 to 21"),
  answer: z
    .strictObject({
      ...period,
      provision: words("Where the law sets the time limit", "Article 12(3)").optional(),
      for: z
        .array(reference("rights"))
        .optional()
        .meta({ description: "The rights it applies to, if not to all", examples: [["access"]] }),
    })
    .meta({ description: "The time for an answer", examples: [{ count: 30, unit: "days" }] })
    .optional(),
  extension: z
    .strictObject(period)
    .meta({
      description: "By how much it can be extended",
      examples: [{ count: 2, unit: "months" }],
    })
    .optional(),
  note: words("What else readers should know", "The period can be extended by notice.").optional(),
  authority: z.strictObject({
    name: words("The authority to contact", "Data Protection Authority"),
    url: webAddress("Where to reach it").optional(),
  }),
  source: webAddress("The official text").optional(),
  confidence: z.enum(["high", "medium", "low"], "the confidence is high, medium, or low").meta({
    description: "How certain it is; time limits are shown only if it is high",
    examples: ["medium"],
  }),
  reviewedOn: day("The day on which counsel reviewed it").optional(),
});

/** A country, territory or part of a country, and the privacy laws that apply in it. */
const countries = record({
  name: words("Its name", "Germany"),
  regimes: z
    .array(reference("regimes"))
    .default([])
    .meta({ description: "The laws that apply, the main one first", examples: [["gdpr"]] }),
});

/** Every file of `content/facts`, by name, with the shape of the records it lists. */
export const facts = {
  contacts,
  policies,
  "data-categories": dataCategories,
  recipients,
  frameworks,
  rights,
  laws,
  regions,
  providers,
  retention,
  representatives,
  topics,
  handlers,
  relationships,
  regimes,
  countries,
};

export type FactName = keyof typeof facts;
/** The records of one file, by the file's name. */
export type Fact<Name extends FactName> = z.infer<(typeof facts)[Name]>;
export type Facts = { [Name in FactName]: Fact<Name>[] };
