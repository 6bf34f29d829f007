import { deadReferences } from "../centre/references.ts";
import { recordsOf, type Content } from "./content.ts";
import { error, type Issue } from "./issue.ts";

/** Fields that refer to a record or page which is not there. */
export const brokenReferences = (content: Content): Issue[] =>
  deadReferences(recordsOf(content))
    .filter(({ target }) => !content.uncertain.has(target))
    .map(({ file, path, message }) => error(file, content.placeOf(file, path), message));
