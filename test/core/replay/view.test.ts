/** The view as options of a question. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import { isWhole, viewOptions, WHOLE_VIEW } from '../../../core/replay/view.ts';

const ITALY = { attribute: 'country', op: 'is', value: 'Italy' } as const;
const LARGE = { attribute: 'employees', op: 'gte', value: 100 } as const;

describe('the view', () => {
  it('of the whole history asks what is asked without one, whatever the capacity', () => {
    const view = { ...WHOLE_VIEW, capacityPerWeek: 12 };
    expect(viewOptions(view, null)).toEqual(DEFAULT_OPTIONS);
    expect(isWhole(view)).toBe(true);
  });

  it('hands on its ends, its horizon and its days, and nothing of what it leaves open', () => {
    const view = { ...WHOLE_VIEW, fromMs: 1, toMs: 2, horizon: 'handover' as const, maturityDays: 0 };
    expect(viewOptions(view, null)).toEqual({ fromMs: 1, toMs: 2, horizon: 'handover', maturityDays: 0 });
    expect(isWhole(view)).toBe(false);
  });

  it('looks at leads that are in the segment and for whom the rule set is meant', () => {
    const view = { ...WHOLE_VIEW, segment: ITALY };
    expect(viewOptions(view, null).scope).toEqual(ITALY);
    expect(viewOptions(WHOLE_VIEW, LARGE).scope).toEqual(LARGE);
    expect(viewOptions(view, LARGE).scope).toEqual({ all: [LARGE, ITALY] });
  });
});
