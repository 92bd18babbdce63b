import type { PanelAgreement } from '../../../../api/panel.ts';
import type { Formats } from '../../../i18n/formats.ts';

/** "0.42 (0.05 to 0.80)": ends below 0 forbid a dash. */
export const measureText = (
  measure: PanelAgreement['kappa'],
  { decimal }: Pick<Formats, 'decimal'>,
  none: string,
): string => {
  if (measure === null) return none;
  // What rounds to nothing has no sign.
  const written = (figure: number): string => decimal(Math.round(figure * 100) / 100 + 0, 2);
  const value = written(measure.value);
  if (measure.interval === null) return value;
  const [low, high] = measure.interval;
  return `${value} (${written(low)} to ${written(high)})`;
};
