import { useMemo, useRef, useState } from 'react';
import type { PairProfile } from '../../../../api/profile.ts';
import type { Failure } from '../../../../api/reply.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { SuggestionField } from '../../../components/fields/suggestion-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useProfile } from '../../../stores/use-stores.tsx';
import { isUnfit } from '../model/level-marks.ts';
import type { ProfileRow } from '../model/profile-rows.ts';
import { rowTitle } from '../model/row-words.ts';
import { BestPairs } from './best-pairs.tsx';
import { PairWords } from './pair-words.tsx';

type Asked =
  | { readonly step: 'nothing' }
  | { readonly step: 'counting' }
  | { readonly step: 'pair'; readonly pair: PairProfile; readonly other: ProfileRow }
  | { readonly step: 'best'; readonly pairs: readonly PairProfile[] }
  | { readonly step: 'failed'; readonly failure: Failure };

interface Answer {
  /** What it was counted for. */
  readonly over: readonly ProfileRow[];
  readonly asked: Asked;
}

/** The leads of this row that are in another one too. */
export const Combine = ({ row, rows }: { readonly row: ProfileRow; readonly rows: readonly ProfileRow[] }) => {
  const messages = useMessages();
  const { t } = messages;
  const pairOf = useProfile((state) => state.pair);
  const bestPairs = useProfile((state) => state.bestPairs);
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer>({ over: rows, asked: { step: 'nothing' } });
  // Another profile has other figures: what was counted for the one before must not stand beside it.
  const asked: Asked = answer.over === rows ? answer.asked : { step: 'nothing' };
  const turn = useRef(0);
  const others = useMemo(
    () =>
      new Map(
        rows
          .filter(({ group, marks }) => group !== row.group && !isUnfit(marks))
          .toSorted((left, right) => (left.level.rank ?? rows.length) - (right.level.rank ?? rows.length))
          .map((other) => [rowTitle(messages, other), other]),
      ),
    [rows, row, messages],
  );
  const ask = async (count: () => Promise<Asked>): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    setAnswer({ over: rows, asked: { step: 'counting' } });
    const found = await count();
    if (turn.current === mine) setAnswer({ over: rows, asked: found });
  };
  const type = (text: string): void => {
    setTyped(text);
    const other = others.get(text);
    if (other === undefined) return;
    void ask(async () => {
      const reply = await pairOf(row.reference, other.reference);
      if (!reply.ok) return { step: 'failed', failure: reply.error };
      return reply.value === null ? { step: 'nothing' } : { step: 'pair', pair: reply.value, other };
    });
  };
  const findBest = (): void => {
    setTyped('');
    void ask(async () => {
      const reply = await bestPairs();
      return reply.ok ? { step: 'best', pairs: reply.value } : { step: 'failed', failure: reply.error };
    });
  };
  return (
    <section className="profile-section" aria-label={t('profile.combine.title')}>
      <h3>{t('profile.combine.title')}</h3>
      <SuggestionField
        label={t('profile.combine.field')}
        placeholder={t('profile.combine.hint')}
        suggestions={[...others.keys()]}
        value={typed}
        onChange={type}
      />
      <div role="status">
        {asked.step === 'counting' && <p className="secondary">{t('profile.combine.counting')}</p>}
        {asked.step === 'pair' && <PairWords pair={asked.pair} row={row} other={asked.other} />}
        {asked.step === 'best' && <BestPairs pairs={asked.pairs} rows={rows} />}
      </div>
      {asked.step === 'failed' && <FailureNotice failure={asked.failure} />}
      <button type="button" className="button profile-small" onClick={findBest}>
        {t('profile.combine.best')}
      </button>
    </section>
  );
};
