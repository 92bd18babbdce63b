import type { InputDrift } from '../../../api/review.ts';
import type { Messages } from '../../i18n/messages.tsx';

/** Whether scores moved: PSI with the value that it has to pass before it says anything. */
export const stabilityText = (
  { value, critical, isDrift }: InputDrift['stability'],
  { t, format }: Pick<Messages, 't' | 'format'>,
): string =>
  t(isDrift ? 'review.bands.moved' : 'review.bands.still', {
    psi: format.decimal(value, 2),
    critical: format.decimal(critical, 2),
  });
