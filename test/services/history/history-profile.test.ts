import { describe, expect, it } from 'vitest';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { DEMO_ATTRIBUTES } from '../../../core/demo/demo-leads.ts';
import { profileHistory } from '../../../services/history/history-profile.ts';

const demo = demoHistory({ leads: 400, seed: 3 });
if (demo === null) throw new Error('the demo was not made');
const { history, truth } = demo;
const { summary, values, names } = profileHistory(history, null);

describe('the profile of a history', () => {
  it('counts rows as the history does', () => {
    expect([summary.leads, summary.activities, summary.stages]).toEqual([
      truth.counts.leads,
      truth.counts.activities,
      truth.counts.stages,
    ]);
  });

  it('counts each lead once by its outcome', () => {
    expect(summary.outcomes.reduce((sum, { leads }) => sum + leads, 0)).toBe(400);
    expect(summary.outcomes.map(({ outcome }) => outcome)).toEqual([
      'converted',
      'not converted',
      'immature',
      'unobserved',
      'customer',
    ]);
  });

  it('never counts more leads than rows in a stage', () => {
    expect(summary.stageCounts.filter(({ rows, leads }) => leads > rows || leads === 0)).toEqual([]);
  });

  it('counts present and missing cells of each attribute', () => {
    for (const { name, missing } of summary.attributes) {
      const present = values('leads', name, 1_000)?.reduce((sum, { rows }) => sum + rows, 0);
      expect([name, (present ?? 0) + missing]).toEqual([name, 400]);
    }
  });

  it('lists the most frequent values first, and no more than asked for', () => {
    const [first, second, ...others] = values('leads', 'country', 2) ?? [];
    expect([others, (first?.rows ?? 0) >= (second?.rows ?? 0)]).toEqual([[], true]);
  });

  it('knows the type of activities as a column of theirs', () => {
    expect(values('activities', 'type', 1_000)).toEqual(summary.activityTypes);
  });

  it('tells a column that is not there from an empty one', () => {
    expect(values('leads', 'shoe size', 10)).toBeNull();
  });

  it('keeps the names for checks of a rule set', () => {
    expect(names.attributes).toEqual(expect.arrayContaining([...DEMO_ATTRIBUTES]));
    expect([...names.types].sort()).toEqual(summary.activityTypes.map(({ value }) => value).sort());
  });

  it('orders values of equal frequency by the value', () => {
    const inOrder = values('leads', 'email', 1_000)?.map(({ value, rows }) => [-rows, value] as const) ?? [];
    expect(inOrder.length).toBeGreaterThan(1);
    expect(inOrder).toEqual(
      inOrder.toSorted(([a, left], [b, right]) => a - b || (left < right ? -1 : left > right ? 1 : 0)),
    );
  });
});
