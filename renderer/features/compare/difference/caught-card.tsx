import type { PairCompared } from '../../../../api/compare-pair.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { linear } from '../../../charts/plot/scale.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { chanceShare } from '../pair/chance-share.ts';
import { caughtWords } from './caught-words.ts';

/** The SQLs of the cohort by who catches them, as one bar. */
export const CaughtCard = ({ answer, focus }: { readonly answer: PairCompared; readonly focus: CompareFocus }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { sqls, midP } = answer.recall;
  const parts = partsOf(answer, messages);
  return (
    <ChartCard
      className="split-card difference-caught"
      question={t('compare-difference.caught')}
      legend={parts.map(({ key, name, count }) => ({
        mark: <PartKey part={key} />,
        label: t('compare-difference.caught.part', { name, count: format.count(count) }),
      }))}
      table={{
        columns: [t('compare-difference.column.what'), t('compare-difference.column.sqls')],
        rows: sqls === 0 ? [] : parts.map(({ name, count }) => [name, count]),
      }}
      reason={sqls === 0 ? t('compare-difference.caught.none') : undefined}
      note={
        <span title={midP === null ? '' : t('compare-difference.caught.help', { chance: chanceShare(midP, messages) })}>
          {caughtWords(answer, focus, messages)}
        </span>
      }
    >
      {(width) => <Bar parts={parts} width={width} title={t('compare-difference.caught')} />}
    </ChartCard>
  );
};

interface Part {
  readonly key: 'onlyA' | 'both' | 'onlyB' | 'neither';
  readonly name: string;
  readonly count: number;
}

function partsOf({ swap, recall }: PairCompared, { t }: Messages): readonly Part[] {
  const { kept, lost, gained } = swap;
  const neither = recall.sqls - kept.converted - lost.converted - gained.converted;
  return [
    { key: 'onlyA', name: t('compare-difference.caught.onlyA'), count: lost.converted },
    { key: 'both', name: t('compare-difference.caught.both'), count: kept.converted },
    { key: 'onlyB', name: t('compare-difference.caught.onlyB'), count: gained.converted },
    { key: 'neither', name: t('compare-difference.caught.neither'), count: neither },
  ];
}

const FILLS: Readonly<Record<Part['key'], string>> = {
  onlyA: 'var(--track)',
  both: 'var(--bar-strong)',
  onlyB: 'var(--bar)',
  neither: 'none',
};
const HEIGHT = 58;

const PartKey = ({ part }: { readonly part: Part['key'] }) => (
  <svg width="12" height="10" aria-hidden="true">
    <rect x="0.5" y="0.5" width="11" height="9" fill={FILLS[part]} stroke="var(--ink3)" />
  </svg>
);

const Bar = ({
  parts,
  width,
  title,
}: {
  readonly parts: readonly Part[];
  readonly width: number;
  readonly title: string;
}) => {
  const { format } = useMessages();
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const x = linear([0, Math.max(1, all)], [0.5, width - 8.5]);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { count }) => sum + count, 0));
  return (
    <svg width={width} height={HEIGHT + 2} role="img" aria-label={title}>
      {parts.map(({ key, name, count }, index) => {
        const from = x(starts[index] ?? 0);
        const space = x((starts[index] ?? 0) + count) - from;
        return (
          <g key={key}>
            <title>{`${name}: ${format.count(count)}`}</title>
            <rect x={from} y={1} width={space} height={HEIGHT} fill={FILLS[key]} stroke="var(--ink3)" strokeWidth="1" />
          </g>
        );
      })}
    </svg>
  );
};
