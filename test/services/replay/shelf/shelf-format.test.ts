import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keptColumns, SHELF_FORMAT } from '../../../../services/replay/shelf/shelf-format.ts';
import { headerText } from '../../../../services/replay/shelf/shelf-header.ts';
import { keepAt, workshopPathOf } from './shelf-case.ts';

/**
 * Of what a small history is packed into. When it changes, packed histories of the versions before must not be read any
 * more: put SHELF_FORMAT up by one, then the new hash here.
 */
const FORMAT = { number: 3, hash: '0f7a6fc71d6b3c4ab432b8f2fb259db798cc00018ec4580d311c4dd8b1a14ca5' };

describe('the format of kept packed histories', () => {
  it('has a number that goes up whenever the same history is packed into other bytes', async () => {
    const parts = await keepAt(workshopPathOf());
    const { start, end } = keptColumns(parts.store.addresses);
    const hash = createHash('sha256').update(headerText('', parts));
    hash.update(new Uint8Array(parts.memory.buffer, start, end - start));
    for (const { buffer } of parts.signatures.valuesByRule.values()) hash.update(new Uint8Array(buffer));
    expect({ number: SHELF_FORMAT, hash: hash.digest('hex') }).toEqual(FORMAT);
  });
});
