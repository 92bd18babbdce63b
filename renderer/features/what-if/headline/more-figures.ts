import type { HeadlineFigures } from '../../../../api/compare-course.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { costFigures } from './cost-words.ts';
import { footOf, type MoreFigure } from './more-figure.ts';
import type { LevelFigures } from './use-level-figures.ts';

/** `promisedHours`: of the scenario's level. */
export function moreFigures(
  { now, was, currency }: Pick<LevelFigures, 'now' | 'was' | 'currency'>,
  promisedHours: number | null,
  messages: Messages,
): readonly MoreFigure[] {
  if (now === null) return [];
  const words = { now, was, messages };
  return [
    lagFigure(words),
    ...costFigures(now.costs, was?.costs ?? null, currency, messages),
    readyFigure(words),
    followUpFigure(words, promisedHours),
    queueFigure(words),
  ];
}

interface Words {
  readonly now: HeadlineFigures;
  readonly was: HeadlineFigures | null;
  readonly messages: Messages;
}

function lagFigure({ now, was, messages }: Words): MoreFigure {
  const { t, format } = messages;
  const named = { key: 'lag', label: t('what-if.more.lag') };
  if (now.lag === null) {
    return { ...named, value: '–', foot: t('what-if.more.noDates'), help: t('what-if.more.lagNoDates') };
  }
  const { medianDaysLater, leads, earlier, later } = now.lag;
  const help = t('what-if.more.lagHelp', { earlier: format.count(earlier), later: format.count(later) });
  if (medianDaysLater === null) return { ...named, value: '–', foot: t('what-if.more.lagNone'), help };
  const days = Math.abs(medianDaysLater);
  const written = format.decimal(days, days < 10 ? 1 : 0);
  const before = was?.lag?.medianDaysLater ?? null;
  return {
    ...named,
    value: t('what-if.more.lagDays', {
      direction: Number(days.toFixed(1)) === 0 ? 'same' : medianDaysLater < 0 ? 'earlier' : 'later',
      days: written,
    }),
    foot: footOf(before === null ? null : format.signed(medianDaysLater - before), leads, messages),
    help,
  };
}

function readyFigure({ now, was, messages }: Words): MoreFigure {
  const { t, format } = messages;
  const { rate, interval, reached, leads } = now.readyShare;
  const before = was?.readyShare.rate ?? null;
  return {
    key: 'ready',
    label: t('what-if.more.ready'),
    value: rate === null ? '–' : format.rate(rate, interval),
    foot:
      rate === null
        ? t('what-if.more.readyNone')
        : footOf(before === null ? null : format.signedPoints(rate - before), leads, messages),
    help: t('what-if.more.readyHelp', { reached: format.count(reached), leads: format.count(leads) }),
  };
}

function followUpFigure({ now, was, messages }: Words, promisedHours: number | null): MoreFigure {
  const { t, format } = messages;
  const named = { key: 'followUp', label: t('what-if.more.followUp') };
  if (promisedHours === null) {
    return { ...named, value: '–', foot: t('what-if.more.followUpNothing'), help: t('what-if.more.followUpHow') };
  }
  const { followUp } = now;
  if (followUp === null) {
    return { ...named, value: '–', foot: t('what-if.more.noDates'), help: t('what-if.more.followUpHow') };
  }
  if (!followUp.hasTimes) {
    return { ...named, value: '–', foot: t('what-if.more.noTimes'), help: t('what-if.more.followUpNoTimes') };
  }
  const { share, late, neverTaken, pending, takenBefore, isInWorkingHours } = followUp;
  const { kept, due, rate, interval } = share;
  const words = {
    hours: format.decimal(followUp.promisedHours, 2),
    n: followUp.promisedHours,
    counted: isInWorkingHours ? 'working' : 'all',
  };
  const ofBaseline = was?.followUp ?? null;
  const isOther = ofBaseline !== null && ofBaseline.promisedHours !== followUp.promisedHours;
  const before = isOther ? null : (ofBaseline?.share.rate ?? null);
  const help = t('what-if.more.followUpHelp', {
    ...words,
    compared: isOther ? 'no' : 'yes',
    kept: format.count(kept),
    due: format.count(due),
    late: format.count(late),
    neverTaken: format.count(neverTaken),
    pending: format.count(pending),
    takenBefore: format.count(takenBefore),
  });
  const label = t('what-if.more.followUpIn', words);
  if (rate === null) return { ...named, label, value: '–', foot: t('what-if.more.followUpNone'), help };
  return {
    ...named,
    label,
    value: format.rate(rate, interval),
    foot: footOf(before === null ? null : format.signedPoints(rate - before), due, messages),
    help,
  };
}

function queueFigure({ now, was, messages }: Words): MoreFigure {
  const { t, format } = messages;
  const { capacity, weeks } = now.load;
  const named = { key: 'queue', label: t('what-if.more.queue') };
  if (capacity === null) {
    return { ...named, value: '–', foot: t('what-if.more.queueNoCapacity'), help: t('what-if.more.queueHow') };
  }
  const before = was?.load.capacity ?? null;
  const change = before === null ? null : format.signed(capacity.highestQueue - before.highestQueue, 0);
  return {
    ...named,
    value: t('what-if.more.queueMost', { leads: format.count(capacity.highestQueue) }),
    foot: [...(change === null ? [] : [change]), t('what-if.more.queueWeeks', { over: capacity.weeksOver })].join(', '),
    help: t('what-if.more.queueHelp', {
      capacity: format.points(capacity.perWeek),
      over: capacity.weeksOver,
      weeks,
      end: format.count(capacity.queueAtEnd),
    }),
  };
}
