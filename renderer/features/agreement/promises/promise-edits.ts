import type { AgreementDocument } from '../../../../api/core-types.ts';
import type { PromiseKind } from '../../../../api/promises.ts';
import type { MadePromise } from '../../../agreement-words/promise-text.ts';
import type { PromiseRow } from './promise-row.ts';

/** The document with the promise as it is said now. */
export function withPromise(document: AgreementDocument, row: PromiseRow, about: MadePromise): AgreementDocument {
  const { marketing, sales } = document;
  switch (about.promise) {
    case 'volume':
      return { ...document, marketing: { ...marketing, volume: about.made } };
    case 'conversion':
      return { ...document, marketing: { ...marketing, conversion: about.made } };
    case 'data':
      return { ...document, marketing: { ...marketing, data: about.made } };
    case 'never':
      return { ...document, marketing: { ...marketing, never: about.made } };
    case 'followUp': {
      const followUp = sales.followUp.map((one) => (one.level === row.level ? about.made : one));
      return { ...document, sales: { ...sales, followUp } };
    }
    case 'capacity':
      return { ...document, sales: { ...sales, capacity: about.made } };
    case 'attempts':
      return { ...document, sales: { ...sales, attempts: about.made } };
    case 'feedback':
      return { ...document, sales: { ...sales, feedback: about.made } };
  }
}

export function withoutPromise(document: AgreementDocument, { kind, level }: PromiseRow): AgreementDocument {
  const { marketing, sales } = document;
  switch (kind) {
    case 'volume':
    case 'conversion':
    case 'data':
      return { ...document, marketing: { ...marketing, [kind]: null } };
    case 'never':
      return { ...document, marketing: { ...marketing, never: [] } };
    case 'followUp':
      return { ...document, sales: { ...sales, followUp: sales.followUp.filter((one) => one.level !== level) } };
    case 'capacity':
    case 'attempts':
    case 'feedback':
      return { ...document, sales: { ...sales, [kind]: null } };
  }
}

/** A promise that is not made, and the document with it in usual figures. */
export interface PromiseOffer {
  readonly whose: 'marketing' | 'sales';
  readonly kind: PromiseKind;
  /** Id; null: of the level at which leads are qualified. */
  readonly level: string | null;
  readonly taken: AgreementDocument;
}

/** Attributes and activities that cannot be guessed are the first of the history. */
export function promiseOffers(document: AgreementDocument, attributes: readonly string[]): readonly PromiseOffer[] {
  const { marketing, sales, ruleSet } = document;
  const ofMarketing = (changes: Partial<typeof marketing>) => ({
    ...document,
    marketing: { ...marketing, ...changes },
  });
  const ofSales = (changes: Partial<typeof sales>) => ({ ...document, sales: { ...sales, ...changes } });
  const ruledOut = ruleSet.rules.flatMap((rule) =>
    rule.enabled && rule.disqualifies && rule.kind === 'attribute' ? [{ name: rule.name, if: rule.if }] : [],
  );
  const offers: (PromiseOffer | null)[] = [
    marketing.volume === null
      ? offer('marketing', 'volume', ofMarketing({ volume: { least: 10, most: 50, weeks: 3, ofWeeks: 4 } }))
      : null,
    marketing.conversion === null
      ? offer('marketing', 'conversion', ofMarketing({ conversion: { leastPercent: 20, withinDays: 90 } }))
      : null,
    marketing.data === null && attributes.length > 0
      ? offer('marketing', 'data', ofMarketing({ data: { attributes: attributes.slice(0, 1), leastPercent: 90 } }))
      : null,
    marketing.never.length === 0 && ruledOut.length > 0
      ? offer('marketing', 'never', ofMarketing({ never: ruledOut }))
      : null,
    ...ruleSet.levels.map(({ id }) =>
      sales.followUp.some(({ level }) => level === id)
        ? null
        : {
            ...offer(
              'sales',
              'followUp',
              ofSales({ followUp: [...sales.followUp, { level: id, withinHours: 24, leastPercent: 90 }] }),
            ),
            level: id,
          },
    ),
    sales.capacity === null
      ? offer('sales', 'capacity', ofSales({ capacity: { perWeek: 40, weeks: 9, ofWeeks: 10 } }))
      : null,
    sales.attempts === null
      ? offer(
          'sales',
          'attempts',
          ofSales({ attempts: { least: 3, withinDays: 10, activities: ['call'], leastPercent: 80 } }),
        )
      : null,
    sales.feedback === null
      ? offer('sales', 'feedback', ofSales({ feedback: { withinDays: 14, leastPercent: 90 } }))
      : null,
  ];
  return offers.filter((one) => one !== null);
}

const offer = (whose: PromiseOffer['whose'], kind: PromiseKind, taken: AgreementDocument): PromiseOffer => ({
  whose,
  kind,
  level: null,
  taken,
});
