import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { LeadDetail, TimelineEntry } from '../../../api/leads.ts';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { type TimelineRow, timelineRows } from './timeline-rows.ts';

/** Only what is in sight is in the document: a lead may have tens of thousands of activities. */
export const LeadTimeline = ({ lead }: { readonly lead: LeadDetail }) => {
  const { t } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => timelineRows(lead.timeline, lead.horizonMs), [lead]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className="lead-timeline">
      <h2>{t('leads.timeline')}</h2>
      <div className="scroll" ref={scroller} {...scrollRegion(t('leads.timeline'))}>
        <ul style={{ paddingTop: above, paddingBottom: below }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
              >
                {row !== undefined && <Row row={row} />}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
};

const Row = ({ row }: { readonly row: TimelineRow }) => {
  const { t, format } = useMessages();
  if (row.kind === 'horizon') {
    return (
      <div className="timeline-horizon">
        <span className="secondary">{format.dateTime(row.atMs)}</span>
        <span>{t('leads.timeline.horizon')}</span>
      </div>
    );
  }
  return (
    <div className={`timeline-entry ${row.entry.kind}${row.isBeyond ? ' beyond' : ''}`}>
      <span className="secondary">{format.dateTime(row.entry.atMs)}</span>
      <TimelineMark kind={row.entry.kind} />
      <Words entry={row.entry} />
    </div>
  );
};

const Words = ({ entry }: { readonly entry: TimelineEntry }) => {
  const { t, format } = useMessages();
  switch (entry.kind) {
    case 'created':
      return <span>{t('leads.timeline.created')}</span>;
    case 'activity':
      return (
        <span className="timeline-words">
          <span className="strong">{entry.type}</span>{' '}
          <span className="secondary">
            {entry.properties.map((property) => t('leads.timeline.property', property)).join(' · ')}
          </span>
        </span>
      );
    case 'stage':
      return (
        <span className="timeline-words">
          <span className="strong">{t(`rules.stage.${entry.stage}`)}</span>{' '}
          <span className="secondary">
            {[
              entry.amount === null ? null : t('leads.timeline.amount', { amount: format.decimal(entry.amount, 2) }),
              entry.reason,
            ]
              .filter((word) => word !== null)
              .join(' · ')}
          </span>
        </span>
      );
    case 'level':
      return (
        <span className="timeline-words">
          <span className="hue strong">{t('leads.timeline.level', { level: entry.level })}</span>{' '}
          <span className="secondary">{t('leads.timeline.levelAt', { total: format.points(entry.total) })}</span>
        </span>
      );
  }
};

/** Shape first: a dot for what the lead did, a square for what sales recorded, a flag for a level. */
const TimelineMark = ({ kind }: { readonly kind: TimelineEntry['kind'] }) => (
  <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">
    {kind === 'created' && <circle cx="6" cy="8" r="4" fill="none" stroke="var(--ink2)" strokeWidth="1.5" />}
    {kind === 'activity' && <circle cx="6" cy="8" r="2.5" fill="var(--ink3)" />}
    {kind === 'stage' && <rect x="2" y="4" width="8" height="8" fill="var(--ink)" />}
    {kind === 'level' && <path d="M3 15V2h8l-2.5 3L11 8H3" fill="var(--whose)" stroke="var(--whose)" />}
  </svg>
);
