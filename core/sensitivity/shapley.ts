/** Shapley shares of a game (STATISTICS.md 6): what each player adds, averaged over every order in which they may come. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { itemAt, numberAt } from '../at.ts';

/** By player, 1: takes part. What that is worth, figure by figure, each time as many; the same players, the same worth. */
export type Game = (takesPart: Uint8Array) => readonly number[];

export interface ShapleyShares {
  /** Worth of all players and of none. */
  readonly all: number;
  readonly none: number;
  /** By player; they sum up to `all` − `none`. */
  readonly shares: readonly Share[];
  /** Of players together, in the order in which the groups were given. */
  readonly groups: readonly Share[];
}

export interface Share {
  readonly share: number;
  /** Null: exact. */
  readonly standardError: number | null;
}

export interface ShapleyQuestion {
  readonly players: number;
  readonly game: Game;
  /** Each a list of players. */
  readonly groups: readonly (readonly number[])[];
  readonly seed: number;
  /** Hears how many of the orders or sets are done; false: stop. */
  readonly onStep: (done: number, total: number) => boolean;
  /** Absent: 12. With more players the shares are estimated from drawn orders. */
  readonly mostExact?: number;
  /** Orders are drawn in pairs, each with its reverse, which takes much of the spread away. Absent: 200. */
  readonly pairs?: number;
}

const MOST_EXACT = 12;
const PAIRS = 200;

/** How often a game of so many players is played at most. */
export const shapleyReplays = (players: number): number =>
  players <= MOST_EXACT ? 2 ** players : 2 * PAIRS * (players - 1) + 2;

/** One answer for each figure of the game; null when it was stopped. */
export function shapleyShares(question: ShapleyQuestion): readonly ShapleyShares[] | null {
  return question.players <= (question.mostExact ?? MOST_EXACT) ? exactShares(question) : drawnShares(question);
}

/** φ = Σ_S |S|! (R − |S| − 1)! / R! × (v(S ∪ r) − v(S)), over every set of players. */
function exactShares({ players, game, groups, onStep }: ShapleyQuestion): readonly ShapleyShares[] | null {
  const sets = 2 ** players;
  const worth: (readonly number[])[] = [];
  for (let set = 0; set < sets; set += 1) {
    if (!onStep(set, sets)) return null;
    worth.push(game(Uint8Array.from({ length: players }, (_, player) => (set >>> player) & 1)));
  }
  const weights = weightsBySize(players);
  const figures = itemAt(worth, 0).length;
  return Array.from({ length: figures }, (_, figure): ShapleyShares => {
    const worthAt = (set: number): number => numberAt(itemAt(worth, set), figure);
    const shares = new Float64Array(players);
    for (let set = 0; set < sets; set += 1) {
      const weight = numberAt(weights, sizeOf(set));
      for (let player = 0; player < players; player += 1) {
        if (((set >>> player) & 1) === 1) continue;
        shares[player] = numberAt(shares, player) + weight * (worthAt(set | (1 << player)) - worthAt(set));
      }
    }
    const exact = (share: number): Share => ({ share, standardError: null });
    return {
      all: worthAt(sets - 1),
      none: worthAt(0),
      shares: Array.from(shares, exact),
      groups: groups.map((members) => exact(members.reduce((sum, player) => sum + numberAt(shares, player), 0))),
    };
  });
}

/** |S|! (R − |S| − 1)! / R! by size of S: 1 / (R × C(R − 1, |S|)). */
function weightsBySize(players: number): readonly number[] {
  const weights: number[] = [];
  let choices = 1;
  for (let size = 0; size < players; size += 1) {
    weights.push(1 / (players * choices));
    choices = (choices * (players - 1 - size)) / (size + 1);
  }
  return weights;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}

function drawnShares(question: ShapleyQuestion): readonly ShapleyShares[] | null {
  const { players, groups, seed, onStep, pairs = PAIRS } = question;
  const worthOf = remembering(question.game);
  const none = worthOf(new Uint8Array(players));
  const all = worthOf(new Uint8Array(players).fill(1));
  const tallies = none.map(() => createTally(players, groups));
  const generator = xoroshiro128plus(seed);
  const order = Array.from({ length: players }, (_, player) => player);
  for (let pair = 0; pair < pairs; pair += 1) {
    for (let last = players - 1; last > 0; last -= 1) {
      const other = uniformInt(generator, 0, last);
      [order[last], order[other]] = [itemAt(order, other), itemAt(order, last)];
    }
    const added = none.map(() => new Float64Array(players));
    for (const [half, walked] of [order, order.toReversed()].entries()) {
      if (!onStep(2 * pair + half, 2 * pairs)) return null;
      addAlong(walked, worthOf, none, added);
    }
    for (const [figure, tally] of tallies.entries()) tally.add(itemAt(added, figure));
  }
  return tallies.map((tally, figure) => ({
    all: numberAt(all, figure),
    none: numberAt(none, figure),
    ...tally.result(pairs),
  }));
}

/** Half of what each player adds when they come in this order, so that a pair of orders makes a mean. */
function addAlong(
  order: readonly number[],
  worthOf: Game,
  none: readonly number[],
  added: readonly Float64Array[],
): void {
  const takesPart = new Uint8Array(order.length);
  let before = none;
  for (const player of order) {
    takesPart[player] = 1;
    const after = worthOf(takesPart);
    added.forEach((column, figure) => {
      column[player] = numberAt(column, player) + (numberAt(after, figure) - numberAt(before, figure)) / 2;
    });
    before = after;
  }
}

/** Sums over pairs, for means and their standard errors. */
function createTally(players: number, groups: readonly (readonly number[])[]) {
  const columns = [...Array.from({ length: players }, (_, player) => [player]), ...groups];
  const sums = new Float64Array(columns.length);
  const squares = new Float64Array(columns.length);
  return {
    add: (added: Float64Array): void => {
      for (const [column, members] of columns.entries()) {
        const value = members.reduce((sum, player) => sum + numberAt(added, player), 0);
        sums[column] = numberAt(sums, column) + value;
        squares[column] = numberAt(squares, column) + value * value;
      }
    },
    result: (pairs: number): Pick<ShapleyShares, 'shares' | 'groups'> => {
      const found = columns.map((_, column): Share => {
        const share = numberAt(sums, column) / pairs;
        const variance = Math.max(0, numberAt(squares, column) / pairs - share * share);
        return { share, standardError: pairs < 2 ? null : Math.sqrt(variance / (pairs - 1)) };
      });
      return { shares: found.slice(0, players), groups: found.slice(players) };
    },
  };
}

/** Small and large sets come again in nearly every order. */
function remembering(game: Game): Game {
  const known = new Map<string, readonly number[]>();
  return (takesPart) => {
    const key = takesPart.join('');
    const before = known.get(key);
    if (before !== undefined) return before;
    const worth = game(takesPart);
    known.set(key, worth);
    return worth;
  };
}
