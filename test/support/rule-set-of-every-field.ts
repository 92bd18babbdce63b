/** A rule set that sets every field of REPLAY.md section 2 at least once: each kind, operator, decay and limit. */
import type { ActivityRule, Operator, RuleSet, Test } from '../../core/rule-set/rule-set.ts';

type LeadTest = Test<'attribute'>;

export const ONE_OF_EACH: readonly LeadTest[] = [
  { attribute: 'country', op: 'is', value: ['DE', 'AT'] },
  { attribute: 'employees', op: 'isNot', value: 1 },
  { attribute: 'company', op: 'contains', value: 'pump' },
  { attribute: 'company', op: 'notContains', value: 'test' },
  { attribute: 'job_title', op: 'startsWith', value: 'head' },
  { attribute: 'email', op: 'endsWith', value: '.example' },
  { attribute: 'job_title', op: 'hasWord', value: 'CTO' },
  { attribute: 'employees', op: 'lt', value: 5000 },
  { attribute: 'employees', op: 'lte', value: 4999.5 },
  { attribute: 'employees', op: 'gt', value: 3 },
  { attribute: 'employees', op: 'gte', value: -4 },
  { attribute: 'employees', op: 'between', value: [50, 250] },
  { attribute: 'email', op: 'exists' },
  { attribute: 'phone', op: 'missing' },
  { attribute: 'created', op: 'before', value: '2026-01-31' },
  { attribute: 'created', op: 'onOrAfter', value: '2020-01-01' },
];

const common = { enabled: true, disqualifies: false } as const;

const pricing: ActivityRule = {
  ...common,
  id: 'pricing',
  name: 'Pricing page',
  kind: 'activity',
  dimension: 'engagement',
  group: 'web',
  points: 10,
  on: { type: ['page_view', 'page_read'], if: { property: 'url', op: 'contains', value: '/pricing' } },
  if: { attribute: 'country', op: 'exists' },
  every: 3,
  distinctBy: 'url',
  withinDays: 30,
  cooldownDays: 1.5,
  max: 4,
  decay: { kind: 'half-life', days: 45 },
};

export const EVERY_FIELD: RuleSet = {
  format: 'accord.rule-set/1',
  name: 'Every field',
  description: 'All that a rule set can say.',
  total: { min: -50, max: 150.5 },
  dimensions: [
    { id: 'who', name: 'Who they are', min: -40, max: 60 },
    { id: 'engagement', name: 'Behaviour', max: 90 },
    { id: 'intent', name: 'Intent', min: 0 },
  ],
  groups: [
    { id: 'web', name: 'Website', dimension: 'engagement', combine: 'best', min: -10, max: 40 },
    { id: 'person', name: 'Person', dimension: 'who', combine: 'sum' },
  ],
  ignore: [
    { type: ['email_click'], if: { property: 'agent', op: 'contains', value: 'scanner' } },
    { if: { property: 'staff', op: 'is', value: true } },
  ],
  rules: [
    {
      ...common,
      id: 'decides',
      name: 'Decides',
      kind: 'attribute',
      dimension: 'who',
      group: 'person',
      points: 15,
      if: {
        all: [
          { attribute: 'job_title', op: 'hasWord', value: ['director', 'owner'] },
          { not: { attribute: 'country', op: 'is', value: 'CH' } },
          {
            any: [
              { attribute: 'employees', op: 'gte', value: 50 },
              { attribute: 'founded', op: 'before', value: '2020-01-01' },
            ],
          },
        ],
      },
    },
    {
      ...common,
      id: 'asked',
      name: 'Asked in every way',
      kind: 'attribute',
      dimension: 'who',
      group: 'person',
      points: 0,
      enabled: false,
      disqualifies: true,
      if: { any: ONE_OF_EACH },
    },
    {
      ...common,
      id: 'size',
      name: 'Employees',
      kind: 'bands',
      dimension: 'who',
      group: 'person',
      attribute: 'employees',
      bands: [
        { to: 50, points: 5 },
        { from: 50, to: 250, points: 10.25 },
        { from: 250, points: -15 },
      ],
      if: { attribute: 'country', op: 'missing' },
    },
    {
      ...common,
      id: 'visits',
      name: 'Visits',
      kind: 'counter',
      dimension: 'who',
      group: 'person',
      attribute: 'total_visits',
      points: 2,
      max: 12,
      if: { all: [] },
    },
    pricing,
    {
      ...pricing,
      id: 'once',
      name: 'Once only',
      every: 1,
      max: 1,
      decay: { kind: 'steps', percent: 25, everyDays: 14, compound: true },
    },
    { ...pricing, id: 'even', name: 'Fades evenly', decay: { kind: 'linear', days: 60 } },
    {
      ...common,
      id: 'silent',
      name: 'Gone quiet',
      kind: 'inactivity',
      dimension: 'intent',
      points: -10,
      afterDays: 30,
      on: { type: ['page_view'] },
      max: 3,
      decay: { kind: 'expire', days: 90 },
      if: { any: [] },
    },
  ],
  levels: [
    { id: 'm', name: 'MQL', total: 52, dimensions: { who: 10, intent: -5 }, route: 'sales', followUpHours: 36 },
    { id: 'hot', name: 'Hot', total: 80, dimensions: {}, route: 'sales-urgent', followUpHours: 4 },
  ],
  recycle: { on: ['recycled', 'rejected'], clear: ['engagement'] },
};

export const ASKED_OPERATORS: readonly Operator[] = ONE_OF_EACH.map((test) => test.op);
