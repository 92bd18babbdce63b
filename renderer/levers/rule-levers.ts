import type { Messages } from '../i18n/messages.tsx';
import { fadingLever } from './fading-levers.ts';
import { type Lever, scaleFor } from './lever.ts';
import { remembered } from './remembered.ts';
import { type Rule, withRule } from './rule-set-edits.ts';

type PointsRule = Extract<Rule, { readonly points: number }>;
type CountedRule = Extract<Rule, { readonly kind: 'activity' | 'counter' | 'inactivity' }>;

/** A rule's levers: its points (a lever a band for bands), then what is folded away: its count and how it fades. */
export const leversOfRule = remembered(
  (rule: Rule, baseline: Rule | undefined, messages: Messages): readonly Lever[] => {
    const before = baseline?.kind === rule.kind ? baseline : undefined;
    const toggle: Lever['toggle'] = {
      on: rule.enabled,
      baselineOn: baseline?.enabled,
      apply: (ruleSet, enabled) => withRule(ruleSet, rule.id, (other) => ({ ...other, enabled })),
    };
    const first = rule.kind === 'bands' ? bandLevers(rule, before, messages) : [pointsLever(rule, before)];
    const [head, ...others] = first;
    return [
      ...(head === undefined ? [] : [{ ...head, toggle }]),
      ...others,
      ...(rule.kind === 'inactivity' ? [quietLever(rule, before, messages)] : []),
      ...countLevers(rule, before, messages),
      ...(rule.kind === 'activity' || rule.kind === 'inactivity' ? [fadingLever(rule, before, messages)] : []),
    ];
  },
);

const pointsLever = (rule: PointsRule, before: Rule | undefined): Lever => {
  const baseline = before !== undefined && 'points' in before ? before.points : undefined;
  return {
    id: `rule:${rule.id}:points`,
    label: rule.name,
    fullLabel: rule.name,
    value: rule.points,
    baseline,
    ...scaleFor([rule.points, baseline], 50),
    noneAt: null,
    least: Number.NEGATIVE_INFINITY,
    whole: false,
    isDetail: false,
    apply: (ruleSet, value) =>
      withRule(ruleSet, rule.id, (other) =>
        other.kind === 'bands' || value === null ? other : { ...other, points: value },
      ),
  };
};

const bandLevers = (
  rule: Extract<Rule, { readonly kind: 'bands' }>,
  before: Rule | undefined,
  messages: Messages,
): readonly Lever[] => {
  const figures = [...rule.bands, ...(before?.kind === 'bands' ? before.bands : [])].map((band) => band.points);
  return rule.bands.map((band, index) => {
    const label = bandName(band, messages);
    const former =
      before?.kind === 'bands'
        ? before.bands.find((other) => other.from === band.from && other.to === band.to)
        : undefined;
    return {
      id: `rule:${rule.id}:band:${index}`,
      label: rule.bands.length === 1 ? rule.name : index === 0 ? `${rule.name} ${label}` : label,
      fullLabel: `${rule.name} ${label}`,
      value: band.points,
      baseline: former?.points,
      ...scaleFor(figures, 50),
      noneAt: null,
      least: Number.NEGATIVE_INFINITY,
      whole: false,
      isDetail: false,
      apply: (ruleSet, value) =>
        withRule(ruleSet, rule.id, (other) =>
          other.kind !== 'bands' || value === null
            ? other
            : { ...other, bands: other.bands.map((item, at) => (at === index ? { ...item, points: value } : item)) },
        ),
    };
  });
};

const bandName = (band: { readonly from?: number; readonly to?: number }, { t, format }: Messages): string => {
  if (band.from === undefined && band.to === undefined) return t('levers.bandAny');
  if (band.from === undefined) return t('levers.bandBelow', { to: format.points(band.to ?? 0) });
  if (band.to === undefined) return t('levers.bandFrom', { from: format.points(band.from) });
  return t('levers.bandBetween', { from: format.points(band.from), to: format.points(band.to) });
};

const quietLever = (
  rule: Extract<Rule, { readonly kind: 'inactivity' }>,
  before: Rule | undefined,
  { t }: Messages,
): Lever => {
  const baseline = before?.kind === 'inactivity' ? before.afterDays : undefined;
  return {
    id: `rule:${rule.id}:afterDays`,
    label: t('levers.quietDays'),
    fullLabel: t('levers.ofRule', { rule: rule.name, what: t('levers.quietDays') }),
    value: rule.afterDays,
    baseline,
    ...scaleFor([rule.afterDays, baseline], 90),
    low: 1,
    noneAt: null,
    least: 1 / 24,
    whole: false,
    isDetail: true,
    apply: (ruleSet, value) =>
      withRule(ruleSet, rule.id, (other) =>
        other.kind !== 'inactivity' || value === null ? other : { ...other, afterDays: value },
      ),
  };
};

const countLevers = (rule: Rule, before: Rule | undefined, { t }: Messages): readonly Lever[] => {
  if (!isCounted(rule)) return [];
  const value = rule.max ?? null;
  const baseline = before !== undefined && isCounted(before) ? (before.max ?? null) : undefined;
  const lowest = rule.kind === 'counter' ? 0 : 1;
  return [
    {
      id: `rule:${rule.id}:max`,
      label: t('levers.atMostTimes'),
      fullLabel: t('levers.ofRule', { rule: rule.name, what: t('levers.atMostTimes') }),
      value,
      baseline,
      ...scaleFor([value, baseline], 10),
      low: lowest,
      noneAt: rule.kind === 'inactivity' ? null : 'high',
      least: lowest,
      whole: rule.kind !== 'counter',
      isDetail: true,
      apply: (ruleSet, next) => withRule(ruleSet, rule.id, (other) => withCount(other, next)),
    },
  ];
};

const isCounted = (rule: Rule): rule is CountedRule =>
  rule.kind === 'activity' || rule.kind === 'counter' || rule.kind === 'inactivity';

const withCount = (rule: Rule, value: number | null): Rule => {
  if (!isCounted(rule)) return rule;
  if (rule.kind === 'inactivity') return value === null ? rule : { ...rule, max: value };
  const { max: _former, ...rest } = rule;
  return value === null ? rest : { ...rest, max: value };
};
