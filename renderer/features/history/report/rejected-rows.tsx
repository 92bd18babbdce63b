import { useCallback } from 'react';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useStores } from '../../../stores/use-stores.tsx';
import { RejectedTable } from '../rejected-table.tsx';
import { Pager } from './pager.tsx';
import { usePage } from './use-page.ts';

/** Every rejected row with its line in the file and the reason, page by page. */
export const RejectedRows = ({ importId }: { readonly importId: number }) => {
  const { t } = useMessages();
  const { client } = useStores();
  const ask = useCallback(
    (offset: number, limit: number) => client('import.rejected', { importId, offset, limit }),
    [client, importId],
  );
  const { page, failure, turn } = usePage(ask);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (page === null) return null;
  return (
    <>
      <RejectedTable className="rejected" rows={page.rows} hasFiles />
      <Pager page={page} label={t('history.report.rejectedRows')} onTurn={turn} />
    </>
  );
};
