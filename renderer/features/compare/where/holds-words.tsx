import type { ReactNode } from 'react';
import type { HoldsPart, HoldsVerdict, RowFigures } from '../../../../api/compare-where.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { chanceShare } from '../pair/chance-share.ts';
import { rowName } from './row-name.ts';

interface VerdictProps {
  readonly part: HoldsPart;
  readonly all: RowFigures;
  readonly focus: CompareFocus;
}

/** In how many rows the leader is ahead, what chance alone would do, and on which row it hangs most. */
export const VerdictWords = (props: VerdictProps): ReactNode => {
  const messages = useMessages();
  const { t } = messages;
  const { verdict, by } = props.part;
  const { a, b } = props.focus;
  switch (verdict.kind) {
    case 'tooFew':
      return null;
    case 'level':
      return t('compare-where.holds.level', { a: a.name, b: b.name });
    case 'notParted': {
      const unit = t(`compare-where.holds.units.${by.kind}`, { count: 1 });
      return t('compare-where.holds.notParted', { told: verdict.told, unit, a: a.name, b: b.name });
    }
    case 'held':
      return <HeldWords {...props} verdict={verdict} messages={messages} />;
  }
};

type Held = Extract<HoldsVerdict, { readonly kind: 'held' }>;

const HeldWords = (props: VerdictProps & { readonly verdict: Held; readonly messages: Messages }) => {
  const { part, all, focus, verdict, messages } = props;
  const { t, rich, format } = messages;
  const { told, ahead, unknown, leader, behindByChance, homogeneity, heaviest } = verdict;
  const units = t(`compare-where.holds.units.${part.by.kind}`, { count: told });
  const row = heaviest === null ? undefined : part.rows[heaviest.row];
  const without = row?.without ?? null;
  return (
    <>
      {isUndecided(all) && `${t('compare-where.holds.undecided')} `}
      {rich('compare-where.holds.ahead', { leader: focus[leader].name, ahead, told, units, unknown })}
      {behindByChance !== null &&
        homogeneity !== null &&
        ` ${t(homogeneity.p < SIGNIFICANT ? 'compare-where.holds.apart' : 'compare-where.holds.alike', {
          count: chanceWords(behindByChance, messages),
          chance: chanceShare(homogeneity.p, messages),
        })}`}
      {heaviest !== null &&
        row !== undefined &&
        without !== null &&
        all.difference !== null &&
        ` ${t(heaviest.turns ? 'compare-where.holds.turns' : 'compare-where.holds.heaviest', {
          row: rowName(row.of, messages),
          points: format.signedPoints(without.difference),
          all: format.signedPoints(all.difference.difference),
        })}`}
    </>
  );
};

/** Ahead in most rows, it may still owe that to chance. */
const isUndecided = ({ difference }: RowFigures): boolean => {
  const [low, high] = difference?.interval ?? [0, 0];
  return low <= 0 && high >= 0;
};

const SIGNIFICANT = 0.05;
/** What would be written as 0. */
const HARDLY_ANY = 0.05;

const chanceWords = (rows: number, { t, format }: Messages): string =>
  rows < HARDLY_ANY ? t('compare-where.holds.none') : t('compare-where.holds.about', { count: format.decimal(rows) });
