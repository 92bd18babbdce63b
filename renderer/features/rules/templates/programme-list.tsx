import type { TemplateId } from '../../../../core/templates/template.ts';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { Programme } from './programme-model.ts';

/** The programmes with what each is in a line, and how much of it the history carries. */
export const ProgrammeList = (props: {
  readonly programmes: readonly Programme[];
  readonly chosen: TemplateId;
  readonly onChoose: (id: TemplateId) => void;
}) => {
  const { t } = useMessages();
  return (
    <div className="programme-list scroll" {...scrollRegion(t('templates.list'))}>
      <ul>
        {props.programmes.map((programme) => (
          <li key={programme.id}>
            <button
              type="button"
              aria-current={programme.id === props.chosen}
              onClick={() => props.onChoose(programme.id)}
            >
              <b>{t(`templates.title.${programme.id}`)}</b>
              <span>{t(`templates.line.${programme.id}`)}</span>
              <Carried programme={programme} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Carried = ({ programme: { ruleSet, unmapped, canonical } }: { readonly programme: Programme }) => {
  const { t } = useMessages();
  const carried = ruleSet.rules.length;
  const all = carried + unmapped.length;
  return (
    <span className="programme-carried">
      <span className="strong">
        {canonical ? t('templates.rules', { rules: all }) : t('templates.carried', { carried, all })}
      </span>
      {!canonical && (
        <span className="carried-bar" aria-hidden="true">
          <span style={{ width: `${(100 * carried) / all}%` }} />
        </span>
      )}
    </span>
  );
};
