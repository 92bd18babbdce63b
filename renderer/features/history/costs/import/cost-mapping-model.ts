/** What can be chosen of how a file of costs is read, without a screen. */
import type { DateForm, NumberForm } from '../../../../../api/core-types.ts';
import type { CostMapping, CostsInspection } from '../../../../../api/costs.ts';
import type { Choice } from '../../../../components/fields/choice-field.tsx';
import type { Messages } from '../../../../i18n/messages.tsx';

export const PARTS = ['source', 'month', 'amount'] as const;

/** Indexes of the columns that are read, in the order in which they are asked for; in a wide table the months keep theirs. */
export const columnsRead = (mapping: CostMapping): readonly number[] =>
  PARTS.flatMap((part) => {
    const column = mapping.layout === 'long' || part === 'source' ? mapping[part] : null;
    return column === null ? [] : [column];
  });

type Words = Messages['t'];

/** '' leaves it to the cells; they may not tell, and then it is asked. */
export function dateChoices({ fault, found }: CostsInspection, t: Words): readonly Choice<DateForm | ''>[] {
  const offered: readonly DateForm[] = fault?.kind === 'dates' ? fault.forms : CALENDAR;
  const foundForm = found?.dates ?? null;
  const asFound =
    fault?.kind === 'dates'
      ? t('costs.file.choose')
      : foundForm === null
        ? t('costs.file.asFound')
        : t('costs.file.asFoundForm', { form: t(`costs.file.dates.${foundForm}`) });
  return [{ value: '', label: asFound }, ...offered.map((value) => ({ value, label: t(`costs.file.dates.${value}`) }))];
}

export function numberChoices({ fault, found }: CostsInspection, t: Words): readonly Choice<NumberForm | ''>[] {
  const offered: readonly NumberForm[] = fault?.kind === 'numbers' ? fault.forms : ['point', 'comma'];
  const asFound =
    fault?.kind === 'numbers'
      ? t('costs.file.choose')
      : found === null
        ? t('costs.file.asFound')
        : t('costs.file.asFoundForm', { form: t(`costs.file.numbers.${found.numbers}`) });
  return [
    { value: '', label: asFound },
    ...offered.map((value) => ({ value, label: t(`costs.file.numbers.${value}`) })),
  ];
}

const CALENDAR: readonly DateForm[] = ['plain', 'dmy', 'mdy', 'ymd'];
