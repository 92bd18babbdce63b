import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { goToPlace, placeOf } from './fault-place.ts';
import { faultKey, faultWords } from './fault-words.ts';
import type { NamedFault } from './file-faults.ts';

const MOST_SHOWN = 3;

/** Brings all files in once nothing is missing in any of them; what is missing is said, with the way to it. */
export const FilesFoot = (props: {
  readonly count: number;
  readonly faults: readonly NamedFault[];
  /** Why the files would not come in although nothing is missing. */
  readonly failure: string | null;
  readonly isBusy: boolean;
  readonly onShow: (token: string) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
}) => {
  const { count, faults, failure, isBusy } = props;
  const messages = useMessages();
  const { t } = messages;
  const wordsOf = ({ file, fault }: NamedFault): string => {
    const words = faultWords(messages, fault);
    return count === 1 ? words : t('history.faultIn', { file, fault: words });
  };
  const goTo = ({ token, fault }: NamedFault): void => {
    props.onShow(token);
    goToPlace(placeOf(fault));
  };
  return (
    <footer className="mapping-foot">
      <button type="button" className="button primary" disabled={faults.length > 0 || isBusy} onClick={props.onRun}>
        {t('history.runFiles', { count })}
      </button>
      <button type="button" className="button" disabled={isBusy} onClick={props.onLeave}>
        {t('history.cancelFlow')}
      </button>
      <div role="status" className="mapping-faults-room">
        <ul className="mapping-faults">
          {faults.slice(0, MOST_SHOWN).map((one) => (
            <li key={`${one.token} ${faultKey(one.fault)}`} className="broken">
              <Icon name="warning" size={12} />
              <button type="button" className="fault-link" onClick={() => goTo(one)}>
                {wordsOf(one)}
              </button>
            </li>
          ))}
          {failure !== null && (
            <li className="broken">
              <Icon name="warning" size={12} />
              {failure}
            </li>
          )}
          {faults.length > MOST_SHOWN && (
            <li className="secondary">{t('history.moreFaults', { count: faults.length - MOST_SHOWN })}</li>
          )}
        </ul>
      </div>
    </footer>
  );
};
