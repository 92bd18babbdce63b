import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Game, type ShapleyQuestion, shapleyShares } from '../../../core/sensitivity/shapley.ts';

const ask = (players: number, game: Game, other: Partial<ShapleyQuestion> = {}) => {
  const answer = shapleyShares({ players, game, groups: [], seed: 7, onStep: () => true, ...other });
  if (answer === null) throw new Error('nobody stopped it');
  return answer;
};
const sharesOf = (
  players: number,
  worth: (members: readonly number[]) => number,
  other: Partial<ShapleyQuestion> = {},
) => ask(players, (takesPart) => [worth([...takesPart.keys()].filter((player) => takesPart[player] === 1))], other)[0];
const numbers = (found: ReturnType<typeof sharesOf>) => found?.shares.map(({ share }) => share) ?? [];
/** Without the dust of binary fractions, and without a zero below zero. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9 + 0;
const estimated = { mostExact: 0 } as const;

/** Any game of so many players: a worth for each set. */
const anyGame = fc.integer({ min: 1, max: 5 }).chain((players) =>
  fc.record({
    players: fc.constant(players),
    worths: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2 ** players, maxLength: 2 ** players }),
  }),
);
const gameOf =
  (worths: readonly number[]): Game =>
  (takesPart) => [worths[takesPart.reduce((set, one, player) => set + one * 2 ** player, 0)] ?? 0];

/** Straight from the definition: the mean over every order. */
function overEveryOrder(players: number, game: Game): readonly number[] {
  const sums = Array.from({ length: players }, () => 0);
  let orders = 0;
  const walk = (takesPart: Uint8Array, gained: readonly number[]): void => {
    const left = [...takesPart.keys()].filter((player) => takesPart[player] === 0);
    if (left.length === 0) {
      orders += 1;
      gained.forEach((value, player) => {
        sums[player] = (sums[player] ?? 0) + value;
      });
    }
    for (const player of left) {
      const next = Uint8Array.from(takesPart);
      next[player] = 1;
      const adds = (game(next)[0] ?? 0) - (game(takesPart)[0] ?? 0);
      walk(next, gained.with(player, adds));
    }
  };
  walk(
    new Uint8Array(players),
    Array.from({ length: players }, () => 0),
  );
  return sums.map((sum) => sum / orders);
}

describe('Shapley shares', () => {
  it('of the glove game are 4/6, 1/6 and 1/6', () => {
    const pairs = sharesOf(3, (members) => (members.includes(0) && members.length > 1 ? 1 : 0));
    expect(numbers(pairs).map((share) => rounded(share * 6))).toEqual([4, 1, 1]);
  });

  it('of the airport game share each stretch of the runway among those who need it', () => {
    const needs = [8, 11, 13, 18];
    const cost = sharesOf(4, (members) => Math.max(0, ...members.map((player) => needs[player] ?? 0)));
    expect(numbers(cost).map(rounded)).toEqual([2, 3, 4, 9]);
  });

  it('split what either of two alike rules does by itself in halves, where leaving one out shows nothing', () => {
    const either = sharesOf(2, (members) => (members.length > 0 ? 10 : 0));
    expect(numbers(either)).toEqual([5, 5]);
  });

  it.each([
    ['exactly', {}],
    ['estimated', estimated],
  ])('are what all are worth less what none is, %s', (_, how) => {
    fc.assert(
      fc.property(anyGame, ({ players, worths }) => {
        const [found] = ask(players, gameOf(worths), how);
        const sum = found?.shares.reduce((total, { share }) => total + share, 0);
        expect(sum).toBeCloseTo((found?.all ?? 0) - (found?.none ?? 0), 9);
      }),
      { numRuns: 40 },
    );
  });

  it('equal the mean over every order', () => {
    fc.assert(
      fc.property(anyGame, ({ players, worths }) => {
        const game = gameOf(worths);
        expect(ask(players, game)[0]?.shares.map(({ share }) => rounded(share))).toEqual(
          overEveryOrder(players, game).map(rounded),
        );
      }),
    );
  });

  it.each([
    ['exactly', {}],
    ['estimated', estimated],
  ])('give a rule that adds nothing nothing, without an error, %s', (_, how) => {
    const found = sharesOf(4, (members) => members.filter((player) => player !== 2).length ** 2, how);
    expect(found?.shares[2]?.share).toBe(0);
    expect(found?.shares[2]?.standardError ?? 0).toBe(0);
  });

  it('of drawn orders lie within a few standard errors of the exact ones', () => {
    const worth = (members: readonly number[]) =>
      members.reduce((sum, player) => sum + player, 0) + (members.includes(1) && members.includes(4) ? 12 : 0);
    const exact = numbers(sharesOf(6, worth));
    const drawn = sharesOf(6, worth, estimated);
    drawn?.shares.forEach(({ share, standardError }, player) => {
      expect(Math.abs(share - (exact[player] ?? 0))).toBeLessThanOrEqual(4 * (standardError ?? 0) + 1e-9);
    });
  });

  it('are drawn the same with the same seed', () => {
    const worth = (members: readonly number[]) => (members.length > 3 ? 1 : 0) + (members.includes(2) ? 0.5 : 0);
    expect(sharesOf(6, worth, { ...estimated, pairs: 5 })).toEqual(sharesOf(6, worth, { ...estimated, pairs: 5 }));
  });

  it('of a group are those of its members together, with an error of its own', () => {
    const worth = (members: readonly number[]) => (members.includes(0) || members.includes(1) ? 8 : 0);
    const found = sharesOf(3, worth, { ...estimated, groups: [[0, 1], [2]] });
    expect(rounded(found?.groups[0]?.share ?? 0)).toBe(8);
    expect(rounded(found?.groups[0]?.standardError ?? 1)).toBe(0);
    expect(found?.groups[1]).toEqual({ share: 0, standardError: 0 });
  });

  it('end when they are told to', () => {
    const stopped = shapleyShares({ players: 3, game: () => [0], groups: [], seed: 1, onStep: (done) => done < 2 });
    expect(stopped).toBeNull();
  });
});
