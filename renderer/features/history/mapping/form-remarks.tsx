import type { DateForm, NumberForm } from '../../../../api/core-types.ts';
import type { SourceColumn } from '../../../../api/import.ts';
import { useMessages } from '../../../i18n/messages.tsx';

/** What the rows inspected say against taking the column for granted: two readings, contradictions, cells that do not read, two units. */
export const FormRemarks = ({
  column,
  isUndecided,
}: {
  readonly column: SourceColumn;
  readonly isUndecided: boolean;
}) => {
  const { t } = useMessages();
  if (column.written === undefined || column.written.as === 'yes/no') return null;
  const { as, decision } = column.written;
  const prefix = as === 'date' ? 'dates' : 'numbers';
  const nameOf = (form: DateForm | NumberForm): string =>
    prefix === 'dates'
      ? t(`history.form.short.dates.${form as DateForm}`)
      : t(`history.form.short.numbers.${form as NumberForm}`);
  const units = 'units' in decision && decision.units.length > 1 ? decision.units : [];
  const [unread] = decision.unread.first;
  return (
    <>
      {decision.kind === 'ambiguous' && isUndecided && (
        <p className="broken">
          {t('history.form.ambiguous', { cell: decision.example.cell, line: decision.example.line })}
        </p>
      )}
      {decision.kind === 'contradictory' && (
        <>
          <p className="broken">{t('history.form.contradictory')}</p>
          {decision.sides.map(({ forms, rows, first: [example] }) => (
            <p key={forms.join(' ')}>
              {t('history.form.side', {
                count: rows,
                forms: forms.map(nameOf).join(' / '),
                line: example?.line ?? 0,
                cell: example?.cell ?? '',
              })}
            </p>
          ))}
        </>
      )}
      {unread !== undefined && (
        <p>{t('history.form.unread', { count: decision.unread.rows, line: unread.line, cell: unread.cell })}</p>
      )}
      {units.length > 0 && (
        <p>
          {t('history.form.units', {
            units: units.map((unit) => (unit === '' ? t('history.form.noUnit') : unit)).join(', '),
          })}
        </p>
      )}
    </>
  );
};
