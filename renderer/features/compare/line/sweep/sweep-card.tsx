import { useState } from 'react';
import type { LinesSwept, SweptLine } from '../../../../../api/compare-line.ts';
import { ChartCard } from '../../../../charts/chart-card.tsx';
import { Segments } from '../../../../components/fields/segments.tsx';
import { Swatch } from '../../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import type { CompareFocus } from '../../compare-focus.ts';
import { sideLegend } from '../../course/side-line.tsx';
import { type LowerZone, lineSides, type Terms } from '../line-sides.ts';
import { fewWords } from './few-words.ts';
import { SweepChart } from './sweep-chart.tsx';
import { hasRates } from './sweep-scales.ts';
import { sweepTable } from './sweep-table.ts';
import { SweepWords } from './sweep-words.tsx';
import { LeastRateField, WorthFields } from './terms-fields.tsx';

interface SweepCardProps {
  readonly focus: CompareFocus;
  readonly swept: LinesSwept;
  readonly terms: Terms;
  readonly onTerms: (terms: Terms) => void;
}

/** Where should the line be? What every other threshold would have given, of both sides. */
export const SweepCard = ({ focus, swept, terms, onTerms }: SweepCardProps) => {
  const messages = useMessages();
  const { t } = messages;
  const [lower, setLower] = useState<LowerZone>('volume');
  const [at, setAt] = useState<number | null>(null);
  const sides = lineSides(swept, focus);
  const [told] = sides;
  const known = sides.some(({ line }) => hasRates(line.points));
  const choose = (next: LowerZone) => {
    setLower(next);
    // What SQLs won is a first guess at their terms; what working a lead costs only people know.
    if (next === 'profit' && terms.valuePerSql === null && swept.meanWonPerSql !== null)
      onTerms({ ...terms, valuePerSql: twoFigures(swept.meanWonPerSql) });
  };
  return (
    <ChartCard
      className="line-sweep split-card"
      question={t('compare-line.sweep')}
      legend={[...sideLegend(sides), ...(known && told !== undefined ? plateauEntry(told.line.plateau, messages) : [])]}
      table={sweepTable(sides, messages)}
      reason={reasonOf(
        focus,
        sides.map(({ line }) => line.points.at(0)?.reached ?? 0),
        t,
      )}
      note={
        told === undefined ? undefined : known ? (
          <SweepWords side={told} swept={swept} terms={terms} />
        ) : (
          fewWords(sides, messages)
        )
      }
      tools={
        <>
          <Segments
            label={t('compare-line.lower')}
            value={lower}
            choices={(['volume', 'captured', 'profit'] as const).map((value) => ({
              value,
              label: t(`compare-line.show.${value}`),
            }))}
            onChange={choose}
          />
          <LeastRateField terms={terms} onTerms={onTerms} />
          {lower === 'profit' && <WorthFields terms={terms} onTerms={onTerms} />}
        </>
      }
    >
      {(width, height) => (
        <SweepChart
          sides={sides}
          lower={lower}
          levelName={focus.levelName}
          capacityPerWeek={swept.capacityPerWeek}
          at={at ?? told?.line.threshold ?? 0}
          onRead={setAt}
          width={width}
          height={height}
        />
      )}
    </ChartCard>
  );
};

const plateauEntry = (plateau: SweptLine['plateau'], { t, format }: Messages) =>
  plateau === null
    ? []
    : [
        {
          mark: <Swatch kind="plateau" />,
          label: t('compare-line.plateau', { from: format.points(plateau.from), to: format.points(plateau.to) }),
        },
      ];

type Translate = ReturnType<typeof useMessages>['t'];

const reasonOf = ({ levelName, a, b }: CompareFocus, reached: readonly number[], t: Translate): string | undefined => {
  if (reached.length === 0) return t('compare-line.reason.noLine', { a: a.name, b: b.name });
  return reached.every((leads) => leads === 0) ? t('what-if.reason.noScores', { level: levelName }) : undefined;
};

/** Two figures: no more is known of it. */
const twoFigures = (amount: number): number => Number(amount.toPrecision(2));
