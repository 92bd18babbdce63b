import { type KeyboardEvent, useState } from 'react';
import type { PairCompared } from '../../../../api/compare-pair.ts';
import type { SwapRow } from '../../../../api/contract.ts';
import type { SwapName } from '../../../../api/frame.ts';
import { csvOf } from '../../../charts/chart-table.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { OUTCOME_MESSAGE, OutcomeMark } from '../../../components/marks.tsx';
import { type RovingLink, useRovingRows } from '../../../components/roving-rows.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useStores } from '../../../stores/use-stores.tsx';
import { swapTable } from '../../what-if/swap/swap-table.ts';
import { type CompareFocus, sideKey } from '../compare-focus.ts';
import { usePairSwap } from './use-pair-swap.ts';

const LISTS: readonly SwapName[] = ['gained', 'lost', 'kept'];

/** The same leads by name, SQLs first. */
export const SwapNames = ({ answer, focus }: { readonly answer: PairCompared; readonly focus: CompareFocus }) => {
  const { t, format } = useMessages();
  const [chosen, choose] = useState<SwapName>('gained');
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? LISTS.length - 1 : 0;
    if (by === 0) return;
    const next = LISTS[(LISTS.indexOf(chosen) + by) % LISTS.length] ?? chosen;
    choose(next);
    document.getElementById(`pair-swap-${next}`)?.focus();
  };
  return (
    <section className="difference-names" aria-label={t('compare-difference.list')}>
      <div className="compare-tabs tab-strip" role="tablist" aria-label={t('compare-difference.list')}>
        {LISTS.map((list) => (
          <button
            key={list}
            id={`pair-swap-${list}`}
            type="button"
            role="tab"
            aria-selected={list === chosen}
            aria-controls="pair-swap-list"
            tabIndex={list === chosen ? 0 : -1}
            onClick={() => choose(list)}
            onKeyDown={step}
          >
            {t(`compare-difference.list.${list}`, { count: format.count(answer.swap[list].leads) })}
          </button>
        ))}
      </div>
      <div id="pair-swap-list" className="difference-list" role="tabpanel" aria-labelledby={`pair-swap-${chosen}`}>
        <Names key={`${chosen} ${sideKey(focus.a.side)} ${sideKey(focus.b.side)}`} focus={focus} list={chosen} />
      </div>
    </section>
  );
};

const Names = ({ focus, list }: { readonly focus: CompareFocus; readonly list: SwapName }) => {
  const { t } = useMessages();
  const { bridge } = useStores();
  const { rows, failure, step, more, all } = usePairSwap(focus, list);
  const roving = useRovingRows(rows?.length ?? 0);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (rows === null)
    return (
      <p className="difference-words hint" data-names="waited for">
        {t('what-if.swap.loading')}
      </p>
    );
  if (rows.length === 0) return <p className="difference-words secondary">{t('compare-difference.list.nobody')}</p>;
  const saveCsv = async () => {
    const every = await all();
    if (every === null) return;
    await bridge.saveText(`${list}.csv`, 'text/csv', csvOf(swapTable(every, ['peakA', 'peakB'])));
  };
  return (
    <div className="difference-rows scroll" {...scrollRegion(t('compare-difference.list.rows'))}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('what-if.swap.lead')}</th>
            <th
              scope="col"
              className="difference-scores number"
              title={t('compare-difference.list.scoresHelp', { a: focus.a.name, b: focus.b.name })}
            >
              {t('compare-difference.list.scores')}
            </th>
            <th scope="col" className="difference-outcome">
              {t('what-if.swap.recorded')}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={roving.onKeyDown}>
          {rows.map((row, index) => (
            <Lead key={row.lead} row={row} link={roving.link(index)} />
          ))}
        </tbody>
      </table>
      <div className="difference-foot">
        {step > 0 && (
          <button type="button" className="tool small" onClick={more}>
            {t('compare-difference.list.more', { count: step })}
          </button>
        )}
        <button type="button" className="tool small" onClick={() => void saveCsv()}>
          {t('what-if.swap.saveCsv')}
        </button>
      </div>
    </div>
  );
};

interface LeadProps {
  readonly row: SwapRow;
  readonly link: RovingLink;
}

const Lead = ({ row, link }: LeadProps) => {
  const { t, format } = useMessages();
  const score = (peak: number | null) => (peak === null ? '–' : format.decimal(peak));
  return (
    <tr>
      <td>
        <a
          className="difference-lead ellipsis"
          href={hashOf('leads', row.lead)}
          title={`${row.name}, ${row.lead}`}
          {...link}
        >
          {row.name}
        </a>
      </td>
      <td className="number">
        {score(row.baselinePeak)} → <b className="strong">{score(row.scenarioPeak)}</b>
      </td>
      <td>
        <span className="difference-mark">
          <OutcomeMark outcome={row.outcome} />
          {t(OUTCOME_MESSAGE[row.outcome])}
        </span>
      </td>
    </tr>
  );
};
