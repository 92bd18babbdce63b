import type {
  AgreementDocument,
  MarketingPromises,
  SalesPromises,
} from '../../../core/agreement/agreement-document.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { officeHours } from '../../../core/working-time/working-hours.ts';

const MQL: RuleSet = {
  format: 'accord.rule-set/1',
  name: 'Joint draft',
  description: '',
  total: {},
  dimensions: [
    { id: 'fit', name: 'Profile' },
    { id: 'engagement', name: 'Behaviour' },
  ],
  groups: [],
  ignore: [],
  rules: [],
  levels: [
    { id: 'mql', name: 'MQL', total: 50, dimensions: {} },
    { id: 'hot', name: 'Hot', total: 80, dimensions: {} },
  ],
};

export interface AgreementParts extends Partial<Omit<AgreementDocument, 'format' | 'marketing' | 'sales'>> {
  readonly marketing?: Partial<MarketingPromises>;
  readonly sales?: Partial<SalesPromises>;
}

/** Promises nothing but what is given. */
export function agreementFrom({ marketing, sales, ...parts }: AgreementParts = {}): AgreementDocument {
  return {
    format: 'accord.agreement/1',
    name: 'Qualified leads 2027',
    definition: 'A lead is an **MQL** from **50 points** on.',
    ruleSet: MQL,
    level: 'mql',
    marketing: { volume: null, conversion: null, data: null, never: [], ...marketing },
    sales: { followUp: [], capacity: null, attempts: null, feedback: null, returned: '', ...sales },
    disputes: '',
    workingHours: officeHours('Europe/Warsaw'),
    validFrom: '2026-12-01',
    validTo: null,
    nextReview: '2027-03-01',
    ...parts,
  };
}

/** Everything that can be promised. */
export const fullAgreement = (): AgreementDocument =>
  agreementFrom({
    marketing: {
      volume: { least: 28, most: 44, weeks: 3, ofWeeks: 4 },
      conversion: { leastPercent: 28, withinDays: 56 },
      data: { attributes: ['company', 'role', 'phone'], leastPercent: 95 },
      never: [{ name: 'Students', if: { attribute: 'role', op: 'is', value: 'student' } }],
    },
    sales: {
      followUp: [
        { level: 'mql', withinHours: 24, leastPercent: 90 },
        { level: 'hot', withinHours: 4, leastPercent: 90 },
      ],
      capacity: { perWeek: 40, weeks: 9, ofWeeks: 10 },
      attempts: { least: 5, withinDays: 10, activities: ['call', 'sales e-mail'], leastPercent: 80 },
      feedback: { withinDays: 14, leastPercent: 90 },
      returned: 'Back to marketing, with the reason.',
    },
    disputes: 'Both heads look at the lead in the week after.',
    workingHours: { ...officeHours('Europe/Warsaw'), holidays: ['2026-12-25'] },
    validTo: '2027-06-30',
  });
