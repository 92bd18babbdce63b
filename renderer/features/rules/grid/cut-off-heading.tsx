import { NumberField } from '../../../components/fields/number-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { CutOffEdges } from './use-cut-offs.ts';

/** The name of a grade with the least that it takes, to be typed over; the last grade takes whatever is below. */
export const CutOffHeading = (props: {
  readonly scope: 'row' | 'col';
  readonly grade: number;
  readonly name: string;
  readonly dimension: string;
  readonly edges: CutOffEdges;
}) => {
  const { t, format } = useMessages();
  const { scope, grade, name, dimension, edges } = props;
  const value = edges.values[grade];
  const last = edges.values[2];
  return (
    <th scope={scope}>
      <span className="grade-heading">
        <b>{name}</b>
        {value === undefined ? (
          <span className="secondary">{t('grid.cut.below', { least: format.points(last) })}</span>
        ) : (
          <>
            <span className="secondary">{t('grid.cut.from')}</span>
            <NumberField
              label={t('grid.cut.label', { dimension, grade: name })}
              value={value}
              fault={edges.faults[grade]}
              width={48}
              onChange={(next) => edges.change(grade, next)}
            />
          </>
        )}
      </span>
    </th>
  );
};
