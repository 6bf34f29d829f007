import { contentFolder } from "./environment.ts";
import { defineCollection } from "astro:content";
import type { z } from "zod";
import { proseLoader } from "./markdown/prose-loader.ts";
import { recordsLoader } from "./markdown/records-loader.ts";
import { prose } from "./schemas/prose.ts";

const mdx = <Schema extends z.ZodType>(folder: string, schema: Schema) =>
  defineCollection({
    loader: proseLoader(`${contentFolder}/${folder}`),
    schema,
  });

export const collections = {
  records: defineCollection({ loader: recordsLoader(contentFolder) }),
  pages: mdx("pages", prose.pages),
  faq: mdx("faq", prose.faq),
  statements: mdx("statements", prose.statements),
};
