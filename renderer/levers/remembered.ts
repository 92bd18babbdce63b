/**
 * What `work` gave for a first argument, kept as long as that lives and the other arguments stay the same: an edit makes
 * one rule of a rule set anew, and what hangs on the others need not be worked out again.
 */
export const remembered = <Key extends object, Others extends readonly unknown[], Result>(
  work: (key: Key, ...others: Others) => Result,
): ((key: Key, ...others: Others) => Result) => {
  const byKey = new WeakMap<Key, { readonly others: Others; readonly result: Result }>();
  return (key, ...others) => {
    const held = byKey.get(key);
    if (held?.others.every((other, index) => other === others[index]) === true) return held.result;
    const result = work(key, ...others);
    byKey.set(key, { others, result });
    return result;
  };
};
