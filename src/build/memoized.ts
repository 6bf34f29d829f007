/** A function that computes its result once for each key. */
export const memoized = <Value extends NonNullable<unknown>>(
  compute: (key: string) => Value,
): ((key: string) => Value) => {
  const results = new Map<string, Value>();
  return (key) => {
    let value = results.get(key);
    if (value === undefined) results.set(key, (value = compute(key)));
    return value;
  };
};
