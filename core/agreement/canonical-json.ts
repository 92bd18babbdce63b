/**
 * One text for one value, so that the same document always has the same hash: RFC 8785. Keys stand in the order of their UTF-16
 * units, numbers and strings as ECMAScript writes them, nothing between. Half a surrogate pair, which the RFC refuses, is
 * escaped. What JSON cannot say (NaN, undefined, a function) throws a TypeError.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`JSON cannot say a ${typeof value}`);
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
