import { contentFolder } from "./environment.ts";
import { defineCollection } from "astro:content";
import { file } from "astro/loaders";
import { parse } from "yaml";
import { z } from "zod";
import { proseLoader } from "./markdown/prose-loader.ts";
import { facts, type FactName } from "./schemas/facts.ts";
import { prose } from "./schemas/prose.ts";
import { site } from "./schemas/site.ts";
import { requestTemplate } from "./schemas/template.ts";

/** A YAML file as one entry named `all`, so that the order in the file is kept. */
const yaml = <Schema extends z.ZodType>(path: string, schema: Schema) =>
  defineCollection({
    loader: file(`${contentFolder}/${path}.yaml`, {
      parser: (text) => ({ all: { value: parse(text) as unknown } }),
    }),
    schema: z.strictObject({ value: schema }),
  });

const records = <Name extends FactName>(name: Name) => yaml(`facts/${name}`, z.array(facts[name]));

const mdx = <Schema extends z.ZodType>(folder: string, schema: Schema) =>
  defineCollection({
    loader: proseLoader(`${contentFolder}/${folder}`),
    schema,
  });

export const collections = {
  site: yaml("site", site),
  template: yaml("templates/privacy-request", requestTemplate),
  contacts: records("contacts"),
  policies: records("policies"),
  "data-categories": records("data-categories"),
  recipients: records("recipients"),
  frameworks: records("frameworks"),
  rights: records("rights"),
  laws: records("laws"),
  regions: records("regions"),
  providers: records("providers"),
  retention: records("retention"),
  representatives: records("representatives"),
  topics: records("topics"),
  handlers: records("handlers"),
  relationships: records("relationships"),
  regimes: records("regimes"),
  countries: records("countries"),
  pages: mdx("pages", prose.pages),
  faq: mdx("faq", prose.faq),
  statements: mdx("statements", prose.statements),
};
