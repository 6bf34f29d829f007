/**
 * Makes a reader of texts remember its last result for each file, and return it again while the text
 * stays the same: the preview reads all content at every save, which changes a single file.
 */
export const memoizeByFile = <Read>(read: (file: string, text: string) => Read) => {
  const last = new Map<string, { readonly text: string; readonly value: Read }>();
  return (file: string, text: string): Read => {
    const cached = last.get(file);
    if (cached?.text === text) return cached.value;
    const value = read(file, text);
    last.set(file, { text, value });
    return value;
  };
};
