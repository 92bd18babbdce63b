import { useMessages } from '../../../i18n/messages.tsx';

/** A file of these columns was mapped before: that mapping stands, and the proposal is a click away. */
export const EarlierBanner = (props: {
  readonly atMs: number;
  readonly basis: 'earlier' | 'proposed';
  readonly isBusy: boolean;
  readonly onSwap: () => void;
}) => {
  const { t, format } = useMessages();
  const date = format.date(props.atMs);
  const isEarlier = props.basis === 'earlier';
  return (
    <p className="earlier-banner" role="status">
      <span>{isEarlier ? t('history.earlier.stands', { date }) : t('history.earlier.anew', { date })}</span>
      <button type="button" className="button" disabled={props.isBusy} onClick={props.onSwap}>
        {isEarlier ? t('history.earlier.propose') : t('history.earlier.back', { date })}
      </button>
    </p>
  );
};
