import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useHistory, useSuggest, useWorkshop } from '../../../stores/use-stores.tsx';
import type { Way } from './wanted.ts';

const NONE: readonly string[] = [];
const WAYS = ['any', 'positive', 'negative', 'never'] as const;
const SIGNS = ['any', 'positive', 'negative'] as const;

/** Which way the points may go, by attribute and by type of activity; what is kept out of rules is not asked about. */
export const WaysSections = () => {
  const { t } = useMessages();
  const summary = useHistory((state) => state.summary);
  const keptOut = useWorkshop((state) => state.workshop?.open?.keptOut ?? NONE);
  const { wayByAttribute, wayByActivity } = useSuggest((state) => state.wanted);
  const change = useSuggest((state) => state.change);
  const attributes = (summary?.attributes ?? [])
    .filter(({ name, kind }) => kind !== 'date' && !keptOut.includes(name))
    .map(({ name }) => name);
  const types = summary?.activityTypes.map(({ value }) => value) ?? [];
  return (
    <>
      <Ways
        title={t('suggest.attributes')}
        names={attributes}
        ways={WAYS}
        wayOf={(name) => (Object.hasOwn(wayByAttribute, name) ? wayByAttribute[name] : undefined) ?? 'any'}
        onChange={(name, way) => change({ wayByAttribute: { ...wayByAttribute, [name]: way } })}
      />
      <Ways
        title={t('suggest.activities')}
        names={types}
        ways={SIGNS}
        wayOf={(name) => (Object.hasOwn(wayByActivity, name) ? wayByActivity[name] : undefined) ?? 'any'}
        onChange={(name, way) => change({ wayByActivity: { ...wayByActivity, [name]: way } })}
      />
    </>
  );
};

const Ways = <W extends Way>(props: {
  readonly title: string;
  readonly names: readonly string[];
  readonly ways: readonly W[];
  readonly wayOf: (name: string) => W;
  readonly onChange: (name: string, way: W) => void;
}) => {
  const { t } = useMessages();
  if (props.names.length === 0) return null;
  return (
    <section aria-label={props.title}>
      <h2>{props.title}</h2>
      <ul>
        {props.names.map((name) => (
          <li key={name} className="suggest-way">
            <span className="ellipsis" title={name}>
              {name}
            </span>
            <ChoiceField
              label={t('suggest.wayOf', { name })}
              value={props.wayOf(name)}
              choices={props.ways.map((way) => ({ value: way, label: t(`suggest.way.${way}`) }))}
              onChange={(way) => props.onChange(name, way)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
