/** Which leads count as missed and which as failures, from what happened to the figures of a level. */
import { describe, expect, it } from 'vitest';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { DEFAULT_OPTIONS, type LevelMeasures, type ReplayOptions } from '../../../core/replay/replay-result.ts';
import { historyOf, type LeadRows, type StageRows } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const MATURE: ReplayOptions = { ...DEFAULT_OPTIONS, asOfMs: Date.UTC(2025, 11, 31) };
const UP_TO_HAND_OVER: ReplayOptions = { ...MATURE, horizon: 'handover' };

describe('an SQL that the rules would have fired for', () => {
  it('before sales took it counts as captured', () => {
    expect(measured(MATURE, taken({ fires: 1, takenOn: 5, sqlOn: 9 }))).toMatchObject({ converted: 1, recall: 1 });
  });

  it('only once it was one counts as missed, and as no failure', () => {
    expect(measured(MATURE, taken({ fires: 12, takenOn: 5, sqlOn: 9 }))).toMatchObject(MISSED);
  });

  it('at the very instant at which it became one counts as missed', () => {
    expect(measured(MATURE, taken({ fires: 9, takenOn: 5, sqlOn: 9 }))).toMatchObject(MISSED);
  });

  it('after sales had taken it counts as missed where leads are read up to the hand-over', () => {
    const lead = taken({ fires: 7, takenOn: 5, sqlOn: 9 });
    expect(measured(UP_TO_HAND_OVER, lead)).toMatchObject(MISSED);
    expect(measured(UP_TO_HAND_OVER, taken({ fires: 5, takenOn: 5, sqlOn: 9 }))).toMatchObject(MISSED);
    expect(measured(UP_TO_HAND_OVER, taken({ fires: 4, takenOn: 5, sqlOn: 9 }))).toMatchObject({ recall: 1 });
  });
});

describe('a lead without a result', () => {
  it('that sales never worked is no failure: the rate leaves it out, and the bounds say what it could have been', () => {
    const captured = taken({ fires: 1, takenOn: 5, sqlOn: 9 });
    expect(measured(MATURE, captured, fired({ fires: 1, stages: [] }))).toMatchObject({
      reached: 2,
      observed: 1,
      unobserved: 1,
      rate: 1,
      bounds: [0.5, 1],
    });
  });

  it('that is too young for one is no failure, and not within the bounds either', () => {
    const captured = taken({ fires: 1, takenOn: 5, sqlOn: 9 });
    const young = fired({ created: 330, fires: 331, stages: [{ at: day(335), stage: 'mql' }] });
    expect(measured(MATURE, captured, young)).toMatchObject({
      reached: 2,
      observed: 1,
      immature: 1,
      rate: 1,
      bounds: [1, 1],
    });
  });
});

/** Not handed over by the rules, and still one of the SQLs to be caught. */
const MISSED = { reached: 0, observed: 0, converted: 0, sqls: 1, recall: 0, rate: null };

const RULES = ruleSetFrom({
  rules: [
    {
      id: 'quote',
      name: 'Asks for a quote',
      kind: 'activity',
      dimension: 'engagement',
      points: 60,
      on: { type: 'quote' },
    },
  ],
});

function measured(options: ReplayOptions, ...leads: readonly LeadRows[]): LevelMeasures {
  return levelMeasures(replay(compileReplay(historyOf({ leads }), RULES, options), RULES), 0, 'mql');
}

/** Days of 2025. */
const day = (days: number): string => new Date(Date.UTC(2025, 0, 1 + days)).toISOString();

interface Fired {
  readonly created?: number;
  readonly fires: number;
  readonly stages: readonly StageRows[];
}

/** The rules fire on the day. */
const fired = ({ created = 0, fires, stages }: Fired): LeadRows => ({
  id: `L${created}-${stages.length}`,
  created: day(created),
  activities: [{ at: day(fires), type: 'quote' }],
  stages,
});

const taken = ({
  fires,
  takenOn,
  sqlOn,
}: {
  readonly fires: number;
  readonly takenOn: number;
  readonly sqlOn: number;
}) =>
  fired({
    fires,
    stages: [
      { at: day(takenOn), stage: 'mql' },
      { at: day(sqlOn), stage: 'sql' },
    ],
  });
