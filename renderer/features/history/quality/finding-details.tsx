import type { ExampleLead, QualityFinding } from '../../../../api/quality.ts';
import { wilsonInterval } from '../../../../core/statistics/wilson.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { changedName } from './finding-words.ts';
import { SmallTable, type SmallTableProps } from './small-table.tsx';

const MOST_MONTHS = 24;

interface FindingDetailsProps {
  readonly finding: QualityFinding;
  /** Leads of the whole history. */
  readonly leads: number;
  readonly exampleByIndex: Readonly<Record<string, ExampleLead>>;
}

/** What a finding is made of, when and where its leads come from, and a few of them by name. */
export const FindingDetails = ({ finding, leads, exampleByIndex }: FindingDetailsProps) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { byMonth, bySource, examples } = finding.touched;
  const parts = partsOf(messages, finding, leads);
  const months = byMonth.slice(-MOST_MONTHS);
  const figures = (row: { readonly leads: number; readonly of: number }): readonly string[] => [
    format.count(row.leads),
    format.percent(row.leads / row.of),
  ];
  return (
    <div className="finding-details">
      {parts !== null && <SmallTable {...parts} />}
      {byMonth.length > 1 && (
        <SmallTable
          title={
            byMonth.length > MOST_MONTHS
              ? t('quality.detail.monthsLatest', { count: MOST_MONTHS })
              : t('quality.detail.months')
          }
          columns={[t('quality.detail.month'), t('quality.detail.leads'), t('quality.detail.share')]}
          rows={months.map((row) => [format.monthAndYear(row.startMs), ...figures(row)])}
        />
      )}
      {bySource.length > 0 && (
        <SmallTable
          title={t('quality.detail.sources')}
          columns={[t('quality.detail.source'), t('quality.detail.leads'), t('quality.detail.share')]}
          rows={bySource.map((row) => [row.source ?? t('quality.detail.noSource'), ...figures(row)])}
        />
      )}
      {examples.length > 0 && (
        <section aria-label={t('quality.detail.examples')}>
          <h4>{t('quality.detail.examples')}</h4>
          <ul className="finding-examples">
            {examples.map((index) => {
              const example = exampleByIndex[index];
              return (
                example !== undefined && (
                  <li key={index}>
                    <a href={hashOf('leads', example.lead)}>{example.name}</a>
                  </li>
                )
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
};

/** The table of what only findings of this kind have; null where the words have said it all. */
function partsOf(messages: Messages, finding: QualityFinding, leads: number): SmallTableProps | null {
  const { t, format } = messages;
  const attribute = t('quality.detail.attribute');
  const counted = t('quality.detail.cells');
  const title = t('quality.column.what');
  switch (finding.kind) {
    case 'missingValues':
      return {
        title,
        columns: [
          attribute,
          t('quality.detail.missing'),
          t('quality.detail.share'),
          t('quality.detail.missingConverts'),
        ],
        rows: finding.columns.map((column) => [
          column.attribute,
          format.count(column.missing),
          format.percent(column.missing / leads, column.missing < leads / 100 ? 1 : 0),
          column.knownMissing === 0
            ? '–'
            : format.rate(
                column.convertedMissing / column.knownMissing,
                wilsonInterval(column.convertedMissing, column.knownMissing),
              ),
        ]),
      };
    case 'constantColumns':
      return {
        title,
        columns: [attribute, t('quality.detail.value')],
        rows: finding.columns.map((column) => [column.attribute, column.value]),
        texts: 2,
      };
    case 'notAnswered':
      return {
        title,
        columns: [attribute, counted],
        rows: finding.columns.map((column) => [column.attribute, format.count(column.leads)]),
      };
    case 'stageOrder':
      return {
        title,
        columns: [t('quality.detail.order'), counted],
        rows: finding.pairs.map((pair) => [
          `${t(`rules.stage.${pair.first}`)} → ${t(`rules.stage.${pair.before}`)}`,
          format.count(pair.leads),
        ]),
      };
    case 'emailAddresses':
      return finding.domains.length === 0
        ? null
        : {
            title,
            columns: [t('quality.detail.domain'), counted],
            rows: finding.domains.map((domain) => [domain.domain, format.count(domain.leads)]),
          };
    case 'lateActivities':
      return {
        title,
        columns: [
          t('quality.detail.type'),
          t('quality.detail.rows'),
          t('quality.detail.afterHandover'),
          t('quality.detail.afterOutcome'),
        ],
        rows: finding.types.map((type) => [
          type.type,
          format.count(type.rows),
          format.percent(type.afterHandover / type.rows),
          format.percent(type.afterOutcome / type.rows),
        ]),
      };
    case 'recordingChanges':
      return {
        title,
        columns: [
          t('quality.detail.what'),
          t('quality.detail.month'),
          t('quality.detail.rows'),
          t('quality.detail.expected'),
        ],
        rows: finding.changes.map((change) => [
          `${changedName(messages, change.what, change.name)} (${t(`quality.detail.kind.${change.what}`)})`,
          t(`quality.detail.${change.change}`, { month: format.monthAndYear(change.monthMs) }),
          format.count(change.rows),
          format.count(change.expected),
        ]),
        texts: 2,
      };
    default:
      return null;
  }
}
