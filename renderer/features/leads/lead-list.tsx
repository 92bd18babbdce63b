import { useDebouncedValue } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { LeadRow } from '../../../api/contract.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ChoiceField } from '../../components/fields/choice-field.tsx';
import { Icon } from '../../components/icon.tsx';
import { OUTCOME_MESSAGE, OutcomeMark } from '../../components/marks.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { useScenario } from '../../stores/use-stores.tsx';
import { rowAt } from './lead-pages.ts';
import { type LeadQuery, type LeadSort, sortedBy } from './lead-query.ts';
import type { ScrollMemory } from './scroll-memory.ts';
import { useLeadPages } from './use-lead-pages.ts';

export type ListPlace = Omit<LeadQuery, 'level'>;

const SEARCH_WAIT_MS = 200;
const ROWS_AROUND = 20;
const COLUMNS = 6;

interface LeadListProps {
  readonly place: ListPlace;
  readonly level: string;
  /** Where the list stood when it was left. */
  readonly memory: ScrollMemory;
  readonly onChange: (place: ListPlace) => void;
  /** Above the list. */
  readonly children: ReactNode;
}

export const LeadList = ({ place, level, memory, onChange, children }: LeadListProps) => {
  const { t, format } = useMessages();
  const levels = useScenario((state) => state.ruleSet?.levels);
  const chooseLevel = useScenario((state) => state.chooseLevel);
  const [search] = useDebouncedValue(place.search.trim(), SEARCH_WAIT_MS);
  const { sort, descending } = place;
  const query = useMemo(() => ({ search, sort, descending, level }), [search, sort, descending, level]);
  const pages = useLeadPages(query);
  const levelName = levels?.find((one) => one.id === level)?.name ?? level;
  const scroller = useRef<HTMLDivElement>(null);
  // Another order or search starts at its top.
  const change = (next: ListPlace) => {
    memory.keep(0);
    scroller.current?.scrollTo({ top: 0 });
    onChange(next);
  };
  return (
    <div className="leads">
      {children}
      <div className="leads-head">
        <h1>{t('leads.title')}</h1>
        <span className="secondary" role="status">
          {pages.total !== null && t('leads.count', { leads: pages.total, count: format.count(pages.total) })}
        </span>
        <span className="spring" />
        <label className="leads-search">
          <Icon name="search" />
          <input
            type="search"
            className="field-input"
            aria-label={t('leads.searchLabel')}
            placeholder={t('leads.searchHint')}
            value={place.search}
            onChange={(event) => change({ ...place, search: event.currentTarget.value })}
          />
        </label>
        {levels !== undefined && levels.length > 1 && (
          <span className="leads-level">
            <ChoiceField
              label={t('leads.level')}
              value={level}
              choices={levels.map((one) => ({ value: one.id, label: one.name }))}
              onChange={chooseLevel}
            />
          </span>
        )}
      </div>
      {pages.failure !== null && <FailureNotice failure={pages.failure} />}
      {pages.total === 0 && <p className="leads-none secondary">{t('leads.noneFound', { search })}</p>}
      {pages.total !== null && pages.total > 0 && (
        <LeadTable
          scroller={scroller}
          pages={pages}
          query={query}
          levelName={levelName}
          memory={memory}
          onSort={(by) => change(sortedBy(place, by))}
        />
      )}
    </div>
  );
};

interface LeadTableProps {
  readonly pages: ReturnType<typeof useLeadPages>;
  readonly query: LeadQuery;
  readonly levelName: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly memory: ScrollMemory;
  readonly onSort: (sort: LeadSort) => void;
}

/** Only the rows in sight are in the document; screen readers are told the whole count. */
const LeadTable = ({ pages, query, levelName, scroller, memory, onSort }: LeadTableProps) => {
  const { t } = useMessages();
  const rowHeight = window.matchMedia('(min-width: 1600px)').matches ? 36 : 28;
  const virtual = useVirtualizer({
    count: pages.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: ROWS_AROUND,
    initialOffset: memory.top(),
    onChange: (instance) => {
      if (instance.scrollOffset !== null) memory.keep(instance.scrollOffset);
    },
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  const { want } = pages;
  useEffect(() => want(first, last), [want, first, last]);
  const columns: readonly (readonly [LeadSort | null, string, string])[] = [
    [null, t('leads.column.name'), ''],
    ['id', t('leads.column.id'), ''],
    ['created', t('leads.column.created'), 'number'],
    ['score', t('leads.column.score'), 'number'],
    ['reached', t('leads.column.reached', { level: levelName }), 'number'],
    ['outcome', t('leads.column.outcome'), ''],
  ];
  const above = rows[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <div className="scroll leads-scroll" ref={scroller} {...scrollRegion(t('leads.title'))}>
      <table className="table leads-table" aria-label={t('leads.title')} aria-rowcount={(pages.total ?? 0) + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(([sort, label, kind]) => (
              <th
                scope="col"
                key={label}
                className={kind}
                {...(sort === null ? {} : { 'aria-sort': sortWord(query, sort) })}
              >
                {sort === null ? (
                  label
                ) : (
                  <button type="button" onClick={() => onSort(sort)} className={query.sort === sort ? 'strong' : ''}>
                    {label}
                    {query.sort === sort && <span aria-hidden="true"> {query.descending ? '↓' : '↑'}</span>}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {rows.map((item) => (
            <tr key={item.key} aria-rowindex={item.index + 2} style={{ height: item.size }}>
              <Cells row={rowAt(pages.rowsByOffset, item.index)} />
            </tr>
          ))}
          <Gap height={below} />
        </tbody>
      </table>
    </div>
  );
};

/** Stands for the rows that are out of sight. */
const Gap = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr className="leads-gap">
      <td colSpan={COLUMNS} style={{ height }} />
    </tr>
  ) : null;

const sortWord = (query: LeadQuery, sort: LeadSort) => {
  if (query.sort !== sort) return 'none';
  return query.descending ? 'descending' : 'ascending';
};

const Cells = ({ row }: { readonly row: LeadRow | undefined }) => {
  const { t, format } = useMessages();
  if (row === undefined) {
    return (
      <td className="hint" colSpan={COLUMNS}>
        {t('leads.waiting')}
      </td>
    );
  }
  return (
    <>
      <td className="ellipsis" title={row.name}>
        <a href={hashOf('leads', row.lead)} className="lead-link">
          {row.name}
        </a>
      </td>
      <td className="ellipsis secondary" title={row.lead}>
        {row.lead}
      </td>
      <td className="number">{format.date(row.createdAtMs)}</td>
      <td className="number strong">{format.decimal(row.score)}</td>
      <td className={row.reachedAtMs === null ? 'number hint' : 'number'}>
        {row.reachedAtMs === null ? t('leads.never') : format.date(row.reachedAtMs)}
      </td>
      <td>
        <span className="lead-outcome">
          <OutcomeMark outcome={row.outcome} />
          {t(OUTCOME_MESSAGE[row.outcome])}
        </span>
      </td>
    </>
  );
};
