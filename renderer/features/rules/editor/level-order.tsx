import type { Level } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { Grip, useDropZone } from '../arrange/grip.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { EditorSection } from './editor-section.tsx';

/** The ruler shows levels by their points; results and files have them in this order. */
export const LevelOrder = () => {
  const { t } = useMessages();
  const { ruleSet } = useRuleEditing();
  return (
    <EditorSection title={t('rules.whole.levelOrder')}>
      <p className="hint">{t('rules.whole.levelOrderHint')}</p>
      <ol className="level-order">
        {ruleSet.levels.map((level) => (
          <LevelLine key={level.id} level={level} />
        ))}
      </ol>
    </EditorSection>
  );
};

const LevelLine = ({ level }: { readonly level: Level }) => {
  const { format } = useMessages();
  const thing = { kind: 'level', id: level.id } as const;
  const { ref, dropClass } = useDropZone(thing);
  return (
    <li ref={ref} className={dropClass.trim()}>
      <Grip thing={thing} name={level.name} />
      <span>{level.name}</span>
      <span className="secondary">{format.points(level.total)}</span>
    </li>
  );
};
