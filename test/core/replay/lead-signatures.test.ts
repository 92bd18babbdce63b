import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadTable } from '../../../core/conditions/table.ts';
import { oneClass, splitByCode } from '../../../core/replay/classes.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { leadValues } from '../../../core/replay/lead-values.ts';
import { randomCase } from '../../support/random-case.ts';

describe('the signature of a lead', () => {
  it('says what each attribute, bands and counter rule finds in it, and no two say the same', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const { signatures } = compileReplay(history, ruleSet, options);
        const table = leadTable(history);
        for (const rule of ruleSet.rules) {
          if (rule.kind === 'activity' || rule.kind === 'inactivity') continue;
          const bySignature = signatures.valuesByRule.get(rule.id);
          expect(history.leads.ids.map((_, lead) => bySignature?.[signatures.ofLead[lead] ?? -1])).toEqual([
            ...leadValues(rule, table),
          ]);
        }
        const columns = [...signatures.valuesByRule.values()];
        const written = Array.from({ length: signatures.count }, (_, signature) =>
          columns.map((values) => values[signature]).join(' '),
        );
        expect(new Set(written).size).toBe(signatures.count);
      }),
      { numRuns: 500, seed: 20_260_005 },
    );
  });
});

describe('splitting classes', () => {
  const codes = Int32Array.of(1, -1, 1, 0, 1, -1);
  const ofCode = Int32Array.of(2, 0, 1);
  const parted = { of: [0, 1, 0, 2, 0, 1], count: 3, first: [0, 1, 3] };

  it.each([
    ['a table of all pairs', 3],
    ['pairs too many for a table', 2 ** 30],
  ])('numbers them in the order of their first things, with %s', (_, values) => {
    const { of, count, first } = splitByCode(oneClass(new Int32Array(6)), codes, ofCode, values);
    expect({ of: [...of], count, first: [...first] }).toEqual(parted);
  });
});
