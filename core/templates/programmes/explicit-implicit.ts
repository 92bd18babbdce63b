import { DECIDES, EXISTING_CUSTOMER, INFLUENCES } from '../concept-words.ts';
import { act, bands, chosen, KNOWN, lead, saying, visitsCounted, yesOr } from '../sources.ts';
import type { Template } from '../template.ts';

/**
 * What a lead says of itself (the least important profile 10, the most important 50), and what it does: the page most visited
 * before an order 10, a request for a quote 20, the quote downloaded from the e-mail 40. Where the source names a criterion
 * without a figure, the figure keeps within those.
 */
export const EXPLICIT_IMPLICIT: Template = {
  id: 'explicit-implicit',
  total: {},
  dimensions: [{ id: 'explicit' }, { id: 'implicit' }],
  groups: [{ id: 'job', dimension: 'explicit', combine: 'best' }],
  rules: [
    { id: 'company-known', dimension: 'explicit', from: [lead('company', 10, KNOWN)] },
    {
      id: 'employees',
      dimension: 'explicit',
      from: [bands('employees', { to: 50, points: 10 }, { from: 50, to: 250, points: 30 }, { from: 250, points: 50 })],
    },
    {
      id: 'decides',
      dimension: 'explicit',
      group: 'job',
      from: [lead('jobFunction', 50, { text: saying(DECIDES) })],
    },
    {
      id: 'influences',
      dimension: 'explicit',
      group: 'job',
      from: [lead('jobFunction', 20, { text: saying(INFLUENCES) })],
    },
    { id: 'our-location', dimension: 'explicit', from: [lead('location', 20, chosen('Germany'))] },
    {
      id: 'existing-customer',
      dimension: 'explicit',
      from: [lead('existingCustomer', 30, yesOr(EXISTING_CUSTOMER))],
    },
    {
      id: 'page-visits',
      dimension: 'implicit',
      from: [act('pageVisit', 10, 3, { every: 5 }), visitsCounted(10, 5, 3)],
    },
    { id: 'page-before-order', dimension: 'implicit', from: [act('pricingPage', 10, 2, { cooldownDays: 1 })] },
    { id: 'click-to-call', dimension: 'implicit', from: [act('clickToCall', 20, 2, { cooldownDays: 1 })] },
    {
      id: 'newsletter',
      dimension: 'implicit',
      from: [act('newsletter', 10, 1), lead('newsletter', 10, yesOr({ english: ['subscribed'], others: [] }))],
    },
    { id: 'quote-request', dimension: 'implicit', from: [act('quoteRequest', 20, 2, { cooldownDays: 1 })] },
    { id: 'quote-download', dimension: 'implicit', from: [act('quoteDownload', 40, 1)] },
  ],
  levels: [
    { id: 'mql', total: 60, dimensions: { explicit: 10 }, route: 'nurture', followUpHours: 72 },
    { id: 'hot', total: 120, dimensions: { explicit: 10, implicit: 20 }, route: 'sales-urgent', followUpHours: 4 },
  ],
};
