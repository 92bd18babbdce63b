import { addLevel } from '../../../../core/rule-set/edit-levels.ts';
import { freshName } from '../../../../core/rule-set/fresh-id.ts';
import type { Level } from '../../../../core/rule-set/rule-set.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useFrame } from '../../../stores/use-stores.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { isSelected } from '../selection.ts';
import { select, useSelection } from '../use-selection.ts';
import { rulerOf } from './ruler-scale.ts';

/** The levels as cuts of a ruler: what lies below goes to nurturing, what lies above where the level says. */
export const LevelRuler = () => {
  const { t, format } = useMessages();
  const { ruleSet, apply } = useRuleEditing();
  const ruler = rulerOf(ruleSet);
  const add = () => {
    const name = freshName(
      t('rules.newLevel'),
      ruleSet.levels.map((level) => level.name),
    );
    const added = addLevel(ruleSet, name);
    apply(added.ruleSet, t('rules.step.add', { name }));
    select({ kind: 'level', id: added.id });
  };
  return (
    <>
      <div className="levels-head">
        <h1>{t('rules.levels')}</h1>
        <span className="secondary">
          {t('rules.levels.scale', {
            dimensions: ruleSet.dimensions.map((dimension) => dimension.name).join(' + '),
            from: format.points(ruler.from),
            to: format.points(ruler.to),
          })}
        </span>
        <button type="button" className="adder" aria-label={t('rules.levels.addFull')} onClick={add}>
          <Icon name="plus" size={12} />
          {t('rules.levels.add')}
        </button>
      </div>
      <ol
        className="ruler"
        aria-label={t('rules.levels')}
        style={{
          gridTemplateColumns: [ruler.belowShare, ...ruler.parts.map((part) => part.share)].map(columnOf).join(' '),
        }}
      >
        <li className="ruler-part">
          <span className="ruler-band nurture">{t('rules.levels.nurture')}</span>
        </li>
        {ruler.parts.map(({ level, tint }) => (
          <LevelPart key={level.id} level={level} tint={tint} />
        ))}
      </ol>
    </>
  );
};

/** To scale, as far as the words leave room. */
const columnOf = (share: number): string => `minmax(min-content, ${Math.max(share, 1)}fr)`;

const LevelPart = (props: { readonly level: Level; readonly tint: number }) => {
  const { level, tint } = props;
  const { t, format } = useMessages();
  const { ruleSet } = useRuleEditing();
  const chosen = isSelected(useSelection(), 'level', level.id);
  const measures = useFrame((state) =>
    state.shown?.request.ruleSet === ruleSet
      ? state.shown.pair.scenario.levels.find((one) => one.id === level.id)
      : undefined,
  );
  const route = level.route ?? level.name;
  const words =
    level.followUpHours === undefined
      ? route
      : t('rules.levels.within', { route, hours: format.decimal(level.followUpHours, 2) });
  return (
    <li className={`ruler-part cut${chosen ? ' chosen' : ''}`}>
      <span className="ruler-band" style={{ background: `color-mix(in oklab, var(--whose) ${tint}%, var(--bg))` }}>
        {words}
      </span>
      <span className="ruler-label">
        <button type="button" aria-current={chosen} onClick={() => select({ kind: 'level', id: level.id })}>
          {level.name} {format.points(level.total)}
        </button>
        {measures !== undefined && (
          <span className="secondary">
            {t('rules.levels.leads', { leads: measures.reached, count: format.count(measures.reached) })}
            {measures.rate !== null &&
              `, ${t('rules.levels.rate', { rate: format.rate(measures.rate, measures.interval), n: format.count(measures.observed) })}`}
          </span>
        )}
      </span>
    </li>
  );
};
