/** What the chart of one attribute or act draws: a column for each level, from low to high. */
import type { LevelFigures } from '../../../../api/profile.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';

export interface ChartColumn {
  readonly key: string;
  /** Under the column; null for a band, whose ends stand at its sides. */
  readonly label: string | null;
  readonly figures: LevelFigures;
  readonly isChosen: boolean;
}

/** Null where the levels have no order that a chart could show. */
export const chartColumns = ({ t }: Messages, row: ProfileRow): readonly ChartColumn[] | null => {
  if (row.kind === 'behaviour') {
    return row.profile.levels
      .filter(({ value }) => value !== '1+')
      .map((level) => ({
        key: level.value,
        label: level.value,
        figures: level,
        isChosen: level.value === row.level.value,
      }));
  }
  if (row.profile.cutPoints === null) return null;
  return row.profile.levels.map((level) => ({
    key: `${level.kind} ${level.value ?? ''}`,
    label:
      level.kind === 'band' ? null : t(level.kind === 'missing' ? 'profile.chart.missing' : 'profile.chart.others'),
    figures: level,
    isChosen: level === row.level,
  }));
};

/** `names`: of the levels, in the order of the columns. */
export const chartTable = ({ t }: Messages, columns: readonly ChartColumn[], names: readonly string[]): ChartTable => ({
  columns: [
    t('profile.chart.level'),
    t('profile.chart.leads'),
    t('profile.chart.observed'),
    t('profile.chart.converted'),
    t('profile.chart.rate'),
    t('profile.chart.low'),
    t('profile.chart.high'),
  ],
  rows: columns.map(({ figures: { leads, observed, converted, rate, interval } }, index) => [
    names[index] ?? '',
    leads,
    observed,
    converted,
    rate,
    interval?.[0] ?? null,
    interval?.[1] ?? null,
  ]),
});
