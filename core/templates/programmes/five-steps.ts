import { DECIDES, INFLUENCES } from '../concept-words.ts';
import { act, bands, chosen, lead, saying, silence, visitsCounted } from '../sources.ts';
import type { Template } from '../template.ts';

/**
 * Attributes at 5 (somewhat important, an influencer), 10 (some potential) and 15 (high potential or authority); behaviours
 * that take time or show intent weigh more, and stand where the lead is in the buyer's journey. Not acting counts too.
 */
export const FIVE_STEPS: Template = {
  id: 'five-steps',
  total: {},
  dimensions: [{ id: 'profile' }, { id: 'behaviour' }],
  groups: [
    { id: 'job', dimension: 'profile', combine: 'best' },
    { id: 'becoming-aware', dimension: 'behaviour', combine: 'sum', max: 15 },
    { id: 'considering', dimension: 'behaviour', combine: 'sum', max: 30 },
    { id: 'comparing', dimension: 'behaviour', combine: 'sum' },
    { id: 'not-acting', dimension: 'behaviour', combine: 'sum', min: -15 },
  ],
  rules: [
    { id: 'decides', dimension: 'profile', group: 'job', from: [lead('jobFunction', 15, { text: saying(DECIDES) })] },
    {
      id: 'influences',
      dimension: 'profile',
      group: 'job',
      from: [lead('jobFunction', 5, { text: saying(INFLUENCES) })],
    },
    {
      id: 'employees',
      dimension: 'profile',
      from: [bands('employees', { to: 1_000, points: 10 }, { from: 1_000, points: 15 })],
    },
    { id: 'our-industry', dimension: 'profile', from: [lead('industry', 10, chosen('Machinery'))] },
    { id: 'our-location', dimension: 'profile', from: [lead('location', 5, chosen('Germany'))] },
    {
      id: 'page-visits',
      dimension: 'behaviour',
      group: 'becoming-aware',
      from: [act('pageVisit', 1, 5, { cooldownDays: 1 }), visitsCounted(1, 1, 5)],
    },
    { id: 'contest', dimension: 'behaviour', group: 'becoming-aware', from: [act('contest', 1, 1)] },
    {
      id: 'email-click',
      dimension: 'behaviour',
      group: 'becoming-aware',
      from: [act('emailClick', 2, 5, { cooldownDays: 1 })],
    },
    {
      id: 'form',
      dimension: 'behaviour',
      group: 'considering',
      from: [act('download', 5, 3, { cooldownDays: 1 }), act('form', 5, 3, { cooldownDays: 1 })],
    },
    { id: 'webinar', dimension: 'behaviour', group: 'considering', from: [act('webinar', 10, 2)] },
    {
      id: 'comparison-page',
      dimension: 'behaviour',
      group: 'comparing',
      from: [act('comparisonPage', 10, 2, { cooldownDays: 1 })],
    },
    {
      id: 'pricing-page',
      dimension: 'behaviour',
      group: 'comparing',
      from: [act('pricingPage', 10, 2, { cooldownDays: 1 })],
    },
    { id: 'demo-request', dimension: 'behaviour', group: 'comparing', from: [act('demoRequest', 30, 1)] },
    {
      id: 'quote-request',
      dimension: 'behaviour',
      group: 'comparing',
      from: [act('quoteRequest', 25, 2, { cooldownDays: 7 })],
    },
    { id: 'silent', dimension: 'behaviour', group: 'not-acting', from: [silence(-5, 30, 3, 90)] },
  ],
  levels: [
    { id: 'mql', total: 45, dimensions: { profile: 10 }, route: 'sales', followUpHours: 48 },
    { id: 'hot', total: 75, dimensions: { profile: 10, behaviour: 30 }, route: 'sales-urgent', followUpHours: 4 },
  ],
};
