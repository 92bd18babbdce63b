import { useMemo } from 'react';
import type { ComparedScenario, ScenariosCompared } from '../../../../api/compare-scenarios.ts';
import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { useHasDates } from '../../../stores/use-has-dates.ts';
import { type CompareFocus, type NamedSide, sideKey } from '../compare-focus.ts';
import { pointsWithInterval } from '../pair/points-words.ts';
import { useSideNames } from '../use-compare-focus.ts';

/** A scenario as its row says it. */
export interface ScenarioRow extends NamedSide {
  readonly key: string;
  readonly scenario: ComparedScenario;
  /** Whether it is told against, or told. */
  readonly isA: boolean;
  readonly isB: boolean;
  /** Where it comes from, under its name. */
  readonly origin: string;
  /** Nothing is drawn below 10 SQLs: counts stand in its place. */
  readonly isDrawn: boolean;
  readonly conversion: string;
  readonly known: string;
  readonly unknown: string;
  readonly weekly: string;
  readonly caught: string;
  readonly difference: string;
}

export const useScenarioRows = (compared: ScenariosCompared, focus: CompareFocus): readonly ScenarioRow[] => {
  const messages = useMessages();
  const nameOf = useSideNames(compared);
  const hasDates = useHasDates();
  return useMemo(
    () =>
      compared.scenarios.map((scenario): ScenarioRow => {
        const key = sideKey(scenario.side);
        const { measures, weekly } = scenario;
        const { format } = messages;
        return {
          ...nameOf(scenario),
          key,
          scenario,
          isA: key === sideKey(focus.a.side),
          isB: key === sideKey(focus.b.side),
          origin: originOf(scenario, focus.levelName, messages),
          isDrawn: measures.converted >= LEAST_SQLS,
          conversion: conversionOf(scenario, messages),
          known: format.count(measures.observed),
          unknown: format.count(measures.unobserved),
          weekly: hasDates ? format.decimal(weekly.mean, weekly.mean < 10 ? 1 : 0) : '–',
          caught: format.count(measures.converted),
          difference: differenceOf(scenario, messages),
        };
      }),
    [compared, focus, messages, nameOf, hasDates],
  );
};

function originOf({ side, seat, hasLevel }: ComparedScenario, level: string, { t }: Messages): string {
  if (!hasLevel) return t('compare-scenarios.noLevel', { level });
  if (seat !== null) return t(`scenarios.proposed.${seat}`);
  return t(side.kind === 'handover' ? 'compare-scenarios.handover' : 'compare-scenarios.baseline');
}

function conversionOf({ measures }: ComparedScenario, { t, format }: Messages): string {
  if (measures.rate === null) return '–';
  if (measures.converted >= LEAST_SQLS) return format.rate(measures.rate, measures.interval);
  return t('compare-scenarios.counts', {
    converted: format.count(measures.converted),
    observed: format.count(measures.observed),
  });
}

function differenceOf({ side, difference, measures }: ComparedScenario, { t, format }: Messages): string {
  if (side.kind === 'baseline') return t('compare-scenarios.baseline');
  if (difference === null || measures.converted < LEAST_SQLS) return '–';
  return pointsWithInterval(format, difference.value, difference.simultaneous);
}
