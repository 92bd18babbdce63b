import type { AgreementVersion } from '../../../../api/agreement.ts';
import type { AgreementDocument, VersionState } from '../../../../api/core-types.ts';
import type { JudgedPromise } from '../../../../api/promises.ts';
import { figureText, verdictText } from '../../../agreement-words/judged-text.ts';
import { promiseText } from '../../../agreement-words/promise-text.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { judgedOf, promiseRows } from '../promises/promise-row.ts';
import { alikeDays, daysText } from '../terms/hours.tsx';
import { happeningText } from '../versions/happenings.tsx';

/** The agreement as it stands on paper; values are marked with pairs of asterisks. */
export interface AgreementPaper {
  readonly title: string;
  readonly facts: readonly string[];
  readonly definition: string;
  readonly sections: readonly PaperSection[];
}

export interface PaperSection {
  readonly heading: string;
  readonly whose: 'marketing' | 'sales' | null;
  /** Of the columns of `rows`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly string[];
}

export interface PaperOf {
  readonly workshop: string;
  readonly document: AgreementDocument;
  readonly number: number;
  /** Null: a draft. */
  readonly version: AgreementVersion | null;
  /** Null: a draft. */
  readonly worth: VersionState | 'altered' | null;
  readonly judged: readonly JudgedPromise[];
}

export function agreementPaper(messages: Messages, of: PaperOf): AgreementPaper {
  const { t, format } = messages;
  const { document, number, version } = of;
  return {
    title: document.name,
    facts: [
      version === null ? t('agreement.draftOf', { number }) : t('agreement.versionOf', { number }),
      of.workshop,
      ...(version === null
        ? []
        : [format.date(version.frozenAtMs), t(`agreement.versions.state.${of.worth ?? version.state}`)]),
      ...(version === null || version.reason === ''
        ? []
        : [t('agreement.versions.reason', { reason: version.reason })]),
    ],
    definition: document.definition,
    sections: [
      promiseSection(messages, of, 'marketing'),
      promiseSection(messages, of, 'sales'),
      section(t('agreement.terms.returned'), [document.sales.returned]),
      section(t('agreement.terms.disputes'), [document.disputes]),
      section(t('agreement.terms.hours'), hoursLines(messages, document)),
      section(t('agreement.terms.validity'), [
        `${t('agreement.terms.validFrom')}: ${format.calendarDate(document.validFrom)}`,
        `${t('agreement.terms.validTo')}: ${document.validTo === null ? t('agreement.terms.untilReplaced') : format.calendarDate(document.validTo)}`,
        `${t('agreement.terms.nextReview')}: ${format.calendarDate(document.nextReview)}`,
      ]),
      section(t('agreement.paper.rules'), ruleLines(messages, document)),
      section(t('agreement.paper.signatures'), signatureLines(messages, version)),
    ],
  };
}

const section = (heading: string, lines: readonly string[]): PaperSection => ({
  heading,
  whose: null,
  columns: [],
  rows: [],
  lines: lines.filter((line) => line !== ''),
});

function promiseSection(messages: Messages, { document, judged }: PaperOf, whose: 'marketing' | 'sales'): PaperSection {
  const { t, format } = messages;
  const rows = promiseRows(document)
    .filter((row) => row.whose === whose)
    .map((row) => {
      const found = judgedOf(row, judged);
      const said = promiseText(messages, row.made);
      return found === undefined ? [said, '–', '–'] : [said, figureText(messages, found), verdictText(messages, found)];
    });
  return {
    heading: t(`agreement.promises.${whose}`),
    whose,
    columns: [
      t('agreement.promises.from', { date: format.calendarDate(document.validFrom) }),
      t('agreement.promises.history'),
      t('agreement.promises.held'),
    ],
    rows,
    lines: rows.length === 0 ? [t('agreement.promises.none')] : [],
  };
}

function hoursLines(messages: Messages, { workingHours }: AgreementDocument): readonly string[] {
  const { t, format } = messages;
  const { timeZone, holidays } = workingHours;
  return [
    ...alikeDays(workingHours).map(
      ({ days, spans }) => `${daysText(messages, days)}: ${spans === '' ? t('agreement.terms.off') : spans}`,
    ),
    t('agreement.terms.zoneIs', { zone: timeZone }),
    holidays.length === 0
      ? t('agreement.terms.noHolidays')
      : `${t('agreement.terms.holidays')}: ${holidays.map((date) => format.calendarDate(date)).join(', ')}`,
  ];
}

function ruleLines({ t, format }: Messages, { ruleSet }: AgreementDocument): readonly string[] {
  return ruleSet.rules
    .filter(({ enabled }) => enabled)
    .map((rule) => {
      if (rule.disqualifies) return t('agreement.paper.ruleOut', { rule: rule.name });
      return 'points' in rule
        ? t('agreement.paper.rule', { rule: rule.name, points: format.points(rule.points) })
        : t('agreement.paper.ruleBands', { rule: rule.name });
    });
}

function signatureLines(messages: Messages, version: AgreementVersion | null): readonly string[] {
  const { t, format } = messages;
  if (version === null) return [t('agreement.paper.unsigned')];
  return [
    ...version.signatures.map(({ person, team, signedAtMs, isWithdrawn }) =>
      t('agreement.paper.signature', {
        person,
        team,
        when: format.dateTime(signedAtMs),
        withdrawn: String(isWithdrawn),
      }),
    ),
    ...version.events.map((event) => `${format.date(event.atMs)}: ${happeningText(messages, event)}`),
    ...(version.signatures.length === 0 ? [t('agreement.paper.unsigned')] : []),
    t('agreement.paper.fingerprint', { sha256: version.sha256 }),
    t('agreement.foot.help'),
  ];
}
