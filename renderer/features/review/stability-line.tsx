import type { InputDrift } from '../../../api/review.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Whether scores moved: PSI with the value that it has to pass before it says anything. */
export const StabilityLine = (props: { readonly stability: InputDrift['stability'] }) => {
  const { t, format } = useMessages();
  const { value, critical, isDrift } = props.stability;
  return (
    <p className={isDrift ? 'strong' : 'secondary'}>
      {t(isDrift ? 'review.bands.moved' : 'review.bands.still', {
        psi: format.decimal(value, 2),
        critical: format.decimal(critical, 2),
      })}
    </p>
  );
};
