import { useState } from 'react';
import type { RuleShares, RuleTeam, Share } from '../../../../api/sensitivity.ts';
import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { earningWords } from './earning-words.ts';
import { FigureKey } from './marks.tsx';
import { type ShareRow, SharesChart } from './shares-chart.tsx';

type Worth = 'sqls' | 'auc';
type Grain = 'rules' | 'groups';

/** What each rule is worth beside the others: those that earn nothing are named. */
export const SharesCard = (props: {
  readonly shares: RuleShares | null;
  readonly reason: string | undefined;
  readonly sample: string;
}) => {
  const { shares, sample } = props;
  const messages = useMessages();
  const { t } = messages;
  const [worth, setWorth] = useState<Worth>('sqls');
  const [grain, setGrain] = useState<Grain>('rules');
  const rows = shares === null ? [] : shareRows(shares, worth, grain, messages);
  const question = t('compare-sensitivity.shares.question');
  return (
    <ChartCard
      className="split-card"
      question={question}
      legend={[
        { mark: <FigureKey kind="strong" />, label: t(`compare-sensitivity.shares.legend.${worth}`) },
        ...(rows.some(({ standardError }) => standardError !== null)
          ? [{ mark: <FigureKey kind="whisker" />, label: t('compare-sensitivity.shares.legend.drawn') }]
          : []),
      ]}
      tools={
        <>
          <Segments
            label={t('compare-sensitivity.shares.worth')}
            value={worth}
            choices={(['sqls', 'auc'] as const).map((value) => ({
              value,
              label: t(`compare-sensitivity.shares.worth.${value}`),
            }))}
            onChange={setWorth}
          />
          <Segments
            label={t('compare-sensitivity.shares.grain')}
            value={grain}
            choices={(['rules', 'groups'] as const).map((value) => ({
              value,
              label: t(`compare-sensitivity.shares.grain.${value}`),
            }))}
            onChange={setGrain}
          />
        </>
      }
      table={{
        columns: [
          t(`compare-sensitivity.shares.grain.${grain}`),
          t(`compare-sensitivity.shares.column.${worth}`),
          t('compare-sensitivity.shares.column.error'),
        ],
        rows: rows.map(({ name, share, standardError }) => [name, share, standardError]),
      }}
      reason={props.reason ?? reasonOf(shares, messages)}
      note={shares === null ? undefined : noteOf(shares, worth, rows, sample, messages)}
    >
      {(width, height) => <SharesChart rows={rows} worth={worth} width={width} height={height} title={question} />}
    </ChartCard>
  );
};

/** The largest first. */
function shareRows(shares: RuleShares, worth: Worth, grain: Grain, { t }: Messages): readonly ShareRow[] {
  const found = grain === 'rules' ? shares[worth].shares : shares[worth].groups;
  const names =
    grain === 'rules'
      ? shares.rules.map(({ ruleId, name }) => ({ key: ruleId, name }))
      : shares.groups.map((team) => ({ key: `${team.dimension} ${team.group ?? ''}`, name: teamName(team, t) }));
  return found
    .map((share: Share, index): ShareRow => ({ ...(names[index] ?? { key: String(index), name: '' }), ...share }))
    .toSorted((one, other) => other.share - one.share);
}

const teamName = ({ dimensionName, groupName, rules }: RuleTeam, t: Messages['t']): string =>
  t('compare-sensitivity.shares.team', { name: groupName ?? dimensionName, count: rules });

function reasonOf(shares: RuleShares | null, { t, format }: Messages): string | undefined {
  if (shares === null) return undefined;
  if (shares.rules.length === 0) return t('compare-sensitivity.shares.noRules');
  if (shares.volume === 0) return t('compare-sensitivity.nobody');
  if (shares.sqls.all < LEAST_SQLS)
    return t('compare-sensitivity.fewSqls', {
      count: Math.round(shares.sqls.all),
      least: format.count(LEAST_SQLS),
    });
  return undefined;
}

/** What the shares add up to, and by name who adds nothing. */
function noteOf(
  shares: RuleShares,
  worth: Worth,
  rows: readonly ShareRow[],
  sample: string,
  { t, format }: Messages,
): string {
  const { all, none } = shares[worth];
  const sum =
    worth === 'sqls'
      ? t('compare-sensitivity.shares.sum.sqls', {
          leads: format.count(shares.volume),
          all: format.count(all),
          none: format.count(none),
        })
      : t('compare-sensitivity.shares.sum.auc', { all: format.percent(all), none: format.percent(none) });
  return [sum, earningWords(rows, t), sample].filter((words) => words !== '').join(' ');
}
