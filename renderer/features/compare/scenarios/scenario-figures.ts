import type { ScenariosCompared } from '../../../../api/compare-scenarios.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { inPercent } from '../../../charts/in-percent.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import type { ScenarioRow } from './use-scenario-rows.ts';

/** The table as figures: shares in percent, differences in points. */
export const scenarioFigures = (
  compared: ScenariosCompared,
  rows: readonly ScenarioRow[],
  { levelName }: CompareFocus,
  t: Messages['t'],
): ChartTable => {
  const baseline = compared.scenarios[0]?.name ?? '';
  return {
    columns: [
      t('compare.column.scenario'),
      t('compare.column.conversion', { level: levelName }),
      t('compare-scenarios.column.from'),
      t('compare-scenarios.column.to'),
      t('compare-scenarios.column.least'),
      t('compare-scenarios.column.most'),
      t('compare.column.known'),
      t('compare.column.unknown'),
      t('compare.column.weekly', { level: levelName }),
      t('compare.column.caught'),
      t('compare-scenarios.column.against', { baseline }),
      t('compare-scenarios.column.against.from'),
      t('compare-scenarios.column.against.to'),
    ],
    rows: rows.map(({ name, scenario: { measures, weekly, difference } }) => [
      name,
      inPercent(measures.rate),
      inPercent(measures.interval?.[0]),
      inPercent(measures.interval?.[1]),
      inPercent(measures.bounds?.[0]),
      inPercent(measures.bounds?.[1]),
      measures.observed,
      measures.unobserved,
      Math.round(weekly.mean * 10) / 10,
      measures.converted,
      inPercent(difference?.value),
      inPercent(difference?.simultaneous?.[0]),
      inPercent(difference?.simultaneous?.[1]),
    ]),
  };
};
