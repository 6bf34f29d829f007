import type { Content } from "../../parse/content.ts";
import type { FactName } from "../../schemas/facts.ts";
import type { ListName } from "../../schemas/lists.ts";
import type { Shown } from "../../schemas/vocabulary.ts";

/** A record of a list, and where it stands in the list's file. */
interface ShownRecord {
  readonly id: string;
  readonly path: readonly (string | number)[];
}

type Listed = Readonly<Record<string, unknown>> & { readonly id: string };

const recordsIn = (
  { facts, lists }: Content,
  list: ListName,
): { readonly records: readonly Listed[]; readonly within: ShownRecord["path"] } | undefined => {
  const [, declared] = /^lists\/(.*)$/.exec(list) ?? [];
  if (declared === undefined) return { records: facts[list as FactName], within: [] };
  const found = lists.find(({ id }) => id === declared);
  return found && { records: found.records, within: ["records"] };
};

/** The records that a component shows of a list, in their order; nothing where there is no such list. */
export const shownRecords = (
  content: Content,
  { of, having }: Shown,
): ShownRecord[] | undefined => {
  const list = recordsIn(content, of);
  return list?.records.flatMap((record, at) =>
    having === undefined || record[having] !== undefined
      ? [{ id: record.id, path: [...list.within, at] }]
      : [],
  );
};
