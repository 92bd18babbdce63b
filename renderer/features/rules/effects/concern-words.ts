import type { RuleSet } from '../../../../api/core-types.ts';
import type { RuleConcern } from '../../../../api/rule-effects.ts';
import type { Messages } from '../../../i18n/messages.tsx';

/** What is to be looked at, in one or two sentences. */
export function concernWords({ t, format }: Messages, ruleSet: RuleSet, concern: RuleConcern): string {
  const nameOf = (id: string): string => ruleSet.rules.find((rule) => rule.id === id)?.name ?? id;
  switch (concern.kind) {
    case 'nobodyTouched':
    case 'penaltyStays':
      return t(`effects.concern.${concern.kind}`);
    case 'fewKnown':
      return t('effects.concern.fewKnown', { known: concern.known });
    case 'unknownName':
      return t('effects.concern.unknownName', { of: concern.of, name: concern.name });
    case 'neverOccurs':
      return concern.value === null
        ? t('effects.concern.neverPasses', { name: concern.name })
        : t('effects.concern.neverOccurs', { name: concern.name, value: concern.value });
    case 'shortContains':
      return t('effects.concern.shortContains', { values: concern.values.join('”, “') });
    case 'leaking':
    case 'todaysValue':
      return t(`effects.concern.${concern.kind}`, { attribute: concern.attribute });
    case 'keptOut':
      return t('quality.rule.mark', { attributes: concern.attribute });
    case 'sameTest':
      return t('effects.concern.sameTest', { other: nameOf(concern.other) });
    case 'sameLeads':
      return t('effects.concern.sameLeads', {
        other: nameOf(concern.other),
        both: format.count(concern.both),
        either: format.count(concern.either),
      });
    case 'hiddenDebt':
      return t('effects.concern.hiddenDebt', {
        place: concern.place,
        name: concern.name,
        min: format.points(concern.min),
      });
  }
}

/** What the button says that mends it. */
export function repairWords({ t, format }: Messages, ruleSet: RuleSet, concern: RuleConcern): string {
  switch (concern.kind) {
    case 'shortContains':
      return t('effects.repair.shortContains');
    case 'neverOccurs':
      return t('effects.repair.neverOccurs', { value: concern.value ?? '' });
    case 'penaltyStays': {
      const rule = ruleSet.rules.find(({ id }) => id === concern.ruleId);
      return t('effects.repair.penaltyStays', {
        days: format.decimal(rule?.kind === 'inactivity' ? rule.afterDays : 0, 2),
      });
    }
    case 'hiddenDebt':
      return t('effects.repair.hiddenDebt', { min: format.points(concern.min) });
    case 'leaking':
    case 'keptOut':
    case 'todaysValue':
    case 'sameTest':
    case 'sameLeads':
    case 'nobodyTouched':
    case 'fewKnown':
    case 'unknownName':
      return t('effects.repair.off');
  }
}
