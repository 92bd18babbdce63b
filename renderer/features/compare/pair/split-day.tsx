import { readInstant } from '../../../../core/time/instant.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useWorkshop } from '../../../stores/use-stores.tsx';
import { dayText } from '../../profile/cuts/day-text.ts';
import { useComparedPair } from './compared-pair.tsx';
import './split-day.css';

/** Where the newer leads begin, for all that judges by them: a day of the workshop's zone. `proposedMs`: where the app would. */
export const SplitDay = ({ proposedMs }: { readonly proposedMs: number | null }) => {
  const { t } = useMessages();
  const { splitMs, splitAt } = useComparedPair();
  const timeZone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  const shownMs = splitMs ?? proposedMs;
  return (
    <>
      <label className="split-day">
        <span className="secondary">{t('compare-difference.periods.from')}</span>
        <input
          className="field-input"
          type="date"
          value={shownMs === null ? '' : dayText(shownMs, timeZone)}
          onChange={(event) => {
            const atMs = readInstant(event.currentTarget.value, timeZone);
            if (atMs !== null) splitAt(atMs);
          }}
        />
      </label>
      {splitMs !== null && (
        <button type="button" className="tool small" onClick={() => splitAt(null)}>
          {t('compare-difference.periods.proposed')}
        </button>
      )}
    </>
  );
};
