import type { ActivityRule, AttributeRule, Condition, Decay, Level, Rule, RuleSet } from '../rule-set/rule-set.ts';
import { FREE_MAIL, RIVALS, TARGET_INDUSTRIES } from './demo-words.ts';

/** What differs between the two rule sets of the demo. */
interface Figures {
  readonly name: string;
  readonly levels: readonly Level[];
  readonly behaviourLimit: number;
  readonly decay: Decay;
  readonly newsletterDecay: Decay;
  readonly targetIndustry: number;
  readonly decides: number;
  readonly freeMail: number;
  readonly studentOrRival: number;
  readonly quote: number;
  readonly demo: number;
  readonly configurator: number;
  readonly quoteOpened: number;
  readonly pricing: number;
  readonly eBook: number;
  readonly newsletter: number;
  readonly silent: number;
}

/** The baseline: what Varda Pumps' marketing has used so far. E-books count for much, hardly anything fades. */
export const starterRuleSet = (): RuleSet =>
  ruleSetOf({
    name: 'v3',
    levels: [level('mql', 'MQL', 50, {}, 'sales', 48), level('hot', 'Hot', 80, {}, 'sales-urgent', 4)],
    behaviourLimit: 100,
    decay: { kind: 'none' },
    newsletterDecay: { kind: 'half-life', days: 90 },
    targetIndustry: 10,
    decides: 15,
    freeMail: -5,
    studentOrRival: -10,
    quote: 20,
    demo: 20,
    configurator: 5,
    quoteOpened: 5,
    pricing: 5,
    eBook: 8,
    newsletter: 5,
    silent: 0,
  });

/** The scenario on the table: intent weighs more, clicks less, behaviour fades by half in 60 days, both dimensions have a least. */
export const draftRuleSet = (): RuleSet =>
  ruleSetOf({
    name: 'Joint draft',
    levels: [
      level('mql', 'MQL', 52, { fit: 10, engagement: 15 }, 'sales', 48),
      level('hot', 'Hot', 80, { fit: 10, engagement: 15 }, 'sales-urgent', 4),
    ],
    behaviourLimit: 80,
    decay: { kind: 'half-life', days: 60 },
    newsletterDecay: { kind: 'half-life', days: 60 },
    targetIndustry: 15,
    decides: 20,
    freeMail: -15,
    studentOrRival: -40,
    quote: 40,
    demo: 30,
    configurator: 15,
    quoteOpened: 15,
    pricing: 8,
    eBook: 4,
    newsletter: 2,
    silent: -5,
  });

function ruleSetOf(figures: Figures): RuleSet {
  return {
    format: 'accord.rule-set/1',
    name: figures.name,
    description: 'Varda Pumps: which leads marketing hands over to sales.',
    total: { min: 0, max: 140 },
    dimensions: [
      { id: 'fit', name: 'Profile', max: 60 },
      { id: 'engagement', name: 'Behaviour', max: figures.behaviourLimit },
    ],
    groups: [
      { id: 'company', name: 'Company', dimension: 'fit', combine: 'sum' },
      { id: 'person', name: 'Person', dimension: 'fit', combine: 'sum' },
      { id: 'intent', name: 'Intent', dimension: 'engagement', combine: 'sum' },
      { id: 'interest', name: 'Interest', dimension: 'engagement', combine: 'sum' },
      { id: 'silence', name: 'Silence', dimension: 'engagement', combine: 'sum' },
    ],
    ignore: [{ type: ['email_click'], if: { property: 'agent', op: 'contains', value: 'scanner' } }],
    rules: [...profileRules(figures), ...behaviourRules(figures)],
    levels: figures.levels,
    recycle: { on: ['recycled'], clear: ['engagement'] },
  };
}

const profileRules = (figures: Figures): readonly Rule[] => [
  {
    ...inFit('size', '100–2,500 staff', 'company'),
    kind: 'bands',
    attribute: 'employees',
    bands: [{ from: 100, to: 2500, points: 15 }],
  },
  attribute('industry', 'Target industry', 'company', figures.targetIndustry, {
    attribute: 'industry',
    op: 'is',
    value: TARGET_INDUSTRIES,
  }),
  attribute('decides', 'Decides', 'person', figures.decides, {
    attribute: 'job_title',
    op: 'hasWord',
    value: ['director', 'head', 'owner', 'CTO'],
  }),
  attribute('influences', 'Influences', 'person', 10, {
    attribute: 'job_title',
    op: 'hasWord',
    value: ['engineer', 'manager', 'buyer'],
  }),
  attribute('free-mail', 'Free-mail address', 'person', figures.freeMail, {
    attribute: 'email',
    op: 'endsWith',
    value: FREE_MAIL.map((domain) => `@${domain}`),
  }),
  attribute('student-or-rival', 'Student or rival', 'person', figures.studentOrRival, {
    any: [
      { attribute: 'job_title', op: 'hasWord', value: ['student', 'intern'] },
      { attribute: 'company', op: 'is', value: RIVALS },
    ],
  }),
];

const behaviourRules = (figures: Figures): readonly Rule[] => [
  activity(
    'quote',
    'Asks for a quote',
    'intent',
    figures.quote,
    { type: ['quote_request'] },
    { max: 2, cooldownDays: 7, decay: figures.decay },
  ),
  activity(
    'demo',
    'Books a demo',
    'intent',
    figures.demo,
    { type: ['demo_request'] },
    { max: 1, decay: figures.decay },
  ),
  activity('configurator', 'Configurator', 'intent', figures.configurator, pages('/configurator'), {
    max: 2,
    cooldownDays: 1,
    decay: figures.decay,
  }),
  activity('quote-opened', 'Opens the quote', 'intent', figures.quoteOpened, pages('/quote/'), {
    max: 2,
    distinctBy: 'url',
    decay: figures.decay,
  }),
  activity('webinar', 'Webinar', 'interest', 12, { type: ['webinar'] }, { max: 2, decay: figures.decay }),
  activity(
    'trade-fair',
    'Trade-fair talk',
    'interest',
    12,
    { type: ['trade_fair'] },
    { max: 2, cooldownDays: 30, decay: figures.decay },
  ),
  activity('pricing', 'Pricing page', 'interest', figures.pricing, pages('/pricing'), {
    max: 3,
    cooldownDays: 1,
    decay: figures.decay,
  }),
  activity('data-sheet', 'Data sheet', 'interest', 5, forms('/data-sheet/'), {
    max: 3,
    distinctBy: 'url',
    decay: figures.decay,
  }),
  activity('e-book', 'E-book', 'interest', figures.eBook, forms('/ebook/'), {
    max: 3,
    distinctBy: 'url',
    decay: figures.decay,
  }),
  activity(
    'newsletter',
    'Newsletter click',
    'interest',
    figures.newsletter,
    { type: ['email_click'] },
    { max: 4, cooldownDays: 1, decay: figures.newsletterDecay },
  ),
  {
    id: 'silent',
    name: 'Silent 30 days',
    kind: 'inactivity',
    dimension: 'engagement',
    group: 'silence',
    enabled: true,
    disqualifies: false,
    points: figures.silent,
    afterDays: 30,
    on: {},
    max: 3,
    decay: { kind: 'none' },
  },
];

const level = (
  id: string,
  name: string,
  total: number,
  dimensions: Readonly<Record<string, number>>,
  route: string,
  followUpHours: number,
): Level => ({ id, name, total, dimensions, route, followUpHours });

const inFit = (id: string, name: string, group: string) => ({
  id,
  name,
  dimension: 'fit',
  group,
  enabled: true,
  disqualifies: false,
});

const attribute = (
  id: string,
  name: string,
  group: string,
  points: number,
  condition: Condition<'attribute'>,
): AttributeRule => ({
  ...inFit(id, name, group),
  kind: 'attribute',
  points,
  if: condition,
});

const activity = (
  id: string,
  name: string,
  group: string,
  points: number,
  on: ActivityRule['on'],
  more: Pick<ActivityRule, 'decay'> & Partial<Pick<ActivityRule, 'max' | 'cooldownDays' | 'distinctBy'>>,
): ActivityRule => ({
  id,
  name,
  kind: 'activity',
  dimension: 'engagement',
  group,
  enabled: true,
  disqualifies: false,
  points,
  on,
  every: 1,
  ...more,
});

const pages = (part: string): ActivityRule['on'] => ({
  type: ['page_view'],
  if: { property: 'url', op: 'contains', value: part },
});
const forms = (part: string): ActivityRule['on'] => ({
  type: ['form_submit'],
  if: { property: 'url', op: 'contains', value: part },
});
