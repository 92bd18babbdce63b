/** Bytes of the typed arrays that can be reached from a value; memory that several look at counts once. */
export function heldBytes(value: unknown, except: readonly object[] = []): number {
  const met = new Set<unknown>(except);
  const buffers = new Set<ArrayBufferLike>();
  const visit = (item: unknown): void => {
    if (typeof item !== 'object' || item === null || met.has(item)) return;
    met.add(item);
    if (ArrayBuffer.isView(item)) buffers.add(item.buffer);
    else for (const part of item instanceof Map ? item.values() : Object.values(item)) visit(part);
  };
  visit(value);
  let bytes = 0;
  for (const buffer of buffers) bytes += buffer.byteLength;
  return bytes;
}
