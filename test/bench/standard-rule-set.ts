/** The standard rule set of the bench: 30 rules that use the whole language of REPLAY.md, and the moves of its levers. */
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { Decay, Rule, RuleSet } from '../../core/rule-set/rule-set.ts';

const MONTH: Decay = { kind: 'half-life', days: 30 };
const QUARTER: Decay = { kind: 'half-life', days: 90 };

const attribute = (id: string, points: number, test: object, more: object = {}) => ({
  id,
  name: id,
  kind: 'attribute',
  dimension: 'fit',
  points,
  if: test,
  ...more,
});
const is = (name: string, ...value: readonly string[]) => ({ attribute: name, op: 'is', value });
const activity = (id: string, points: number, type: string, more: object = {}, test?: object) => ({
  id,
  name: id,
  kind: 'activity',
  dimension: 'engagement',
  points,
  on: { type: [type], ...(test === undefined ? {} : { if: test }) },
  ...more,
});
const page = (section: string) => ({ property: 'url', op: 'startsWith' as const, value: `/${section}/` });

const FIT_RULES = [
  attribute('decides', 15, { attribute: 'job_title', op: 'hasWord', value: ['Head', 'Director', 'VP', 'Owner'] }),
  attribute('function', 5, { attribute: 'job_title', op: 'contains', value: ['Marketing', 'Sales', 'Procurement'] }),
  attribute('junior', -5, { attribute: 'job_title', op: 'hasWord', value: 'Junior' }),
  attribute('student', 0, { attribute: 'job_title', op: 'hasWord', value: 'Student' }, { disqualifies: true }),
  attribute('industry', 8, is('industry', 'Software', 'Machinery', 'Banking', 'Insurance')),
  attribute('home-market', 6, is('country', 'DE', 'AT', 'CH')),
  attribute('far-market', -8, {
    not: { any: [is('country', ...'DE AT CH US GB FR NL'.split(' ')), is('source', 'partner')] },
  }),
  attribute('referred', 7, is('source', 'referral', 'partner')),
  attribute('opted-in', 3, { attribute: 'opt_in', op: 'is', value: true }),
  {
    id: 'size',
    name: 'size',
    kind: 'bands',
    dimension: 'fit',
    attribute: 'employees',
    bands: [
      { to: 10, points: -3 },
      { from: 50, to: 250, points: 6 },
      { from: 250, points: 10 },
    ],
  },
  { id: 'visits', name: 'visits', kind: 'counter', dimension: 'fit', attribute: 'total_visits', points: 0.5, max: 10 },
];

const ENGAGEMENT_RULES = [
  activity('any-page', 1, 'page_view', { group: 'web', max: 20, decay: MONTH }),
  activity('pricing', 10, 'page_view', { group: 'web', max: 5, decay: MONTH }, page('pricing')),
  activity('product', 4, 'page_view', { group: 'web', distinctBy: 'url', decay: QUARTER }, page('product')),
  activity('blog', 1.5, 'page_view', { group: 'web', max: 10, decay: { kind: 'linear', days: 60 } }, page('blog')),
  activity('docs', 2, 'page_view', { max: 8, decay: { kind: 'steps', percent: 25, everyDays: 30 } }, page('docs')),
  activity('careers', -10, 'page_view', { max: 3 }, page('careers')),
  activity('comes-back', 6, 'page_view', { every: 3, withinDays: 7, max: 5, decay: MONTH }),
  activity('email-open', 1, 'email_open', { max: 12, decay: { kind: 'expire', days: 30 } }),
  activity('email-click', 3, 'email_click', { decay: MONTH }),
  activity('form', 12, 'form_submit', { max: 4, decay: QUARTER }),
  activity('download', 9, 'download', { group: 'assets', distinctBy: 'url', max: 5, decay: QUARTER }, page('assets')),
  activity('registered', 8, 'webinar_registered', { group: 'assets', max: 3, decay: QUARTER }),
  activity('attended', 15, 'webinar_attended', { group: 'assets', max: 3, decay: QUARTER }),
  activity('chat', 5, 'chat', { cooldownDays: 1, max: 6, decay: MONTH }),
  activity('event', 8, 'event_visit', { max: 3, decay: QUARTER }),
  activity('call', 6, 'call', { max: 4, decay: MONTH, if: { attribute: 'opt_in', op: 'isNot', value: false } }),
  activity('demo', 30, 'demo_request', { max: 1 }),
  activity('unsubscribed', -25, 'unsubscribe', { max: 1 }),
  {
    id: 'quiet',
    name: 'quiet',
    kind: 'inactivity',
    dimension: 'engagement',
    points: -5,
    afterDays: 45,
    max: 3,
  },
];

/** `mql` is reached by a sixth of the leads of the bench's history. */
export function standardRuleSet(): RuleSet {
  const parsed = parseRuleSet({
    format: 'accord.rule-set/1',
    name: 'Standard',
    total: { min: 0, max: 120 },
    dimensions: [
      { id: 'fit', name: 'Profile', min: -50, max: 50 },
      { id: 'engagement', name: 'Behaviour', min: -30, max: 90 },
    ],
    groups: [
      { id: 'web', name: 'Website', dimension: 'engagement', combine: 'sum', min: -20, max: 35 },
      { id: 'assets', name: 'Assets', dimension: 'engagement', combine: 'best', max: 25 },
    ],
    ignore: [{ if: { property: 'campaign', op: 'is', value: 'internal-test' } }],
    rules: [...FIT_RULES, ...ENGAGEMENT_RULES],
    levels: [
      { id: 'mql', name: 'MQL', total: 40, dimensions: { fit: 2, engagement: 15 }, route: 'sales', followUpHours: 48 },
      { id: 'hot', name: 'Hot', total: 75, dimensions: { fit: 15, engagement: 30 }, route: 'sales', followUpHours: 4 },
    ],
    recycle: { on: ['recycled', 'rejected'], clear: ['engagement'] },
  });
  if (!parsed.ok) throw new Error(`the standard rule set: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** The lever of the pricing page's points: activities have to be replayed. */
export const withActivityPoints = (ruleSet: RuleSet, points: number): RuleSet =>
  withRule(ruleSet, 'pricing', (rule) => (rule.kind === 'activity' ? { ...rule, points } : rule));

/** The lever of an attribute rule's points. */
export const withAttributePoints = (ruleSet: RuleSet, points: number): RuleSet =>
  withRule(ruleSet, 'decides', (rule) => (rule.kind === 'attribute' ? { ...rule, points } : rule));

/** The lever of a half-life: of every rule that has the shorter one. */
export const withHalfLife = (ruleSet: RuleSet, days: number): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.map((rule) =>
    rule.kind === 'activity' && rule.decay.kind === 'half-life' && rule.decay.days === MONTH.days
      ? { ...rule, decay: { kind: 'half-life', days } }
      : rule,
  ),
});

/** No lever: which pages count as those of prices. The awards have to be read anew. */
export const withPricingPages = (ruleSet: RuleSet, section: string): RuleSet =>
  withRule(ruleSet, 'pricing', (rule) =>
    rule.kind === 'activity' ? { ...rule, on: { ...rule.on, if: page(section) } } : rule,
  );

/** The lever of the first level's threshold. */
export const withThreshold = (ruleSet: RuleSet, total: number): RuleSet => ({
  ...ruleSet,
  levels: ruleSet.levels.map((level, index) => (index === 0 ? { ...level, total } : level)),
});

const withRule = (ruleSet: RuleSet, id: string, change: (rule: Rule) => Rule): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.rules.map((rule) => (rule.id === id ? change(rule) : rule)),
});
