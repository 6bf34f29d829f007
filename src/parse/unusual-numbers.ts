import type { Fault } from "./schema-errors.ts";
import type { YamlText } from "./yaml.ts";

const plainNumber = /^[-+]?(?:0|[1-9]\d*)?(?:\.\d+)?$/;

/** Numbers that are not read as they look, such as 017 and 0o17; programs differ in how they read them. */
export const unusualNumbers = ({ values }: YamlText): Fault[] =>
  values
    .filter(({ value, source }) => Number.isFinite(value) && !plainNumber.test(source))
    .map(({ path, value, source }) => ({
      path,
      message: `"${String(path.at(-1))}" is written as ${source}, which is read as ${String(value)}; write ${String(value)}`,
    }));
