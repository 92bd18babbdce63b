import { useState } from 'react';
import type { AskedBreakdownBy } from '../../../../api/compare-where.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useAnswer } from '../../../stores/use-answer.ts';
import { type CompareFocus, sideKey } from '../compare-focus.ts';
import { BreakdownCard } from './breakdown-card.tsx';
import { HoldsCard, type PartKind } from './holds-card.tsx';
import { SideGridCard } from './side-grid-card.tsx';
import './where.css';

/** By what leads are told apart until somebody chooses: where they came from. */
const BY_SOURCE: AskedBreakdownBy = { kind: 'attribute', name: null };

interface Choices {
  readonly by: AskedBreakdownBy;
  readonly part: PartKind;
}

/** Among whom one side is ahead of the other, whether profile or behaviour decides, and where the difference holds. */
export const WhereView = ({ focus }: { readonly focus: CompareFocus }) => {
  const [choices, setChoices] = useState<Choices>({ by: BY_SOURCE, part: 'month' });
  // Figures of two sides are never shown under the names of two others.
  const sides = `${sideKey(focus.a.side)} ${sideKey(focus.b.side)}`;
  return <TwoSides key={sides} focus={focus} choices={choices} onChoose={setChoices} />;
};

const TwoSides = (props: {
  readonly focus: CompareFocus;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}) => {
  const { focus, choices, onChoose } = props;
  const { t } = useMessages();
  const { level, options, a, b } = focus;
  const question = { level, options, a: a.side, b: b.side };
  const rows = useAnswer('compare.breakdown', (key) => ({ ...question, by: choices.by, key }));
  const held = useAnswer('compare.holds', (key) => ({ ...question, key }));
  const failed = [rows, held].find(({ failure }) => failure !== null);
  const failure = failed?.failure ?? null;
  if (failed !== undefined && failure !== null) return <FailureNotice failure={failure} onRetry={failed.retry} />;
  if (rows.answer === null || held.answer === null)
    return (
      <p className="compare-working secondary" role="status">
        {t('compare.working')}
      </p>
    );
  return (
    <div className="compare-where" aria-busy={rows.isLate || held.isLate} data-whose={b.whose}>
      <BreakdownCard focus={focus} answer={rows.answer} onAsk={(by) => onChoose({ ...choices, by })} />
      <SideGridCard focus={focus} />
      <HoldsCard
        focus={focus}
        holds={held.answer}
        chosen={choices.part}
        onChoose={(part) => onChoose({ ...choices, part })}
      />
    </div>
  );
};
