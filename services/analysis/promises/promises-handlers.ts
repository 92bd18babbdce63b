/** Questions about the promises of an agreement, on their way to where the history is held. */
import type { Reply } from '../../../api/reply.ts';
import type { AgreementDocument } from '../../../core/agreement/agreement-document.ts';
import { parseAgreement } from '../../../core/agreement/parse-agreement.ts';
import { DAY_MS } from '../../../core/history/history.ts';
import { calendarDay } from '../../../core/time/zone.ts';
import { officeHours } from '../../../core/working-time/working-hours.ts';
import { readSettings } from '../../../db/queries/settings.ts';
import type { Handler } from '../../dispatch.ts';
import { refuse, reply } from '../../failure.ts';
import { type AnalysisParts, createAsk } from '../analysis-handlers.ts';
import { comparedSide } from '../compared-sides.ts';

type PromisesMethod = 'agreement.prefill' | 'agreement.promises';

interface PromisesParts extends AnalysisParts {
  readonly now: () => number;
}

/** REPLAY.md's, where neither the question nor the workshop says any. */
const DEFAULT_MATURITY_DAYS = 90;

export function createPromisesHandlers(parts: PromisesParts): { readonly [M in PromisesMethod]: Handler<M> } {
  const ask = createAsk(parts);
  return {
    'agreement.prefill': ({ side, ...about }) =>
      ask('prefill', about, (workshop) => {
        const found = comparedSide(workshop, side);
        if (!found.ok) return found;
        if (found.value.kind === 'handover')
          return refuse('badRuleSet', 'The hand-over has no rules to agree on.', 'side');
        const { ruleSet } = found.value;
        if (!ruleSet.levels.some(({ id }) => id === about.level))
          return refuse('badRuleSet', 'The rule set has no such level.', 'level');
        const { timeZone, maturityDays, capacityPerWeek } = readSettings(workshop);
        return reply({
          ruleSet,
          level: about.level,
          workingHours: officeHours(timeZone),
          today: dateIn(timeZone, parts.now()),
          maturityDays: about.options.maturityDays ?? maturityDays ?? DEFAULT_MATURITY_DAYS,
          capacityPerWeek,
        });
      }),
    'agreement.promises': async ({ document, start, period, ...about }) => {
      const agreement = askedAgreement(document);
      if (!agreement.ok) return agreement;
      return ask('promises', { ...about, level: agreement.value.level }, () =>
        reply({ agreement: agreement.value, start, period }),
      );
    },
  };
}

const dateIn = (timeZone: string, atMs: number): string =>
  new Date(calendarDay(atMs, timeZone) * DAY_MS).toISOString().slice(0, 10);

/** `badAgreement` with the path of its first fault. */
function askedAgreement(document: unknown): Reply<AgreementDocument> {
  const parsed = parseAgreement(document);
  if (parsed.ok) return parsed;
  const [first] = parsed.error;
  return refuse('badAgreement', first?.message ?? '', first?.path ?? '');
}
