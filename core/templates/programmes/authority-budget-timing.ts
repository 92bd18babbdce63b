import { ALLOTTED, APPROVED, DECIDES, DECISION_ROLE, SOON } from '../concept-words.ts';
import { act, bands, chosen, lead, saying, YES, yesOr } from '../sources.ts';
import type { Template } from '../template.ts';

const ANSWER = 20;

/**
 * Five questions at 20 each: does the lead have authority, is the budget allotted, will it close soon, is final approval there,
 * is now the right time. Three of the five (60) are the reliability threshold that separates sales-qualified from
 * marketing-qualified leads. Before a new cycle the traces of the old one are cleared. The source names no figures but the
 * questions and the threshold.
 */
export const AUTHORITY_BUDGET_TIMING: Template = {
  id: 'authority-budget-timing',
  total: {},
  dimensions: [{ id: 'reliability', min: 0, max: 5 * ANSWER }, { id: 'criteria' }, { id: 'behaviour', min: 0 }],
  groups: [
    { id: 'demographic', dimension: 'criteria', combine: 'sum', max: 20 },
    { id: 'geographic', dimension: 'criteria', combine: 'sum', max: 10 },
    { id: 'psychographic', dimension: 'criteria', combine: 'sum', max: 10 },
    { id: 'value', dimension: 'criteria', combine: 'sum', max: 30 },
  ],
  rules: [
    {
      id: 'has-authority',
      dimension: 'reliability',
      from: [lead('authority', ANSWER, yesOr(DECISION_ROLE)), lead('jobFunction', ANSWER, { text: saying(DECIDES) })],
    },
    {
      id: 'budget-allotted',
      dimension: 'reliability',
      from: [
        lead('budget', ANSWER, {
          'yes/no': { kind: 'yes' },
          text: saying(ALLOTTED),
          number: { kind: 'above', value: 0 },
        }),
      ],
    },
    {
      id: 'closes-soon',
      dimension: 'reliability',
      from: [lead('timing', ANSWER, { text: saying(SOON), number: { kind: 'between', low: 0, high: 90 } })],
    },
    { id: 'approval-given', dimension: 'reliability', from: [lead('approval', ANSWER, yesOr(APPROVED))] },
    {
      id: 'right-time',
      dimension: 'reliability',
      from: [
        act('quoteRequest', ANSWER, 1, { decay: { kind: 'expire', days: 30 } }),
        act('demoRequest', ANSWER, 1, { decay: { kind: 'expire', days: 30 } }),
        act('pricingPage', ANSWER, 1, { decay: { kind: 'expire', days: 30 } }),
      ],
    },
    {
      id: 'employees',
      dimension: 'criteria',
      group: 'demographic',
      from: [bands('employees', { from: 50, to: 250, points: 10 }, { from: 250, points: 20 })],
    },
    {
      id: 'our-industry',
      dimension: 'criteria',
      group: 'demographic',
      from: [lead('industry', 10, chosen('Machinery'))],
    },
    { id: 'our-location', dimension: 'criteria', group: 'geographic', from: [lead('location', 10, chosen('Germany'))] },
    {
      id: 'our-interest',
      dimension: 'criteria',
      group: 'psychographic',
      from: [lead('interest', 10, chosen('Pumps'))],
    },
    {
      id: 'deal-value',
      dimension: 'criteria',
      group: 'value',
      from: [
        bands(
          'dealValue',
          { from: 1_000, to: 10_000, points: 10 },
          { from: 10_000, to: 100_000, points: 20 },
          { from: 100_000, points: 30 },
        ),
      ],
    },
    { id: 'pricing-page', dimension: 'behaviour', from: [act('pricingPage', 5, 2, { cooldownDays: 1 })] },
    { id: 'webinar', dimension: 'behaviour', from: [act('webinar', 5, 2)] },
    { id: 'demo-request', dimension: 'behaviour', from: [act('demoRequest', 10, 1)] },
    { id: 'meeting', dimension: 'behaviour', from: [act('meeting', 10, 2), act('tradeFair', 10, 2)] },
    { id: 'opted-out', dimension: 'behaviour', from: [lead('optOut', -20, YES), act('unsubscribe', -20, 1)] },
  ],
  levels: [
    { id: 'mql', total: 40, dimensions: {}, route: 'nurture', followUpHours: 72 },
    { id: 'sales-qualified', total: 80, dimensions: { reliability: 60 }, route: 'sales', followUpHours: 24 },
    { id: 'hot', total: 120, dimensions: { reliability: 80 }, route: 'sales-urgent', followUpHours: 4 },
  ],
  recycle: { on: ['lost', 'rejected', 'recycled'], clear: ['reliability', 'behaviour'] },
};
