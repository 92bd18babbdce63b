import { describe, expect, it } from 'vitest';
import { closeWorkshop } from '../../db/open-workshop.ts';
import { listCosts, replaceImportedCosts, setCost } from '../../db/queries/costs.ts';
import { recordImport } from '../../db/queries/imports.ts';
import { inTransaction } from '../../db/transaction.ts';
import { expectValue, newWorkshop } from './temp-workshop.ts';

const record = { atMs: 1, sources: [], tables: [], files: [], warnings: [] };
const none = { rejected: [], changed: [] };
const ads = { source: 'Ads', month: '2026-01', amountCents: 12_345 };
const fair = { source: 'Fair', month: '2026-02', amountCents: -5 };

describe('costs', () => {
  it('are typed in one by one, changed and taken away', () => {
    const workshop = newWorkshop();
    for (const cost of [fair, ads, { ...ads, amountCents: 1 }]) setCost(workshop, cost);
    expect(listCosts(workshop)).toEqual([
      { ...ads, amountCents: 1, importId: null },
      { ...fair, importId: null },
    ]);
    setCost(workshop, { ...ads, amountCents: null });
    setCost(workshop, { ...ads, amountCents: null });
    expect(listCosts(workshop)).toEqual([{ ...fair, importId: null }]);
    closeWorkshop(workshop);
  });

  it('of an import are replaced as one, and take the place of what was there', () => {
    const workshop = newWorkshop();
    setCost(workshop, { ...ads, amountCents: 1 });
    const importId = expectValue(
      inTransaction(workshop, () => {
        const id = recordImport(workshop, record, none);
        replaceImportedCosts(workshop, id, [ads, fair]);
        return id;
      }),
    );
    expect(listCosts(workshop)).toEqual([
      { ...ads, importId },
      { ...fair, importId },
    ]);
    expectValue(inTransaction(workshop, () => replaceImportedCosts(workshop, importId, [ads])));
    expect(listCosts(workshop)).toEqual([{ ...ads, importId }]);
    closeWorkshop(workshop);
  });

  it('are stored all or not at all', () => {
    const workshop = newWorkshop();
    const broken = () =>
      replaceImportedCosts(workshop, recordImport(workshop, record, none), [ads, { ...fair, month: 'May' }]);
    expect(() => inTransaction(workshop, broken)).toThrow(/constraint/);
    expect(() => replaceImportedCosts(workshop, 1, [])).toThrow(/inTransaction/);
    expect(listCosts(workshop)).toEqual([]);
    closeWorkshop(workshop);
  });
});
