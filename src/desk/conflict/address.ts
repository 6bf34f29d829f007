/** The address of the page on which one chooses between two versions of a file. */
export const conflictAddress = (file: string): string =>
  `/desk/conflict/?${new URLSearchParams({ file }).toString()}`;
