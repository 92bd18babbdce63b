import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../core/agreement/parse-agreement.ts';
import {
  promiseOffers,
  withoutPromise,
  withPromise,
} from '../../renderer/features/agreement/promises/promise-edits.ts';
import { faultPath, promiseRows } from '../../renderer/features/agreement/promises/promise-row.ts';
import { agreementFrom, fullAgreement } from '../core/agreement/agreement-from.ts';

const full = fullAgreement();

describe('the promises on screen', () => {
  it('are all of the document, each once', () => {
    const keys = promiseRows(full).map(({ key }) => key);
    expect(keys).toHaveLength(9);
    expect(new Set(keys).size).toBe(9);
  });

  it.each(promiseRows(full))('$key said anew as it is leaves the document as it is', (row) => {
    expect(withPromise(full, row, row.made)).toEqual(full);
  });

  it.each(promiseRows(full))('$key can be taken back, and only that one', (row) => {
    const left = promiseRows(withoutPromise(full, row)).map(({ key }) => key);
    expect(left).toEqual(promiseRows(full).flatMap(({ key }) => (key === row.key ? [] : [key])));
  });

  it('that are not made are offered, each as a document that contradicts nothing', () => {
    const offers = promiseOffers(agreementFrom(), ['company', 'role']);
    expect(offers.map(({ kind }) => kind)).toEqual([
      'volume',
      'conversion',
      'data',
      'followUp',
      'followUp',
      'capacity',
      'attempts',
      'feedback',
    ]);
    for (const { taken } of offers) expect(parseAgreement(taken)).toMatchObject({ ok: true });
    expect(promiseOffers(full, ['company'])).toEqual([]);
  });

  it('find their faults by path', () => {
    const rows = promiseRows(full);
    expect(rows.map((row) => faultPath(row, full))).toEqual([
      'marketing.volume',
      'marketing.conversion',
      'marketing.data',
      'marketing.never',
      'sales.followUp[0]',
      'sales.followUp[1]',
      'sales.capacity',
      'sales.attempts',
      'sales.feedback',
    ]);
  });
});
