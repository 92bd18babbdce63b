import type { UnreachableLevel } from '../../../../core/rule-set/most-points.ts';
import type { Level, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import { TEMPLATES } from '../../../../core/templates/all-templates.ts';
import type { UnmappedSlot } from '../../../../core/templates/map-template.ts';
import { type TemplateWords, wordIdsOf } from '../../../../core/templates/template-words.ts';
import { ENGLISH, type MessageId } from '../../../i18n/catalogue.ts';
import type { Messages } from '../../../i18n/messages.tsx';

/** What the programmes are called in the screen's language, by the ids that they ask for. */
export const templateWords = ({ t }: Messages): TemplateWords =>
  Object.fromEntries(
    TEMPLATES.flatMap(wordIdsOf).flatMap((id): readonly (readonly [string, string])[] => {
      const message = `templates.${id}`;
      return isMessage(message) ? [[id, t(message)]] : [];
    }),
  );

/** Why a rule of a programme is not there. */
export function whyUnmapped({ t }: Messages, { slot, why }: UnmappedSlot): string {
  const meant = t(`templates.slot.${slot}`);
  switch (why.kind) {
    case 'noColumn':
      return t('templates.why.noColumn', { slot: meant });
    case 'noActivity':
      return slot === 'anyActivity' ? t('templates.why.noActivities') : t('templates.why.noActivity', { slot: meant });
    case 'noValue':
      return t('templates.why.noValue', { slot: meant, column: why.column });
    case 'wrongKind':
      return t('templates.why.wrongKind', {
        slot: meant,
        column: why.column,
        kind: t(`templates.kind.${KIND_WORD[why.found]}`),
      });
  }
}

/** "Hot asks for 120 points, and the rules give at most 90." */
export function unreachableWords({ t, format }: Messages, ruleSet: RuleSet, unreachable: UnreachableLevel): string {
  const { level, dimension, asked, most } = unreachable;
  const name = ruleSet.levels.find(({ id }) => id === level)?.name ?? level;
  const figures = { level: name, asked: format.points(asked), most: format.points(most) };
  return dimension === null
    ? t('templates.unreachable.total', figures)
    : t('templates.unreachable.dimension', { ...figures, dimension: dimensionName(ruleSet, dimension) });
}

/** "60 points, at least 10 in Explicit". */
export function levelWords({ t, format }: Messages, ruleSet: RuleSet, { total, dimensions }: Level): string {
  const least = Object.entries(dimensions).map(([id, points]) =>
    t('templates.level.least', { points: format.points(points), dimension: dimensionName(ruleSet, id) }),
  );
  return [t('templates.level.from', { points: format.points(total) }), ...least].join(', ');
}

const dimensionName = ({ dimensions }: RuleSet, id: string): string =>
  dimensions.find((dimension) => dimension.id === id)?.name ?? id;

const KIND_WORD = { number: 'number', text: 'text', date: 'date', 'yes/no': 'yesNo' } as const;

const isMessage = (id: string): id is MessageId => Object.hasOwn(ENGLISH, id);
