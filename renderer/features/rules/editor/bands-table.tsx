import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import type { Band, BandsRule } from '../../../../core/rule-set/rule-set.ts';
import { FieldFault } from '../../../components/fields/field-fault.tsx';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { withBandAdded } from './add-band.ts';
import type { RulePartProps } from './when-section.tsx';

/** The points of each band of a number: from (included), below (excluded); an empty end is open. */
export const BandsTable = ({ rule, path, onChange }: RulePartProps<BandsRule>) => {
  const { t } = useMessages();
  const { faults } = useRuleEditing();
  const store = (bands: readonly Band[], field: string) => onChange({ ...rule, bands }, field);
  const change = (index: number, next: Band, key: string) => store(rule.bands.with(index, next), `bands${index}${key}`);
  return (
    <>
      <table className="bands">
        <thead>
          <tr>
            <th scope="col">{t('rules.gives.bandFrom')}</th>
            <th scope="col">{t('rules.gives.bandTo')}</th>
            <th scope="col">{t('rules.gives.bandPoints')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rule.bands.map((band, index) => {
            const number = index + 1;
            const at = `${path}.bands[${index}]`;
            return (
              // A band has no name of its own; its place is what identifies it.
              <tr key={at}>
                <td>
                  <NumberField
                    label={t('rules.gives.bandFromOf', { number })}
                    optional
                    placeholder={t('rules.gives.open')}
                    width={84}
                    value={band.from}
                    onChange={(from) => change(index, withOptional(band, 'from', from), 'from')}
                    fault={faultAt(faults, `${at}.from`)}
                  />
                </td>
                <td>
                  <NumberField
                    label={t('rules.gives.bandToOf', { number })}
                    optional
                    placeholder={t('rules.gives.open')}
                    width={84}
                    value={band.to}
                    onChange={(to) => change(index, withOptional(band, 'to', to), 'to')}
                    fault={faultAt(faults, `${at}.to`) ?? faultAt(faults, at)}
                  />
                </td>
                <td>
                  <NumberField
                    label={t('rules.gives.bandPointsOf', { number })}
                    width={64}
                    value={band.points}
                    onChange={(points) => change(index, { ...band, points }, 'points')}
                    fault={faultAt(faults, `${at}.points`)}
                  />
                </td>
                <td>
                  {rule.bands.length > 1 && (
                    <button
                      type="button"
                      className="tool small"
                      aria-label={t('rules.gives.removeBand', { number })}
                      onClick={() => store(rule.bands.toSpliced(index, 1), 'bands')}
                    >
                      <Icon name="cross" size={12} />
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <FieldFault fault={faultAt(faults, `${path}.bands`)} />
      <div>
        <button type="button" className="adder" onClick={() => store(withBandAdded(rule.bands), 'bands')}>
          <Icon name="plus" size={12} />
          {t('rules.gives.addBand')}
        </button>
      </div>
    </>
  );
};
