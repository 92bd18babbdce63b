import { useState } from 'react';
import type { ListName } from '../../../../api/lists.ts';
import type { Failure } from '../../../../api/reply.ts';
import { saveBlob } from '../../../client/save-blob.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores } from '../../../stores/use-stores.tsx';

/** Gives the whole list out, as a task list for a CRM; it is remembered, so that changes can be told next time. */
export const ExportButtons = ({ list }: { readonly list: ListName }) => {
  const { t, format } = useMessages();
  const { client, jobs } = useStores();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const give = async (as: 'csv' | 'xlsx') => {
    setBusy(true);
    setSaid('');
    const reply = await jobs.getState().run((jobId) => client('lists.export', { list, as, jobId }));
    setBusy(false);
    setFailure(reply.ok || reply.error.kind === 'cancelled' ? null : reply.error);
    if (!reply.ok) return;
    const { base64, fileName, mediaType, leads } = reply.value;
    saveBlob(new Blob([bytesOf(base64)], { type: mediaType }), fileName);
    setSaid(t('lists.given', { leads, count: format.count(leads) }));
  };
  return (
    <span className="lists-export">
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <span className="hint" role="status">
        {said}
      </span>
      <button type="button" className="button" disabled={busy} onClick={() => void give('csv')}>
        {t('lists.csv')}
      </button>
      <button type="button" className="button" disabled={busy} onClick={() => void give('xlsx')}>
        {t('lists.xlsx')}
      </button>
    </span>
  );
};

/** In a loop: called back for every byte of a long list, the screen would hang. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  return bytes;
}
