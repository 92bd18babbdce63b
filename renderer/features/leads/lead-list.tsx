import { useDebouncedValue } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { LeadRow } from '../../../api/contract.ts';
import { ChoiceField } from '../../components/fields/choice-field.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Icon } from '../../components/icon.tsx';
import { OUTCOME_MESSAGE, OutcomeMark } from '../../components/marks.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { useScenario } from '../../stores/use-stores.tsx';
import { rowAt } from './lead-pages.ts';
import { type LeadQuery, type LeadSort, sortedBy } from './lead-query.ts';
import { useLeadPages } from './use-lead-pages.ts';

export type ListPlace = Omit<LeadQuery, 'level'>;

const SEARCH_WAIT_MS = 200;
const ROWS_AROUND = 20;

interface LeadListProps {
  readonly place: ListPlace;
  readonly level: string;
  /** Where the list stood when it was left. */
  readonly scrollTop: RefObject<number>;
  readonly onChange: (place: ListPlace) => void;
}

export const LeadList = ({ place, level, scrollTop, onChange }: LeadListProps) => {
  const { t, format } = useMessages();
  const levels = useScenario((state) => state.ruleSet?.levels);
  const chooseLevel = useScenario((state) => state.chooseLevel);
  const [search] = useDebouncedValue(place.search.trim(), SEARCH_WAIT_MS);
  const { sort, descending } = place;
  const query = useMemo(() => ({ search, sort, descending, level }), [search, sort, descending, level]);
  const pages = useLeadPages(query);
  const levelName = levels?.find((one) => one.id === level)?.name ?? level;
  const change = (next: ListPlace) => {
    scrollTop.current = 0;
    onChange(next);
  };
  return (
    <div className="leads">
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
          pages={pages}
          query={query}
          levelName={levelName}
          scrollTop={scrollTop}
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
  readonly scrollTop: RefObject<number>;
  readonly onSort: (sort: LeadSort) => void;
}

/** Only the rows in sight are in the document; screen readers are told the whole count. */
const LeadTable = ({ pages, query, levelName, scrollTop, onSort }: LeadTableProps) => {
  const { t } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = window.matchMedia('(min-width: 1600px)').matches ? 36 : 28;
  const virtual = useVirtualizer({
    count: pages.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: ROWS_AROUND,
    initialOffset: scrollTop.current,
    onChange: (instance) => {
      if (instance.scrollOffset !== null) scrollTop.current = instance.scrollOffset;
    },
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  const { want } = pages;
  useEffect(() => want(first, last), [want, first, last]);
  // A new order starts at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is what makes the order
  useEffect(() => {
    if (scrollTop.current === 0) scroller.current?.scrollTo({ top: 0 });
  }, [query]);
  const columns: readonly (readonly [LeadSort | null, string, string])[] = [
    [null, t('leads.column.name'), ''],
    ['id', t('leads.column.id'), ''],
    ['created', t('leads.column.created'), 'number'],
    ['score', t('leads.column.score'), 'number'],
    ['reached', t('leads.column.reached', { level: levelName }), 'number'],
    ['outcome', t('leads.column.outcome'), ''],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part of the page that scrolls has to be reached by keyboard
    <div className="scroll leads-scroll" ref={scroller} tabIndex={0} role="region" aria-label={t('leads.title')}>
      <div role="table" aria-label={t('leads.title')} aria-rowcount={(pages.total ?? 0) + 1} className="leads-table">
        <div role="rowgroup" className="leads-columns leads-headings">
          <div role="row" aria-rowindex={1} className="leads-row-cells">
            {columns.map(([sort, label, kind]) => (
              <span
                role="columnheader"
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
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {rows.map((item) => (
            <div
              role="row"
              key={item.key}
              aria-rowindex={item.index + 2}
              className="leads-columns leads-row"
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
            >
              <Cells row={rowAt(pages.rowsByOffset, item.index)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
};

const sortWord = (query: LeadQuery, sort: LeadSort) => {
  if (query.sort !== sort) return 'none';
  return query.descending ? 'descending' : 'ascending';
};

const Cells = ({ row }: { readonly row: LeadRow | undefined }) => {
  const { t, format } = useMessages();
  if (row === undefined) {
    return (
      <span role="cell" className="hint">
        {t('leads.waiting')}
      </span>
    );
  }
  return (
    <>
      <span role="cell" className="ellipsis" title={row.name}>
        <a href={hashOf('leads', row.lead)} className="lead-link">
          {row.name}
        </a>
      </span>
      <span role="cell" className="ellipsis secondary" title={row.lead}>
        {row.lead}
      </span>
      <span role="cell" className="number">
        {format.date(row.createdAtMs)}
      </span>
      <span role="cell" className="number strong">
        {format.decimal(row.score)}
      </span>
      <span role="cell" className={row.reachedAtMs === null ? 'number hint' : 'number'}>
        {row.reachedAtMs === null ? t('leads.never') : format.date(row.reachedAtMs)}
      </span>
      <span role="cell" className="lead-outcome">
        <OutcomeMark outcome={row.outcome} />
        {t(OUTCOME_MESSAGE[row.outcome])}
      </span>
    </>
  );
};
