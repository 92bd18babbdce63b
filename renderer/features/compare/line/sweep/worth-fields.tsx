import { NumberField } from '../../../../components/fields/number-field.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import type { Worth } from '../line-sides.ts';

/** What an SQL is worth and what working a lead costs: only people know. */
export const WorthFields = ({
  worth,
  onWorth,
}: {
  readonly worth: Worth;
  readonly onWorth: (worth: Worth) => void;
}) => {
  const { t } = useMessages();
  const field = (of: keyof Worth) => (
    <span className="line-worth">
      {t(`compare-line.${of}`)}
      <NumberField
        label={t(`compare-line.${of}`)}
        optional
        value={worth[of] ?? undefined}
        width={72}
        onChange={(value) => onWorth({ ...worth, [of]: value === undefined || value < 0 ? null : value })}
      />
    </span>
  );
  return (
    <>
      {field('valuePerSql')}
      {field('costPerLead')}
    </>
  );
};
