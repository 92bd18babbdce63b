import { describe, expect, it } from 'vitest';
import { INPUTS, type Method } from '../../api/contract.ts';
import { WHOLE_VIEW } from '../../core/replay/view.ts';
import { createDispatch, type Handlers } from '../../services/dispatch.ts';

const METHODS = Object.keys(INPUTS) as Method[];

/** Handlers that all do the same. */
const allDo = (handle: (input: unknown) => Promise<unknown>): Handlers =>
  Object.fromEntries(METHODS.map((method) => [method, handle])) as Handlers;

describe('a bug in a handler', () => {
  it('becomes a failure that says what it was', async () => {
    const dispatch = createDispatch(
      allDo(async () => {
        throw new TypeError('points is undefined');
      }),
      () => undefined,
    );
    expect(await dispatch('scenario.get', {})).toEqual({
      ok: false,
      error: { kind: 'unexpected', detail: 'TypeError: points is undefined' },
    });
  });

  it('is logged by method and place, without a word of the data', async () => {
    const lines: string[] = [];
    const dispatch = createDispatch(
      allDo(async () => {
        throw new Error('no such lead: anna.kowalska@example.org');
      }),
      (line) => lines.push(line),
    );
    await dispatch('leads.one', { id: 'anna.kowalska@example.org' });
    expect(lines).toEqual([expect.stringMatching(/^leads\.one threw Error \| at /)]);
    expect(lines[0]).not.toContain('anna');
  });

  it('with a long message is told shortly', async () => {
    const dispatch = createDispatch(
      allDo(() => Promise.reject(new Error('x'.repeat(5_000)))),
      () => undefined,
    );
    expect(JSON.stringify(await dispatch('scenario.get', {})).length).toBeLessThan(300);
  });
});

describe('an input', () => {
  const dispatch = createDispatch(
    allDo(async (input) => ({ ok: true, value: input })),
    () => undefined,
  );

  it('reaches its handler as the schema reads it', async () => {
    expect(await dispatch('leads.one', { id: 'L1' })).toEqual({ ok: true, value: { id: 'L1' } });
  });

  it('with a key named __proto__ is refused', async () => {
    expect(await dispatch('leads.one', JSON.parse('{"id":"L1","__proto__":{"admin":true}}'))).toMatchObject({
      ok: false,
      error: { kind: 'badInput' },
    });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, '12'])(
    'of %s leads a week is refused by its path',
    async (capacityPerWeek) => {
      expect(await dispatch('view.set', { view: { ...WHOLE_VIEW, capacityPerWeek }, label: 'Capacity' })).toMatchObject(
        {
          ok: false,
          error: { kind: 'badInput', path: 'view.capacityPerWeek' },
        },
      );
    },
  );
});
