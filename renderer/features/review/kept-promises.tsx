import type { JudgedPromise } from '../../../api/promises.ts';
import { figureText, verdictText } from '../../agreement-words/judged-text.ts';
import { promiseText } from '../../agreement-words/promise-text.ts';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { MarkedText } from '../agreement/marked-text.tsx';
import { judgedOf, promiseRows } from '../agreement/promises/promise-row.ts';
import type { Reviewed } from './reviewed.ts';
import { WeekStrip } from './week-strip.tsx';

/** What a team promised, what happened since, week by week, and whether it held. */
export const KeptPromises = (props: { readonly review: Reviewed; readonly whose: 'marketing' | 'sales' }) => {
  const messages = useMessages();
  const { t } = messages;
  const { review, whose } = props;
  const rows = promiseRows(review.signed.document).filter((row) => row.whose === whose);
  if (rows.length === 0) return null;
  return (
    <section className="review-promises" data-whose={whose} aria-label={t(`review.promised.${whose}`)}>
      <h2 className="hue strong">{t(`review.promised.${whose}`)}</h2>
      <table className="review-table">
        <thead>
          <tr>
            <th scope="col">{t('review.column.promise')}</th>
            <th scope="col">{t('review.column.happened')}</th>
            <th scope="col">{t('review.column.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const judged = judgedOf(row, review.promises);
            return (
              <tr key={row.key}>
                <td>
                  <MarkedText text={promiseText(messages, row.made)} />
                </td>
                <td>
                  {judged === undefined ? null : (
                    <span className="review-happened">
                      <span>{figureText(messages, judged)}</span>
                      <WeekStrip judged={judged} />
                    </span>
                  )}
                </td>
                <td>{judged === undefined ? null : <Verdict judged={judged} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

const MARK = { held: 'tick', short: 'cross', broken: 'warning', unknown: null } as const;

const Verdict = ({ judged }: { readonly judged: JudgedPromise }) => {
  const messages = useMessages();
  const { t } = messages;
  const { kind } = judged.verdict;
  const mark = MARK[kind];
  const words = verdictText(messages, judged);
  return (
    <span className={`review-verdict ${kind}`}>
      {mark === null ? <span aria-hidden="true">–</span> : <Icon name={mark} size={12} />}
      <span>{kind === 'unknown' ? words : t(`review.verdict.${kind}`, { words })}</span>
    </span>
  );
};
