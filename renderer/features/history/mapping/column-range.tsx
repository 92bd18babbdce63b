import type { DelimitedMapping, SourceColumn } from '../../../../api/import.ts';
import { readInstant } from '../../../../core/time/instant.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useWorkshop } from '../../../stores/use-stores.tsx';

/** The earliest and the latest date of the rows inspected: a wrong order of day and month shows in them. */
export const ColumnRange = ({
  column,
  mapping,
}: {
  readonly column: SourceColumn;
  readonly mapping: DelimitedMapping;
}) => {
  const { t, format } = useMessages();
  const zone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  const { range } = column;
  if (range === undefined || !isReadAsFound(column, mapping)) return null;
  const [earliestMs, latestMs] = [range.earliest, range.latest].map((text) => readInstant(text, zone));
  if (typeof earliestMs !== 'number' || typeof latestMs !== 'number') return null;
  const [from, to] = [format.date(earliestMs), format.date(latestMs)];
  return <span className="column-range">{from === to ? from : t('history.map.columnRange', { from, to })}</span>;
};

/** Another form than the one that was found gives other dates. */
const isReadAsFound = ({ name, written }: SourceColumn, { dates, kinds }: DelimitedMapping): boolean => {
  const kind = kinds?.[name];
  if (kind !== undefined && kind !== 'date') return false;
  const found = written?.as === 'date' && written.decision.kind === 'decided' ? written.decision.form : undefined;
  const chosen = dates?.[name];
  return chosen === found;
};
