import { useState } from 'react';
import type { PanelCard } from '../../../../api/panel.ts';
import { itemAt } from '../../../../core/at.ts';
import { REASON_KINDS, type ReasonKind, VERDICTS, type Verdict } from '../../../../core/panel/verdict.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { CardFactsView } from '../card-facts-view.tsx';
import { useBallotKeys, VERDICT_KEYS } from './ballot-keys.ts';
import type { JudgingState } from './use-judging.ts';

/** One card at a time, by keyboard or mouse; there is at least one. */
export const Ballot = (props: {
  readonly judging: JudgingState;
  readonly cards: readonly PanelCard[];
  readonly who: string;
  readonly onPause: () => void;
  readonly onDone: () => void;
}) => {
  const { judging, cards, who, onPause, onDone } = props;
  const { t } = useMessages();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      cards.findIndex(({ mine }) => mine === null),
    ),
  );
  // A reason may be chosen before the verdict; it is kept with it.
  const [early, setEarly] = useState<ReasonKind | null>(null);
  const card = itemAt(cards, at);
  const { mine } = card;
  const left = cards.filter((one) => one.mine === null).length;
  const go = (to: number) => {
    setEarly(null);
    setAt(Math.min(cards.length - 1, Math.max(0, to)));
  };
  const say = (verdict: Verdict) =>
    judging.judge(card.card, { verdict, reasonKind: mine?.reasonKind ?? early, words: mine?.words ?? '' });
  const because = (kind: ReasonKind) => {
    if (mine === null) setEarly(early === kind ? null : kind);
    else judging.judge(card.card, { ...mine, reasonKind: mine.reasonKind === kind ? null : kind });
  };
  useBallotKeys({ say, because, step: (by) => go(at + by) });
  const reason = mine?.reasonKind ?? early;
  return (
    <div className="panel-ballot">
      <header>
        <div>
          <h1>{t('panel.judge.question')}</h1>
          <p className="hue">{who}</p>
        </div>
        <button type="button" className="button" onClick={onPause}>
          {t('panel.judge.pause')}
        </button>
      </header>
      <div className="panel-progress">
        <span className="strong" role="status">
          {t('panel.judge.card', { number: at + 1, cards: cards.length })}
        </span>
        <span className="secondary">{t('panel.judge.left', { left })}</span>
        <progress aria-label={t('panel.judge.progress')} value={cards.length - left} max={cards.length} />
      </div>
      <div
        className="panel-card scroll"
        {...scrollRegion(t('panel.judge.card', { number: at + 1, cards: cards.length }))}
      >
        <CardFactsView facts={card.facts} />
      </div>
      <footer>
        <fieldset className="panel-verdicts" aria-label={t('panel.judge.question')}>
          {VERDICTS.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className="button"
              aria-pressed={mine?.verdict === verdict}
              aria-keyshortcuts={VERDICT_KEYS[verdict]}
              onClick={() => say(verdict)}
            >
              {t(`panel.verdict.${verdict}`)} <kbd>{VERDICT_KEYS[verdict]}</kbd>
            </button>
          ))}
        </fieldset>
        <fieldset className="panel-reasons" aria-label={t('panel.judge.because')}>
          <span className="secondary">{t('panel.judge.because')}</span>
          {REASON_KINDS.map((kind, index) => (
            <button
              key={kind}
              type="button"
              className="button small"
              aria-pressed={reason === kind}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => because(kind)}
            >
              {t(`panel.reason.${kind}`)} <kbd>{index + 1}</kbd>
            </button>
          ))}
        </fieldset>
        <Words
          key={card.card}
          value={mine?.words ?? ''}
          isDisabled={mine === null}
          onChange={(words) => mine !== null && judging.judge(card.card, { ...mine, words })}
        />
        <div className="panel-actions">
          <button type="button" className="button" disabled={at === 0} onClick={() => go(at - 1)}>
            {t('panel.judge.back')}
          </button>
          <button type="button" className="button" disabled={at === cards.length - 1} onClick={() => go(at + 1)}>
            {t('panel.judge.next')}
          </button>
          <span className="spring" />
          <button type="button" className="button primary" disabled={left > 0} onClick={onDone}>
            {left > 0 ? t('panel.judge.left', { left }) : t('panel.judge.done')}
          </button>
        </div>
      </footer>
    </div>
  );
};

/** Kept when the field is left, not letter by letter. */
const Words = (props: {
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (words: string) => void;
}) => {
  const { t } = useMessages();
  const [typed, setTyped] = useState(props.value);
  return (
    <input
      className="field-input"
      maxLength={2_000}
      autoComplete="off"
      aria-label={t('panel.judge.words')}
      placeholder={t(props.isDisabled ? 'panel.judge.wordsLater' : 'panel.judge.words')}
      disabled={props.isDisabled}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed.trim() !== props.value && props.onChange(typed.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
};
