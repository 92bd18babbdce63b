import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useAnswer } from '../../../stores/use-answer.ts';
import { useCompare } from '../../../stores/use-stores.tsx';
import { type CompareFocus, sideKey } from '../compare-focus.ts';
import { BreakdownCard } from './breakdown-card.tsx';
import { HoldsCard } from './holds-card.tsx';
import { SideGridCard } from './side-grid-card.tsx';
import './where.css';

/** Among whom one side is ahead of the other, whether profile or behaviour decides, and where the difference holds. */
export const WhereView = ({ focus }: { readonly focus: CompareFocus }) => {
  // Figures of two sides are never shown under the names of two others.
  const sides = `${sideKey(focus.a.side)} ${sideKey(focus.b.side)}`;
  return <TwoSides key={sides} focus={focus} />;
};

const TwoSides = ({ focus }: { readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const choices = useCompare((state) => state.where);
  const choose = useCompare((state) => state.chooseWhere);
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
      <BreakdownCard
        focus={focus}
        answer={rows.answer}
        order={choices.order}
        onAsk={(by) => choose({ ...choices, by })}
        onOrder={(order) => choose({ ...choices, order })}
      />
      <SideGridCard focus={focus} />
      <HoldsCard
        focus={focus}
        holds={held.answer}
        chosen={choices.part}
        onChoose={(part) => choose({ ...choices, part })}
      />
    </div>
  );
};
