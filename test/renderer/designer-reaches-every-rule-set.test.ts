/** The guard of the designer: whatever a rule set can say, its edits can say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { type Scalar, STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { readScalar, scalarText } from '../../core/rule-set/scalar-text.ts';
import { design, inListOrder } from '../support/design-rule-set.ts';
import { randomRuleSet } from '../support/random-rule-set.ts';

describe('the designer', () => {
  it('builds every valid rule set from the blank one by its own edits', () => {
    fc.assert(
      fc.property(randomRuleSet(), randomWords, (plain, words) => {
        // Given any valid rule set
        const target = inListOrder({ ...plain, ...words.whole, levels: routed(plain.levels, words.routes) });
        expect(parseRuleSet(target)).toEqual({ ok: true, value: target });
        // When it is built by the edits that the screens call
        const built = design(blankRuleSet(), target);
        // Then it is that rule set, and valid
        expect(built).toEqual(target);
        expect(parseRuleSet(built)).toEqual({ ok: true, value: target });
      }),
      { numRuns: 400 },
    );
  });

  it('reads back every value of a test as it shows it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), tricky),
        (value: Scalar) => {
          expect(readScalar(scalarText(value))).toBe(Object.is(value, -0) ? 0 : value);
        },
      ),
    );
  });

  it('recycles at each stage of the format, in the order in which they were ticked', () => {
    const target = { ...blankRuleSet(), recycle: { on: STAGE_NAMES.toReversed(), clear: ['fit', 'engagement'] } };
    expect(design(blankRuleSet(), target).recycle).toEqual(target.recycle);
  });
});

const tricky = fc.constantFrom('12', 'yes', 'no', '"12"', '""', '"', ' CTO ', '007', '1e3', 'true', '', ' ', 'İ');

const randomWords = fc.record({
  whole: fc.record({ name: fc.string({ minLength: 1 }).map((text) => `n${text}`), description: fc.string() }),
  routes: fc.array(
    fc.record(
      { route: fc.constantFrom('sales', 'sales-urgent', 'Câmp'), followUpHours: fc.nat(400) },
      { requiredKeys: [] },
    ),
  ),
});

const routed = <L extends object>(levels: readonly L[], routes: readonly object[]): readonly L[] =>
  levels.map((level, index) => ({ ...level, ...routes[index] }));
