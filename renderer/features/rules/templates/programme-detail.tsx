import { unreachableLevels } from '../../../../core/rule-set/most-points.ts';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useRuleEditing } from '../rule-editing.tsx';
import { WHOLE } from '../selection.ts';
import { select } from '../use-selection.ts';
import { NotCarried } from './not-carried.tsx';
import { type Changes, type Programme, takenRuleSet } from './programme-model.ts';
import { ProgrammeRules } from './programme-rules.tsx';
import { levelWords, unreachableWords } from './programme-words.ts';

interface ProgrammeDetailProps {
  readonly programme: Programme;
  readonly changes: Changes;
  readonly onChange: (changes: Changes) => void;
}

/** What a programme is and what it becomes here; taking it is one step that can be undone. */
export const ProgrammeDetail = ({ programme, changes, onChange }: ProgrammeDetailProps) => {
  const messages = useMessages();
  const { t } = messages;
  const { ruleSet: onTable, apply } = useRuleEditing();
  const title = t(`templates.title.${programme.id}`);
  const taken = takenRuleSet(programme, changes);
  const unreachable = unreachableLevels(taken);
  const take = () => apply(taken, t('templates.step', { name: title }));
  return (
    <article className="programme" aria-label={title}>
      <div className="programme-take">
        <h2>{title}</h2>
        <button
          type="button"
          className="button"
          onClick={() => {
            take();
            select(WHOLE);
          }}
        >
          {t('templates.take')}
        </button>
        <button
          type="button"
          className="button primary"
          onClick={() => {
            take();
            window.location.hash = hashOf('what-if');
          }}
        >
          {t('templates.takeAndReplay')}
        </button>
      </div>
      <div className="programme-body scroll" {...scrollRegion(t('templates.body', { programme: title }))}>
        {unreachable.length > 0 && (
          <section className="programme-warning" aria-label={t('templates.unreachable')}>
            <Icon name="warning" />
            <div>
              <h3>{t('templates.unreachable')}</h3>
              {unreachable.map((level) => (
                <p key={level.level}>{unreachableWords(messages, taken, level)}</p>
              ))}
              <p className="secondary">{t('templates.unreachable.what')}</p>
            </div>
          </section>
        )}
        <About programme={programme} replaced={onTable.rules.length} />
        <ProgrammeRules programme={programme} taken={taken} changes={changes} onChange={onChange} />
        {programme.unmapped.length > 0 && (
          <NotCarried
            unmapped={programme.unmapped}
            isTaken={changes.withUnmapped}
            onTake={(withUnmapped) => onChange({ ...changes, withUnmapped })}
          />
        )}
      </div>
    </article>
  );
};

const About = ({ programme, replaced }: { readonly programme: Programme; readonly replaced: number }) => {
  const messages = useMessages();
  const { t } = messages;
  const { id, ruleSet, idleRecycle } = programme;
  return (
    <section className="programme-about" aria-label={t('templates.about')}>
      <p>{t(`templates.about.${id}`)}</p>
      <dl>
        <dt>{t('templates.for')}</dt>
        <dd>{t(`templates.for.${id}`)}</dd>
        <dt>{t('templates.source')}</dt>
        <dd>{t(`templates.source.${id}`)}</dd>
        <dt>{t('rules.levels')}</dt>
        <dd>
          <ul>
            {ruleSet.levels.map((level) => (
              <li key={level.id}>
                <b className="strong">{level.name}</b> {levelWords(messages, ruleSet, level)}
              </li>
            ))}
          </ul>
        </dd>
        {ruleSet.recycle !== undefined && (
          <>
            <dt>{t('readable.recycle')}</dt>
            <dd>{t('templates.recycle')}</dd>
          </>
        )}
        {idleRecycle !== null && (
          <>
            <dt>{t('readable.recycle')}</dt>
            <dd>{t('templates.idleRecycle')}</dd>
          </>
        )}
        {replaced > 0 && (
          <>
            <dt>{t('templates.onTable')}</dt>
            <dd>{t('templates.replaces', { rules: replaced })}</dd>
          </>
        )}
      </dl>
    </section>
  );
};
