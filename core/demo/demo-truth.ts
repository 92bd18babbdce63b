/** What really decides in the demo: known, so that what the app finds can be held against it. */

/** 0 or 1 each; `silent`: no activity in the 30 days before sales decided. */
export const DEMO_FEATURES = [
  'rightSize',
  'targetIndustry',
  'decides',
  'influences',
  'freeMail',
  'studentOrRival',
  'quote',
  'demo',
  'configurator',
  'quoteOpened',
  'webinar',
  'tradeFair',
  'pricing',
  'dataSheet',
  'eBook',
  'newsletter',
  'silent',
] as const;
export type DemoFeature = (typeof DEMO_FEATURES)[number];

/** Log odds of converting. E-books and newsletters say nothing, though the starter's points believe they do. */
export const DEMO_WEIGHTS: Readonly<Record<DemoFeature, number>> = {
  rightSize: 0.6,
  targetIndustry: 0.7,
  decides: 1.1,
  influences: 0.5,
  freeMail: -1,
  studentOrRival: -3.5,
  quote: 1.7,
  demo: 1.3,
  configurator: 0.8,
  quoteOpened: 0.8,
  webinar: 0.3,
  tradeFair: 0.35,
  pricing: 0.5,
  dataSheet: 0.2,
  eBook: 0,
  newsletter: 0,
  silent: -0.9,
};
export const DEMO_INTERCEPT = -4.15;

export type DemoFeatures = Record<DemoFeature, boolean>;

/** The true chance that a lead worked by sales converts. */
export function conversionProbability(features: DemoFeatures): number {
  let logOdds = DEMO_INTERCEPT;
  for (const feature of DEMO_FEATURES) if (features[feature]) logOdds += DEMO_WEIGHTS[feature];
  return 1 / (1 + Math.exp(-logOdds));
}

export interface DemoTruth {
  readonly weights: typeof DEMO_WEIGHTS;
  readonly intercept: number;
  /** By lead in the order of the history: the chance that it converts if sales works it. */
  readonly probability: Float64Array;
  readonly counts: DemoCounts;
  readonly costs: readonly SourceCost[];
}

/** `unworked`: without a stage. `customers`: won before they became a lead. */
export interface DemoCounts {
  leads: number;
  activities: number;
  stages: number;
  unworked: number;
  customers: number;
  recycled: number;
  won: number;
  /** Activities at the very instant of the one before. */
  ties: number;
}

export interface SourceCost {
  readonly source: string;
  /** `2025-03`. */
  readonly month: string;
  readonly amountCents: number;
}
