import type { LeakSign, QualityFinding } from '../../../../api/quality.ts';
import type { Messages } from '../../../i18n/messages.tsx';

export interface FindingWords {
  readonly title: string;
  /** What the numbers say, one line each. */
  readonly facts: readonly string[];
  readonly why: string;
  readonly todo: string;
}

/** `leads`: of the whole history. */
export const findingWords = (messages: Messages, finding: QualityFinding, leads: number): FindingWords => {
  const { t } = messages;
  const key = finding.kind === 'emailAddresses' ? (`emailAddresses.${finding.email}` as const) : finding.kind;
  const values = {
    text: finding.kind === 'notAnswered' ? finding.text : '',
    attribute: finding.kind === 'leakingAttribute' ? finding.attribute : '',
    count: 'columns' in finding ? finding.columns.length : 0,
  };
  return {
    title: t(`quality.title.${leakKey(finding) ?? key}`, values),
    facts: factsOf(messages, finding, Math.max(1, leads)),
    why: t(`quality.why.${leakKey(finding) ?? key}`, values),
    todo: t(`quality.do.${key}`, values),
  };
};

/** What only a heading or a suspicious figure speaks for is said with less certainty; null for all else. */
function leakKey(finding: QualityFinding): 'guess' | 'suspicious' | null {
  if (finding.kind !== 'leakingAttribute') return null;
  const { signs } = finding;
  if (signs.every(({ kind }) => kind === 'heading')) return 'guess';
  return signs.every(({ kind }) => kind === 'informationValue') ? 'suspicious' : null;
}

const MOST_FACTS = 3;

function factsOf(messages: Messages, finding: QualityFinding, leads: number): readonly string[] {
  const { t, format } = messages;
  const counted = (count: number) => ({ formatted: format.count(count) });
  switch (finding.kind) {
    case 'missingValues':
      return firstOf(
        messages,
        finding.columns.map(({ attribute, missing }) =>
          t('quality.fact.missing', {
            attribute,
            share: format.percent(missing / leads, missing < leads / 100 ? 1 : 0),
          }),
        ),
      );
    case 'constantColumns':
      return firstOf(
        messages,
        finding.columns.map(({ attribute }) => attribute),
      );
    case 'notAnswered':
      return [
        t('quality.fact.notAnswered', {
          cells: finding.cells,
          columns: finding.columns.length,
          ...counted(finding.cells),
        }),
      ];
    case 'sharedEmails':
    case 'nearNames':
      return [t(`quality.fact.${finding.kind}`, { groups: finding.groups, ...counted(finding.groups) })];
    case 'outcomeBeforeCreation':
      return [t('quality.fact.outcomeBeforeCreation', { won: finding.won, ...counted(finding.won) })];
    case 'activitiesBeforeCreation':
      return [t('quality.fact.activitiesBeforeCreation', { rows: finding.rows, ...counted(finding.rows) })];
    case 'stageOrder':
      return firstOf(
        messages,
        finding.pairs.map(({ first, before, leads: inPair }) =>
          t('quality.fact.stageOrder', {
            first: t(`rules.stage.${first}`),
            before: t(`rules.stage.${before}`),
            leads: inPair,
            ...counted(inPair),
          }),
        ),
      );
    case 'neverWorked':
    case 'immature':
      return [t(`quality.fact.${finding.kind}`)];
    case 'emailAddresses':
      return firstOf(
        messages,
        finding.domains.map((one) => t('quality.fact.domain', { domain: one.domain, leads: format.count(one.leads) })),
      );
    case 'leakingAttribute':
      return finding.signs.map((sign) => signWords(messages, sign));
    case 'lateActivities':
      return firstOf(
        messages,
        finding.types.map(({ type, rows, afterHandover }) =>
          t('quality.fact.late', { type, share: format.percent(afterHandover / rows), rows: format.count(rows) }),
        ),
      );
    case 'recordingChanges':
      return firstOf(
        messages,
        finding.changes.map(({ what, name, change, monthMs, rows }) =>
          t(`quality.fact.${change}`, {
            name: changedName(messages, what, name),
            month: format.monthAndYear(monthMs),
            rows: format.count(rows),
          }),
        ),
      );
  }
}

/** A stage by its word on screen, all else as it is written in the data. */
export function changedName({ t }: Messages, what: 'source' | 'type' | 'stage', name: string): string {
  const stage = STAGES.find((known) => known === name);
  return what === 'stage' && stage !== undefined ? t(`rules.stage.${stage}`) : name;
}

const STAGES = ['mql', 'sal', 'sql', 'opportunity', 'won', 'lost', 'rejected', 'recycled'] as const;

const firstOf = ({ t, format }: Messages, facts: readonly string[]): readonly string[] =>
  facts.length <= MOST_FACTS
    ? facts
    : [
        ...facts.slice(0, MOST_FACTS - 1),
        t('quality.fact.more', { more: format.count(facts.length - MOST_FACTS + 1) }),
      ];

function signWords({ t, format }: Messages, sign: LeakSign): string {
  switch (sign.kind) {
    case 'filledWithOutcome':
    case 'filledWithHandover':
      return t(`quality.sign.${sign.kind}`, {
        filled: format.percent(sign.filled / Math.max(1, sign.set)),
        others: format.percent(sign.filledOthers / Math.max(1, sign.others)),
      });
    case 'valueOfConverted':
      return t('quality.sign.valueOfConverted', {
        value: sign.value,
        converted: format.count(sign.converted),
        known: format.count(sign.known),
      });
    case 'informationValue':
      return t('quality.sign.informationValue', { value: format.decimal(sign.value, 2) });
    case 'todaysTotal':
      return t('quality.sign.todaysTotal', {
        types: sign.types.join(', '),
        exceeding: format.count(sign.exceeding),
        compared: format.count(sign.compared),
      });
    case 'heading':
      return t(`quality.sign.heading.${sign.suggests}`, { word: sign.word });
  }
}
