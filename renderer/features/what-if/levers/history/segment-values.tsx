import { useEffect } from 'react';
import { scrollRegion } from '../../../../components/scroll-region.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import { columnKey } from '../../../../stores/history-store.ts';
import { useHistory } from '../../../../stores/use-stores.tsx';

/** The values that the history has of an attribute, most frequent first, each with its leads; the chosen ones ticked. */
export const SegmentValues = (props: {
  readonly attribute: string;
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) => {
  const { attribute, chosen, onChange } = props;
  const { t, format } = useMessages();
  const wantValues = useHistory((state) => state.wantValues);
  const held = useHistory((state) => state.values[columnKey('leads', attribute)]);
  useEffect(() => wantValues('leads', attribute), [wantValues, attribute]);
  if (held === undefined) return null;
  const missing = chosen.filter((value) => held.every((one) => one.value !== value));
  const values = [...missing.map((value) => ({ value, rows: null })), ...held];
  return (
    <div className="view-values scroll" {...scrollRegion(t('view.segmentValues', { attribute }))}>
      {values.map(({ value, rows }) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <span className="ellipsis" title={value}>
            {value}
          </span>
          {rows !== null && <span className="hint">{format.count(rows)}</span>}
        </label>
      ))}
    </div>
  );
};
