import type { Decay } from '../../rule-set/rule-set.ts';
import { DECIDES, FREE_MAIL, LEARNS } from '../concept-words.ts';
import { act, bands, chosen, lead, saying, silence, visitsCounted, YES } from '../sources.ts';
import type { Template } from '../template.ts';

/** The validity period: what a lead did so long ago says nothing any more. */
const VALID: { readonly decay: Decay } = { decay: { kind: 'expire', days: 90 } };

/**
 * Demographic and behavioural rules, points added and taken away, a threshold for sales-ready, and a validity period after
 * which behaviour lapses. The source names no figures but these parts.
 */
export const TWO_DIMENSIONS: Template = {
  id: 'two-dimensions',
  total: {},
  dimensions: [
    { id: 'demographic', min: -50, max: 50 },
    { id: 'behavioural', min: -50, max: 100 },
  ],
  groups: [],
  rules: [
    { id: 'our-location', dimension: 'demographic', from: [lead('location', 10, chosen('Germany'))] },
    { id: 'our-industry', dimension: 'demographic', from: [lead('industry', 10, chosen('Machinery'))] },
    { id: 'decides', dimension: 'demographic', from: [lead('jobFunction', 20, { text: saying(DECIDES) })] },
    {
      id: 'employees',
      dimension: 'demographic',
      from: [bands('employees', { to: 10, points: -10 }, { from: 50, points: 10 })],
    },
    {
      id: 'free-mail',
      dimension: 'demographic',
      from: [lead('email', -10, { text: { kind: 'words', words: FREE_MAIL, op: 'endsWith' } })],
    },
    { id: 'learns', dimension: 'demographic', from: [lead('jobFunction', -20, { text: saying(LEARNS) })] },
    {
      id: 'page-visits',
      dimension: 'behavioural',
      from: [act('pageVisit', 1, 10, { ...VALID, cooldownDays: 1 }), visitsCounted(1, 1, 10)],
    },
    { id: 'email-click', dimension: 'behavioural', from: [act('emailClick', 5, 4, { ...VALID, cooldownDays: 1 })] },
    {
      id: 'form',
      dimension: 'behavioural',
      from: [act('download', 5, 3, { ...VALID, cooldownDays: 1 }), act('form', 5, 3, { ...VALID, cooldownDays: 1 })],
    },
    { id: 'webinar', dimension: 'behavioural', from: [act('webinar', 15, 2, VALID)] },
    { id: 'pricing-page', dimension: 'behavioural', from: [act('pricingPage', 10, 3, { ...VALID, cooldownDays: 1 })] },
    { id: 'demo-request', dimension: 'behavioural', from: [act('demoRequest', 30, 1, VALID)] },
    {
      id: 'quote-request',
      dimension: 'behavioural',
      from: [act('quoteRequest', 30, 2, { ...VALID, cooldownDays: 7 })],
    },
    { id: 'opted-out', dimension: 'behavioural', from: [lead('optOut', -20, YES), act('unsubscribe', -20, 1)] },
    { id: 'silent', dimension: 'behavioural', from: [silence(-10, 30, 2, 90)] },
  ],
  levels: [
    { id: 'mql', total: 30, dimensions: {}, route: 'nurture', followUpHours: 72 },
    {
      id: 'sales-ready',
      total: 50,
      dimensions: { demographic: 10, behavioural: 20 },
      route: 'sales',
      followUpHours: 24,
    },
    {
      id: 'hot',
      total: 80,
      dimensions: { demographic: 20, behavioural: 40 },
      route: 'sales-urgent',
      followUpHours: 4,
    },
  ],
};
