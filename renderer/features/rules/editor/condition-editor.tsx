import {
  addMember,
  bracketed,
  emptied,
  type Joint,
  joined,
  negated,
  removeMember,
  replaceMember,
  setJoint,
  unbracketed,
} from '../../../../core/rule-set/edit-condition.ts';
import type { Condition, Subject } from '../../../../core/rule-set/rule-set.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHistoryNames } from '../use-history-names.ts';
import type { SubjectKind } from './subject-kinds.ts';
import { TestRow } from './test-row.tsx';

interface ConditionEditorProps<S extends Subject> {
  readonly kind: SubjectKind<S>;
  /** Undefined: there is none yet. */
  readonly condition: Condition<S> | undefined;
  /** Of the condition in the document, for its faults. */
  readonly path: string;
  /** Undefined once the last test is gone. */
  readonly onChange: (next: Condition<S> | undefined) => void;
  readonly addLabel?: string;
  readonly nested?: boolean;
  /** Of the list within its list: "2." of the second member. */
  readonly numbering?: string;
}

/** Tests under "all of these" or "any of these"; a test may be a list of its own, and each can be turned round. */
export const ConditionEditor = <S extends Subject>(props: ConditionEditorProps<S>) => {
  const { kind, condition, onChange, nested = false, numbering = '' } = props;
  const { t } = useMessages();
  const names = useHistoryNames();
  const list = condition === undefined ? { joint: 'all' as const, members: [] } : joined(condition);
  const name = (kind.key === 'attribute' ? names.attributes[0] : names.properties[0]) ?? 'type';
  const isList = condition !== undefined && !isLone(condition);
  const where = { of: kind.key, number: numbering.slice(0, -1) || 'none' };
  const join = (joint: 'all' | 'any') => onChange(addMember(condition, joint, kind.fresh(name)));
  const nest = () => onChange(addMember(condition, list.joint, { any: [kind.fresh(name)] }));
  return (
    <div className={nested ? 'conditions nested' : 'conditions'}>
      {condition !== undefined && isList && (
        <JointField kind={kind} condition={condition} numbering={numbering} onChange={onChange} />
      )}
      {condition !== undefined &&
        list.members.map((member, index) => {
          // A member has no name of its own; its place is what identifies it.
          const key = `${list.joint}${index}`;
          const path = isLone(condition) ? props.path : `${props.path}.${list.joint}[${index}]`;
          return (
            <Member
              key={key}
              kind={kind}
              member={member}
              place={{ index, joint: list.joint, path, number: `${numbering}${index + 1}` }}
              onChange={(next) =>
                onChange(next === undefined ? removeMember(condition, index) : replaceMember(condition, index, next))
              }
            />
          );
        })}
      <div className="condition-adders">
        <button
          type="button"
          className="adder"
          {...(condition === undefined ? {} : { 'aria-label': t('rules.when.addConditionFull', where) })}
          onClick={() => join(isList ? list.joint : 'all')}
        >
          <Icon name="plus" size={12} />
          {condition === undefined ? (props.addLabel ?? t('rules.when.addCondition')) : t('rules.when.addCondition')}
        </button>
        {list.members.length === 1 && !isList && (
          <button
            type="button"
            className="adder"
            aria-label={t('rules.when.addOrFull', where)}
            onClick={() => join('any')}
          >
            <Icon name="plus" size={12} />
            {t('rules.when.addOr')}
          </button>
        )}
        {list.members.length > 0 && (
          <button type="button" className="adder" aria-label={t('rules.when.addGroupFull', where)} onClick={nest}>
            <Icon name="plus" size={12} />
            {t('rules.when.addGroup')}
          </button>
        )}
      </div>
    </div>
  );
};

/** How the members of a list join; a list can also be said to ask nothing, or to let nothing through. */
const JointField = <S extends Subject>(props: {
  readonly kind: SubjectKind<S>;
  readonly condition: Condition<S>;
  readonly numbering: string;
  readonly onChange: (next: Condition<S>) => void;
}) => {
  const { condition, onChange } = props;
  const { t } = useMessages();
  const of = props.kind.key;
  const { joint, members } = joined(condition);
  const asksNothing = [
    { value: 'always' as const, label: t('rules.when.always', { of }) },
    { value: 'never' as const, label: t('rules.when.never', { of }) },
  ];
  const choose = (chosen: Joint | 'always' | 'never') => {
    if (chosen === 'always' || chosen === 'never') onChange(emptied(chosen === 'always' ? 'all' : 'any'));
    else onChange(setJoint(condition, chosen));
  };
  return (
    <div className="condition-joint">
      <ChoiceField
        label={t('rules.when.joint', { of, number: props.numbering.slice(0, -1) || 'none' })}
        value={members.length > 0 ? joint : joint === 'all' ? 'always' : 'never'}
        choices={
          members.length === 0
            ? asksNothing
            : [
                { value: 'all' as const, label: t('rules.when.all') },
                { value: 'any' as const, label: t('rules.when.any') },
                ...asksNothing,
              ]
        }
        onChange={choose}
      />
    </div>
  );
};

interface Place {
  readonly index: number;
  readonly joint: 'all' | 'any';
  readonly path: string;
  readonly number: string;
}

const Member = <S extends Subject>(props: {
  readonly kind: SubjectKind<S>;
  readonly member: Condition<S>;
  readonly place: Place;
  readonly onChange: (next: Condition<S> | undefined) => void;
}) => {
  const { kind, member, place, onChange } = props;
  const { t } = useMessages();
  const turned = 'not' in member;
  const inner = 'not' in member ? member.not : member;
  const path = turned ? `${place.path}.not` : place.path;
  const word = t(`rules.when.${place.index === 0 ? 'if' : place.joint === 'all' ? 'and' : 'or'}${turned ? 'Not' : ''}`);
  const change = (next: Condition<S> | undefined) => onChange(next === undefined || !turned ? next : { not: next });
  const { number } = place;
  const of = kind.key;
  return (
    <div className="condition">
      <button
        type="button"
        className="condition-word"
        aria-pressed={turned}
        aria-label={t('rules.when.turn', { word, number, of })}
        onClick={() => onChange(negated(member))}
      >
        {word}
      </button>
      {'all' in inner || 'any' in inner || 'not' in inner ? (
        <ConditionEditor kind={kind} condition={inner} path={path} onChange={change} nested numbering={`${number}.`} />
      ) : (
        <TestRow kind={kind} test={inner} path={path} number={number} onChange={change} />
      )}
      <button
        type="button"
        className={`tool small brackets${isSingle(inner) ? ' out' : ''}`}
        aria-label={t(isSingle(inner) ? 'rules.when.unbracket' : 'rules.when.bracket', { number, of })}
        title={t(isSingle(inner) ? 'rules.when.unbracket' : 'rules.when.bracket', { number, of })}
        onClick={() => (isSingle(inner) ? change(unbracketed(inner)) : onChange(bracketed(member)))}
      >
        {t('rules.when.brackets')}
      </button>
      <button
        type="button"
        className="tool small"
        aria-label={t('rules.when.remove', { number, of })}
        onClick={() => onChange(undefined)}
      >
        <Icon name="cross" size={12} />
      </button>
    </div>
  );
};

/** A list of one: its brackets can go. */
const isSingle = <S extends Subject>(condition: Condition<S>): boolean =>
  !isLone(condition) && joined(condition).members.length === 1;

const isLone = <S extends Subject>(condition: Condition<S>): boolean => !('all' in condition || 'any' in condition);
