import { useState } from 'react';
import type { ListedLead, ListName, ListPage } from '../../../../api/lists.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import { ExportButtons } from './export-buttons.tsx';
import { lacksText, nextText, whyText } from './list-words.ts';
import { SinceLast } from './since-last.tsx';
import './lists.css';

const PAGE_ROWS = 100;

/** One working list, best first: why, until when, and what has changed since it was last given out. */
export const WorkingList = ({ list }: { readonly list: ListName }) => {
  const { t, format } = useMessages();
  const [page, setPage] = useState(0);
  const { answer, failure, retry } = useAnswer('lists.page', (key) => ({
    key,
    list,
    offset: page * PAGE_ROWS,
    limit: PAGE_ROWS,
  }));
  if (answer === null)
    return failure === null ? (
      <p className="leads-none secondary" role="status">
        {t('lists.working')}
      </p>
    ) : (
      <FailureNotice failure={failure} onRetry={retry} />
    );
  const total = answer.counts[list];
  const pages = Math.ceil(total / PAGE_ROWS);
  return (
    <div className="lists">
      {failure !== null && <FailureNotice failure={failure} onRetry={retry} />}
      <div className="lists-about">
        <h1>{t(`lists.tab.${list}`)}</h1>
        <Basis answer={answer} />
        <span className="spring" />
        <ExportButtons list={list} />
      </div>
      <p className="lists-line secondary">
        {t(`lists.about.${list}`)} <LeftOut answer={answer} />
      </p>
      {answer.since !== null && <SinceLast since={answer.since} />}
      {total === 0 ? (
        <p className="leads-none secondary">{t('lists.nobody')}</p>
      ) : (
        <div className="scroll lists-scroll" {...scrollRegion(t(`lists.tab.${list}`))}>
          <ListTable list={list} answer={answer} />
        </div>
      )}
      {pages > 1 && (
        <nav className="lists-pages" aria-label={t('lists.pages')}>
          <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('lists.earlier')}
          </button>
          <span role="status">
            {t('lists.pageOf', {
              first: format.count(answer.offset + 1),
              last: format.count(answer.offset + answer.rows.length),
              total: format.count(total),
            })}
          </span>
          <button type="button" className="button" disabled={page >= pages - 1} onClick={() => setPage(page + 1)}>
            {t('lists.later')}
          </button>
        </nav>
      )}
    </div>
  );
};

/** By what the list is made; plain while nothing is signed. */
const Basis = ({ answer }: { readonly answer: ListPage }) => {
  const { t, format } = useMessages();
  const { by, asOfMs } = answer;
  const asOf = format.dateTime(asOfMs);
  return by.isSigned ? (
    <span data-whose="both">
      <span className="hue strong">{t('lists.by.signed', { name: by.name, number: by.number ?? 0 })}</span>{' '}
      <span className="secondary">{t('lists.asOf', { asOf })}</span>
    </span>
  ) : (
    <span>
      <span className="strong">{t('lists.by.notSigned')}</span>{' '}
      <span className="secondary">
        {t('lists.by.scenario', { name: by.name })} {t('lists.asOf', { asOf })}
      </span>
    </span>
  );
};

const LeftOut = ({ answer }: { readonly answer: ListPage }) => {
  const { t, format } = useMessages();
  const { withSales, closed, customer, disqualified } = answer.leftOut;
  return (
    <span>
      {t('lists.leftOut', {
        withSales: format.count(withSales),
        closed: format.count(closed),
        customers: format.count(customer),
        disqualified: format.count(disqualified),
      })}
    </span>
  );
};

const ListTable = ({ list, answer }: { readonly list: ListName; readonly answer: ListPage }) => {
  const { t } = useMessages();
  const isForSales = list === 'sales' || list === 'sales-urgent';
  return (
    <table className="table lists-table" aria-label={t(`lists.tab.${list}`)}>
      <thead>
        <tr>
          <th scope="col" className="number lists-rank">
            {t('lists.column.rank')}
          </th>
          <th scope="col">{t('lists.column.lead')}</th>
          <th scope="col" className="number lists-score">
            {t('lists.column.score')}
          </th>
          <th scope="col" className="lists-why">
            {t('lists.column.why')}
          </th>
          {isForSales && (
            <th scope="col" className="lists-due">
              {t('lists.column.due')}
            </th>
          )}
          {list === 'nurture' && (
            <th scope="col" className="lists-next">
              {t('lists.column.next')}
            </th>
          )}
          {list === 'recycle' && <th scope="col">{t('lists.column.level')}</th>}
          <th scope="col">{t('lists.column.active')}</th>
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row, index) => (
          <Row key={row.lead} row={row} rank={answer.offset + index + 1} list={list} answer={answer} />
        ))}
      </tbody>
    </table>
  );
};

interface RowProps {
  readonly row: ListedLead;
  readonly rank: number;
  readonly list: ListName;
  readonly answer: ListPage;
}

const Row = ({ row, rank, list, answer }: RowProps) => {
  const messages = useMessages();
  const { t, format } = messages;
  const why = whyText(messages, row);
  return (
    <tr>
      <td className="number hint">{format.count(rank)}</td>
      <td className="ellipsis" title={row.name}>
        <a href={hashOf('leads', row.lead)} className="lead-link">
          {row.name}
        </a>
        <Change row={row} />
      </td>
      <td className="number strong">{format.decimal(row.score)}</td>
      <td className="ellipsis" title={why}>
        {why}
      </td>
      {(list === 'sales' || list === 'sales-urgent') && <Due row={row} answer={answer} />}
      {list === 'nurture' && (
        <td className="ellipsis" title={`${lacksText(messages, row)} ${nextText(messages, row)}`}>
          <span className="strong">{lacksText(messages, row)}</span>{' '}
          <span className="secondary">{nextText(messages, row)}</span>
        </td>
      )}
      {list === 'recycle' && (
        <td>{row.level === null ? t('lists.noLevel') : t('lists.standsAt', { level: row.level.name })}</td>
      )}
      <td className="ellipsis secondary">
        {row.lastActivityAtMs === null
          ? t('lists.neverActive')
          : t('lists.active', {
              date: format.day(row.lastActivityAtMs),
              hasChannel: row.channel === null ? 'no' : 'yes',
              channel: row.channel ?? '',
            })}
      </td>
    </tr>
  );
};

const Change = ({ row }: { readonly row: ListedLead }) => {
  const { t } = useMessages();
  if (row.change === null) return null;
  return (
    <span className="lists-change">
      {row.change.kind === 'new'
        ? t('lists.change.new')
        : t('lists.change.moved', { from: t(`lists.tab.${row.change.from}`) })}
    </span>
  );
};

/** A deadline that both signed and that has passed is a broken promise. */
const Due = ({ row, answer }: { readonly row: ListedLead; readonly answer: ListPage }) => {
  const { t, format } = useMessages();
  if (row.dueAtMs === null) return <td className="secondary">{t('lists.noDeadline')}</td>;
  const isLate = row.dueAtMs < answer.asOfMs;
  const isBroken = isLate && answer.by.isSigned;
  const due = t(isLate ? 'lists.overdue' : 'lists.due', { due: format.dateTime(row.dueAtMs) });
  const faded = row.isFaded ? t('lists.faded') : '';
  return (
    <td className="ellipsis" title={`${due} ${faded}`.trim()}>
      {isBroken && <Icon name="warning" size={12} />}
      <span className={isBroken ? 'broken' : isLate ? 'strong' : ''}>{due}</span>
      {row.isFaded && <span className="secondary"> {faded}</span>}
    </td>
  );
};
