import { rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stylesFitter } from "./fit-styles.ts";
import { sealed } from "./seal-pages.ts";

/**
 * Gives every built page the styles that fit it, then the policy that fits what it holds, and
 * removes the stylesheets, which nothing asks for any more.
 * @param folder where the site was built
 * @param pages the names of their files
 */
export const finishPages = async (folder: string, pages: readonly string[]): Promise<void> => {
  const { fit, sheets } = stylesFitter(folder);
  for (const page of pages) {
    const path = join(folder, page);
    /* Waiting lets what indexes the pages go on meanwhile. */
    const html = await fit(await readFile(path, "utf8"));
    writeFileSync(path, sealed(html, page));
  }
  for (const sheet of sheets) rmSync(join(folder, sheet));
};
