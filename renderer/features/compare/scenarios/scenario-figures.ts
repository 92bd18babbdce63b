import type { ScenariosCompared } from '../../../../api/compare-scenarios.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
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
      percent(measures.rate),
      percent(measures.interval?.[0]),
      percent(measures.interval?.[1]),
      percent(measures.bounds?.[0]),
      percent(measures.bounds?.[1]),
      measures.observed,
      measures.unobserved,
      Math.round(weekly.mean * 10) / 10,
      measures.converted,
      percent(difference?.value),
      percent(difference?.simultaneous?.[0]),
      percent(difference?.simultaneous?.[1]),
    ]),
  };
};

const percent = (share: number | null | undefined): number | null =>
  share === null || share === undefined ? null : Math.round(share * 1000) / 10;
