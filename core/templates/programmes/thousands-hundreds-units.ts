import { BUSINESS, DECIDES } from '../concept-words.ts';
import { act, chosen, lead, property, saying, visitsCounted } from '../sources.ts';
import type { Source, Template, TemplateRule } from '../template.ts';

/** A tenth action or quality would spill into the next digit; the units end below a hundred. */
const MOST_ACTIONS = 9;
const MOST_QUALITIES = 9;
const MOST_UNITS = 99;

const ACTION = 1_000;
const QUALITY = 100;

const quality = (id: string, ...from: readonly [Source, ...Source[]]): TemplateRule => ({
  id,
  dimension: 'hundreds',
  group: 'qualities',
  from,
});

const interaction = (id: string, ...from: readonly [Source, ...Source[]]): TemplateRule => ({
  id,
  dimension: 'units',
  group: 'interactions',
  from,
});

/**
 * 1,000 for each time a lead does the decisive action, 100 for each quality that makes it a customer of ours, 1 to 99 for
 * interactions. All points are whole, nothing is taken away and nothing fades, so that the total is always 1,000 × actions
 * (at most 9) + 100 × qualities (at most 9) + units (at most 99), and each digit is read by itself.
 */
export const THOUSANDS_HUNDREDS_UNITS: Template = {
  id: 'thousands-hundreds-units',
  total: { min: 0, max: 9_999 },
  dimensions: [
    { id: 'thousands', min: 0, max: ACTION * MOST_ACTIONS },
    { id: 'hundreds', min: 0, max: QUALITY * MOST_QUALITIES },
    { id: 'units', min: 0, max: MOST_UNITS },
  ],
  groups: [
    { id: 'actions', dimension: 'thousands', combine: 'sum', min: 0, max: ACTION * MOST_ACTIONS },
    { id: 'qualities', dimension: 'hundreds', combine: 'sum', min: 0, max: QUALITY * MOST_QUALITIES },
    { id: 'interactions', dimension: 'units', combine: 'sum', min: 0, max: MOST_UNITS },
  ],
  rules: [
    {
      id: 'decisive-action',
      dimension: 'thousands',
      group: 'actions',
      from: [
        act('quoteRequest', ACTION, MOST_ACTIONS),
        act('demoRequest', ACTION, MOST_ACTIONS),
        act('order', ACTION, MOST_ACTIONS),
      ],
    },
    quality('our-location', lead('location', QUALITY, chosen('Germany'))),
    quality('our-age', lead('age', QUALITY, { number: { kind: 'between', low: 25, high: 64 } })),
    quality(
      'our-profession',
      lead('profession', QUALITY, chosen('Engineering')),
      lead('industry', QUALITY, chosen('Machinery')),
    ),
    quality('our-role', lead('jobFunction', QUALITY, { text: saying(DECIDES) })),
    quality(
      'business',
      lead('businessType', QUALITY, { text: saying(BUSINESS) }),
      lead('company', QUALITY, { text: { kind: 'known' } }),
    ),
    quality('our-device', lead('device', QUALITY, chosen('Desktop')), property('device', QUALITY, chosen('Desktop'))),
    quality(
      'our-channel',
      lead('channel', QUALITY, chosen('Organic search')),
      property('channel', QUALITY, chosen('web')),
    ),
    interaction('page-visits', act('pageVisit', 1, 20), visitsCounted(1, 1, 20)),
    interaction('email-click', act('emailClick', 3, 10)),
    interaction('newsletter', act('newsletter', 5, 1), lead('newsletter', 5, { 'yes/no': { kind: 'yes' } })),
    interaction('form', act('form', 5, 5), act('download', 5, 5)),
    interaction('webinar', act('webinar', 10, 3)),
    interaction('meeting', act('tradeFair', 10, 3), act('meeting', 10, 3)),
    interaction('click-to-call', act('clickToCall', 10, 3)),
  ],
  levels: [
    { id: 'nurture', total: 300, dimensions: { hundreds: 300 }, route: 'nurture', followUpHours: 168 },
    { id: 'mql', total: 1_300, dimensions: { thousands: 1_000, hundreds: 300 }, route: 'sales', followUpHours: 48 },
    {
      id: 'hot',
      total: 2_500,
      dimensions: { thousands: 2_000, hundreds: 500 },
      route: 'sales-urgent',
      followUpHours: 4,
    },
  ],
};
