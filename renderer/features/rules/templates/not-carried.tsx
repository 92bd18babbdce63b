import type { UnmappedSlot } from '../../../../core/templates/map-template.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { RuleLine } from './programme-rules.tsx';
import { whyUnmapped } from './programme-words.ts';

interface NotCarriedProps {
  readonly unmapped: readonly UnmappedSlot[];
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
}

/** The rules that the history has no column for: why, and the way to have them all the same. */
export const NotCarried = ({ unmapped, isTaken, onTake }: NotCarriedProps) => {
  const messages = useMessages();
  const { t } = messages;
  return (
    <section className="programme-rules not-carried" aria-label={t('templates.notCarried', { rules: unmapped.length })}>
      <h3>{t('templates.notCarried', { rules: unmapped.length })}</h3>
      <ul>
        {unmapped.map((one) => (
          <li key={one.rule.id}>
            <RuleLine rule={one.rule} />
            <p className="why-not">{whyUnmapped(messages, one)}</p>
          </li>
        ))}
      </ul>
      <label className="check">
        <input type="checkbox" checked={isTaken} onChange={(event) => onTake(event.currentTarget.checked)} />
        <span>{t('templates.takeNotCarried')}</span>
      </label>
    </section>
  );
};
