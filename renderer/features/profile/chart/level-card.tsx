import type { Profile } from '../../../../api/profile.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { LineKey, Swatch } from '../../../components/marks.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';
import { attributeLevelWords, subjectWords } from '../model/row-words.ts';
import { chartColumns, chartTable } from './chart-columns.ts';
import { CutHandles } from './cut-handles.tsx';
import { LevelChart } from './level-chart.tsx';

/** The bands of an attribute, or how often something was done, against the rate of all leads. */
export const LevelCard = ({ row, profile }: { readonly row: ProfileRow; readonly profile: Profile }) => {
  const messages = useMessages();
  const { t } = messages;
  const columns = chartColumns(messages, row);
  if (columns === null) return null;
  const subject = subjectWords(messages, row.profile);
  const question =
    row.kind === 'attribute' ? t('profile.chart.bands', { subject }) : t('profile.chart.times', { subject });
  const names =
    row.kind === 'attribute'
      ? row.profile.levels.map((level) => attributeLevelWords(messages, level, row.profile.kind))
      : columns.map(({ label }) => label ?? '');
  const hasUnknown = columns.some(({ figures: { leads, observed } }) => leads > observed);
  return (
    <ChartCard
      className="split-card profile-chart"
      question={question}
      legend={[
        { mark: <Swatch kind="interval" />, label: t('profile.chart.interval') },
        { mark: <LineKey dashed />, label: t('profile.chart.all') },
        ...(hasUnknown ? [{ mark: <Swatch kind="hatch" />, label: t('profile.chart.unknown') }] : []),
      ]}
      table={chartTable(messages, columns, names)}
    >
      {(width, height) => (
        <LevelChart columns={columns} base={profile.base ?? 0} width={width} height={height} title={question}>
          {(frame) => row.kind === 'attribute' && <CutHandles profile={row.profile} frame={frame} />}
        </LevelChart>
      )}
    </ChartCard>
  );
};
