/** A function that computes its result once for each key. */
export const memoized = <Value>(compute: (key: string) => Value): ((key: string) => Value) => {
  const results = new Map<string, Value>();
  return (key) => {
    if (!results.has(key)) results.set(key, compute(key));
    return results.get(key) as Value;
  };
};
