import { deadReferences } from "../../centre/references.ts";
import { recordsOf, type Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";

/** Fields that refer to a record or page that does not exist. */
export const brokenReferences = (content: Content): Issue[] =>
  deadReferences(recordsOf(content))
    .filter(({ target }) => !content.uncertain.has(target))
    .map(({ file, path, message }) => error(file, content.placeOf(file, path), message));
