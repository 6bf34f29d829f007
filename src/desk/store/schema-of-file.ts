import { z } from "zod";
import { accessibility } from "../../schemas/accessibility.ts";
import { facts, isFactName } from "../../schemas/facts.ts";
import { schemaOfList } from "../../schemas/lists.ts";
import { prose, type ProseName } from "../../schemas/prose.ts";
import { accessibilityFile } from "../../schemas/records.ts";
import { site } from "../../schemas/site.ts";
import { requestTemplate } from "../../schemas/template.ts";

const isProse = (name: string): name is ProseName => Object.hasOwn(prose, name);

/**
 * The schema of a content file, whose fields may be above its text; undefined for what is none.
 * @param value what the file holds: a declared list has its columns in it
 */
export const schemaOfFile = (file: string, value: unknown): z.ZodType | undefined => {
  const [folder = "", name = ""] = file.split("/");
  if (file === "site.yaml") return site;
  if (file === "templates/privacy-request.yaml") return requestTemplate;
  if (file === accessibilityFile) return accessibility;
  if (folder === "lists" && name.endsWith(".yaml")) return schemaOfList(value);
  if (isProse(folder) && name.endsWith(".mdx")) return prose[folder];
  const list = name.replace(/\.yaml$/, "");
  return folder === "facts" && isFactName(list) ? z.array(facts[list]) : undefined;
};
