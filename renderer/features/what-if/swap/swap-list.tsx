import type { SwapRow } from '../../../../api/contract.ts';
import type { SwapName } from '../../../../api/frame.ts';
import { csvOf } from '../../../charts/chart-table.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { OUTCOME_MESSAGE, OutcomeMark } from '../../../components/marks.tsx';
import { type RovingLink, useRovingRows } from '../../../components/roving-rows.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { FrameRequest } from '../../../stores/frame-store.ts';
import { hashOf } from '../../../stores/route-store.ts';
import { useStores } from '../../../stores/use-stores.tsx';
import { swapTable } from './swap-table.ts';
import { useSwapPages } from './use-swap-pages.ts';

interface SwapListProps {
  readonly request: FrameRequest;
  /** In the cohort. */
  readonly leads: number;
  readonly list: SwapName;
}

export const SwapList = ({ request, leads, list }: SwapListProps) => {
  const { t, format } = useMessages();
  const { bridge } = useStores();
  const { rows, total, failure, more, all } = useSwapPages(request, leads, list);
  const roving = useRovingRows(rows?.length ?? 0);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (rows === null) return <p className="swap-words hint">{t('what-if.swap.loading')}</p>;
  if (rows.length === 0) return <p className="swap-words secondary">{t(`what-if.swap.none.${list}`)}</p>;
  const saveCsv = async () => {
    const every = await all();
    if (every === null) return;
    await bridge.saveText(`${list}.csv`, 'text/csv', csvOf(swapTable(every, ['baselinePeak', 'scenarioPeak'])));
  };
  return (
    <div className="swap-scroll scroll" {...scrollRegion(t(`what-if.swap.${list}`, { count: format.count(total) }))}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('what-if.swap.lead')}</th>
            <th scope="col" className="swap-source">
              {t('what-if.swap.source')}
            </th>
            <th scope="col" className="swap-scores number" title={t('what-if.swap.scoresHelp')}>
              {t('what-if.swap.scores')}
            </th>
            <th scope="col" className="swap-outcome">
              {t('what-if.swap.recorded')}
            </th>
            <th scope="col" className="swap-reached number">
              {t('what-if.swap.reached')}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={roving.onKeyDown}>
          {rows.map((row, index) => (
            <Row key={row.lead} row={row} link={roving.link(index)} />
          ))}
        </tbody>
      </table>
      <div className="swap-foot">
        {total > rows.length && (
          <button type="button" className="tool small" onClick={more}>
            {t('what-if.swap.more', { count: Math.min(50, total - rows.length) })}
          </button>
        )}
        <button type="button" className="tool small" onClick={() => void saveCsv()}>
          {t('what-if.swap.saveCsv')}
        </button>
      </div>
    </div>
  );
};

interface RowProps {
  readonly row: SwapRow;
  readonly link: RovingLink;
}

const Row = ({ row, link }: RowProps) => {
  const { t, format } = useMessages();
  const score = (peak: number | null) => (peak === null ? '–' : format.decimal(peak));
  return (
    <tr>
      <td>
        <a className="swap-name" href={hashOf('leads', row.lead)} {...link}>
          <span className="strong ellipsis" title={row.name}>
            {row.name}
          </span>
          {row.name !== row.lead && <span className="secondary ellipsis">{row.lead}</span>}
        </a>
      </td>
      <td title={row.source ?? ''}>{row.source ?? '–'}</td>
      <td className="number">
        {score(row.baselinePeak)} → <b className="strong">{score(row.scenarioPeak)}</b>
      </td>
      <td>
        <span className="swap-mark">
          <OutcomeMark outcome={row.outcome} />
          {t(OUTCOME_MESSAGE[row.outcome])}
        </span>
      </td>
      <td className="number secondary" title={row.reachedAtMs === null ? '' : format.dateTime(row.reachedAtMs)}>
        {row.reachedAtMs === null ? '–' : format.day(row.reachedAtMs)}
      </td>
    </tr>
  );
};
