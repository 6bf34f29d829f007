import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Versions } from "../changes/changes.ts";
import type { Message } from "./questions.ts";

const none = "/dev/null";

/**
 * Changes as a patch with its message, as `git am` and `git apply` take it.
 * @param prefix the path from the top of the repository to the content folder
 */
export const patchOf = (
  files: readonly Versions[],
  { title, body }: Message,
  prefix: string,
): string => {
  const parts = files.map(({ file, before, after }) => {
    const path = `${prefix}${file}`;
    const mode =
      before === undefined
        ? "new file mode 100644\n"
        : after === undefined
          ? "deleted file mode 100644\n"
          : "";
    const lines = createTwoFilesPatch(
      before === undefined ? none : `a/${path}`,
      after === undefined ? none : `b/${path}`,
      before ?? "",
      after ?? "",
      undefined,
      undefined,
      { headerOptions: FILE_HEADERS_ONLY },
    );
    return `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}\n${mode}${lines}`;
  });
  return `Subject: [PATCH] ${title}\n\n${body}\n---\n\n${parts.join("")}`;
};

/** A path as Git writes it in a patch: with the bytes of what is not plain by number, in quotes. */
const quoted = (path: string): string => {
  const bytes = [...Buffer.from(path)];
  const isPlain = bytes.every(
    (byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c,
  );
  if (isPlain) return path;
  return `"${bytes
    .map((byte) =>
      byte === 0x22 || byte === 0x5c
        ? `\\${String.fromCharCode(byte)}`
        : byte >= 0x20 && byte < 0x7f
          ? String.fromCharCode(byte)
          : `\\${byte.toString(8).padStart(3, "0")}`,
    )
    .join("")}"`;
};
