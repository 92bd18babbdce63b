import type { PanelAgreement } from '../../../../api/panel.ts';
import type { Formats } from '../../../i18n/formats.ts';

/** "0.42 (0.05 to 0.80)": ends below 0 forbid a dash. */
export const measureText = (
  measure: PanelAgreement['kappa'],
  { decimal }: Pick<Formats, 'decimal'>,
  none: string,
): string => {
  if (measure === null) return none;
  const value = decimal(measure.value, 2);
  if (measure.interval === null) return value;
  const [low, high] = measure.interval;
  return `${value} (${decimal(low, 2)} – ${decimal(high, 2)})`;
};
