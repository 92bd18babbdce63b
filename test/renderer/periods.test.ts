/** Named periods of the view: whole days, quarters and years of the workshop's zone. */
import { describe, expect, it } from 'vitest';
import { PERIOD_NAMES, periodNameOf, periodOf } from '../../renderer/view/periods.ts';

const LATEST = Date.parse('2026-02-10T15:00:00Z');
const at = (text: string) => Date.parse(text);

describe('a named period', () => {
  it('of everything is open at both ends', () => {
    expect(periodOf('all', LATEST, 'UTC')).toEqual({ fromMs: null, toMs: null });
  });

  it('of the last 12 months begins the day after a year before the latest, and goes on', () => {
    expect(periodOf('lastMonths', LATEST, 'UTC')).toEqual({ fromMs: at('2025-02-11T00:00Z'), toMs: null });
  });

  it('of the last full quarter and year ends where the latest one begins', () => {
    const yearsEnd = at('2026-01-01T00:00Z');
    expect(periodOf('lastQuarter', LATEST, 'UTC')).toEqual({ fromMs: at('2025-10-01T00:00Z'), toMs: yearsEnd });
    expect(periodOf('lastYear', LATEST, 'UTC')).toEqual({ fromMs: at('2025-01-01T00:00Z'), toMs: yearsEnd });
  });

  it('begins at midnight of the workshop’s zone, in summer and in winter', () => {
    const latest = at('2026-08-10T23:00Z');
    const { fromMs, toMs } = periodOf('lastQuarter', latest, 'Europe/Rome');
    expect([fromMs, toMs]).toEqual([at('2026-04-01T00:00+02:00'), at('2026-07-01T00:00+02:00')]);
    expect(periodOf('lastYear', latest, 'Europe/Rome').fromMs).toBe(at('2025-01-01T00:00+01:00'));
  });

  it('is known again by its ends, and two other days have no name', () => {
    for (const name of PERIOD_NAMES)
      expect(periodNameOf(periodOf(name, LATEST, 'Asia/Tokyo'), LATEST, 'Asia/Tokyo')).toBe(name);
    expect(periodNameOf({ fromMs: 1, toMs: null }, LATEST, 'UTC')).toBeNull();
  });
});
