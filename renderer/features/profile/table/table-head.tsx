import { useMessages } from '../../../i18n/messages.tsx';
import { useProfile } from '../../../stores/use-stores.tsx';
import { sortedBy } from '../model/profile-view.ts';
import { placeOn, type RateScale } from '../model/rate-scale.ts';
import type { TableColumn } from './columns.ts';

/** The headings sort; under that of the rate stands the scale of its bars. */
export const TableHead = ({
  scale,
  columns,
}: {
  readonly scale: RateScale;
  readonly columns: readonly TableColumn[];
}) => {
  const { t } = useMessages();
  const view = useProfile((state) => state.view);
  const look = useProfile((state) => state.look);
  const order = view.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ name, sort, label, help }) => (
          <th
            scope="col"
            key={name}
            className={`profile-${name}`}
            {...(sort === null ? {} : { 'aria-sort': view.sort === sort ? order : 'none' })}
            {...(help === null ? {} : { title: t(help) })}
          >
            {sort === null ? (
              t(label)
            ) : (
              <button
                type="button"
                onClick={() => look(sortedBy(view, sort))}
                className={view.sort === sort ? 'strong' : ''}
              >
                {t(label)}
                {view.sort === sort && <span aria-hidden="true"> {view.descending ? '↓' : '↑'}</span>}
              </button>
            )}
            {name === 'rate' && <ScaleTicks scale={scale} />}
          </th>
        ))}
      </tr>
    </thead>
  );
};

/** In percent of the scale: from here on its words stand at the left of the line, out of the way of the top. */
const LEFTWARD_FROM = 33;

const ScaleTicks = ({ scale }: { readonly scale: RateScale }) => {
  const { format } = useMessages();
  const base = placeOn(scale.base, scale);
  const side = base > LEFTWARD_FROM ? 'leftward' : '';
  return (
    <span className="profile-ticks">
      <span style={{ left: 0 }}>0</span>
      <span className={`profile-tick-base ${side}`} style={{ left: `${base}%` }}>
        {format.percent(scale.base)}
      </span>
      <span className="profile-tick-top">{format.percent(scale.top)}</span>
    </span>
  );
};
