import { Fragment } from 'react';
import type { LedgerEntry } from '../../../api/core-types.ts';
import type { Ledger } from '../../../core/replay/ledger.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { type LedgerBlock, type LedgerLine, ledgerSheet } from './ledger-lines.ts';

/** Every award behind the score, with the limits that held it: the lines add up to it. */
export const LeadLedger = ({ ledger, ruleSet }: { readonly ledger: Ledger; readonly ruleSet: RuleSet }) => {
  const { t, format } = useMessages();
  const sheet = ledgerSheet(ledger, ruleSet);
  const title = t('leads.ledger', { score: format.decimal(ledger.total) });
  return (
    <section className="lead-ledger scroll" {...scrollRegion(title)}>
      <h2>{title}</h2>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('leads.ledger.rule')}</th>
            <th scope="col" className="number">
              {t('leads.ledger.sum')}
            </th>
            <th scope="col" className="number">
              {t('leads.ledger.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.blocks.map((block) => (
            <Block key={block.id} block={block} />
          ))}
          {sheet.limits.map((limit) => (
            <tr key={limit.id} className="ledger-limit">
              <td colSpan={2}>{t('leads.ledger.limit.total')}</td>
              <td className="number">{format.signed(limit.adjustment, 2)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('leads.ledger.total')}
            </th>
            <td className="number">{format.decimal(sheet.total, 2)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
};

const Block = ({ block }: { readonly block: LedgerBlock }) => {
  const { t, format } = useMessages();
  return (
    <>
      <tr className="ledger-dimension">
        <th scope="rowgroup" colSpan={2}>
          {block.name}
        </th>
        <td className="number">{format.decimal(block.subtotal, 2)}</td>
      </tr>
      {block.lines.map((line) => (
        <Fragment key={line.key}>
          <Line line={line} />
        </Fragment>
      ))}
      {block.lines.length === 0 && (
        <tr>
          <td colSpan={3} className="hint">
            {t('leads.ledger.nothing')}
          </td>
        </tr>
      )}
    </>
  );
};

const Line = ({ line }: { readonly line: LedgerLine }) => {
  const { t, format } = useMessages();
  switch (line.kind) {
    case 'group':
      return (
        <tr className="ledger-group">
          <td colSpan={3}>{line.name}</td>
        </tr>
      );
    case 'limit':
      return (
        <tr className="ledger-limit">
          <td colSpan={2}>{t(`leads.ledger.limit.${line.limit.kind}`, { name: line.limit.name })}</td>
          <td className="number">{format.signed(line.limit.adjustment, 2)}</td>
        </tr>
      );
    case 'award':
      return (
        <tr className={line.entry.standing ? '' : 'ledger-gone'}>
          <td>
            <a href={hashOf('rules', line.entry.ruleId)}>{line.entry.ruleName}</a>{' '}
            <span className="secondary">{format.date(line.entry.atMs)}</span>
            <Gone entry={line.entry} />
          </td>
          <td className="number secondary">
            {t('leads.ledger.times', {
              points: format.points(line.entry.points),
              weight: format.decimal(line.entry.weight, 2),
            })}
          </td>
          <td className="number">{format.decimal(line.value, 2)}</td>
        </tr>
      );
  }
};

const Gone = ({ entry }: { readonly entry: LedgerEntry }) => {
  const { t, format } = useMessages();
  if (entry.clearedAtMs !== null)
    return <span className="secondary"> · {t('leads.ledger.cleared', { date: format.date(entry.clearedAtMs) })}</span>;
  return entry.standing ? null : <span className="secondary"> · {t('leads.ledger.faded')}</span>;
};
