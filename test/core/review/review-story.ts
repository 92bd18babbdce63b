/** A year of leads and a quarter after something was signed: what is kept, broken, lost and moved is told week by week. */
import type { AgreementDocument } from '../../../core/agreement/agreement-document.ts';
import type { History } from '../../../core/history/history.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { officeHours } from '../../../core/working-time/working-hours.ts';
import { historyOf, type LeadRows } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';
import { agreementFrom } from '../agreement/agreement-from.ts';

const DAY = 86_400_000;
/** A Monday. */
export const SIGNED_MS = Date.UTC(2026, 0, 5);
const WEEKS_BEFORE = 40;
const WEEKS_AFTER = 16;
const A_WEEK = 10;

const storyRules: RuleSet = ruleSetFrom({
  rules: [
    { id: 'asked', name: 'Asked', kind: 'activity', dimension: 'engagement', points: 60, on: { type: 'asked' } },
    {
      id: 'large',
      name: 'Large',
      kind: 'attribute',
      dimension: 'fit',
      points: 10,
      if: { attribute: 'size', op: 'is', value: 'large' },
    },
    {
      id: 'fair',
      name: 'Came from the fair',
      kind: 'attribute',
      dimension: 'fit',
      points: 5,
      if: { attribute: 'source', op: 'is', value: 'fair' },
    },
  ],
});

export const storyAgreement: AgreementDocument = agreementFrom({
  ruleSet: storyRules,
  level: 'mql',
  workingHours: officeHours('UTC'),
  validFrom: '2026-01-05',
  marketing: { volume: { least: 8, most: 12, weeks: 9, ofWeeks: 10 } },
  sales: { followUp: [{ level: 'mql', withinHours: 8, leastPercent: 90 }] },
});

/** Ten leads a week: large ones convert four in five before and one in two after, others one in five and one in two. */
export function storyHistory(weeksAfter = WEEKS_AFTER, more: readonly LeadRows[] = []): History {
  const leads: LeadRows[] = [...more];
  for (let week = -WEEKS_BEFORE; week < weeksAfter; week += 1) {
    for (let index = 0; index < A_WEEK; index += 1) leads.push(leadOf(week, index));
  }
  return historyOf({ leads });
}

function leadOf(week: number, index: number): LeadRows {
  const isAfter = week >= 0;
  const createdMs = SIGNED_MS + (week * 7 + (index % 5)) * DAY + 9 * 3_600_000;
  const at = (days: number): string => new Date(createdMs + days * DAY).toISOString();
  const isLarge = index < 5;
  const turn = (week + WEEKS_BEFORE) * 5 + (index % 5);
  const converts = isAfter ? turn % 2 === 0 : isLarge ? turn % 5 !== 0 : turn % 5 === 0;
  // Followed up within the day before, and a week later since.
  const takenAfter = isAfter ? 7 : 0.1;
  return {
    created: at(0),
    cells: {
      name: isAfter ? 'Ann' : 'Bo',
      // Counted up to the day of the export: older leads have had more time to ask again.
      total_asked: isAfter ? '1' : '5',
      size: isLarge ? 'large' : 'small',
      source: !isAfter && index % 2 === 0 ? 'fair' : 'web',
    },
    activities: [{ at: at(0), type: 'asked' }],
    stages: [
      { at: at(takenAfter), stage: 'sal' },
      ...(converts ? [{ at: at(takenAfter + 1), stage: 'sql' } as const] : []),
    ],
  };
}
