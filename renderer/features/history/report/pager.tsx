import type { Page } from '../../../../api/contract.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { PAGE_ROWS } from './use-page.ts';

/** Which rows are shown of how many, and the way to the others; nothing where all are shown. */
export const Pager = (props: {
  readonly page: Page<unknown>;
  /** What the rows are, for those who hear the page. */
  readonly label: string;
  readonly onTurn: (offset: number) => void;
}) => {
  const { page, label, onTurn } = props;
  const { t, format } = useMessages();
  if (page.total <= PAGE_ROWS) return null;
  const last = page.offset + page.rows.length;
  return (
    <nav className="history-actions" aria-label={label}>
      <button
        type="button"
        className="button"
        disabled={page.offset === 0}
        onClick={() => onTurn(Math.max(0, page.offset - PAGE_ROWS))}
      >
        {t('history.report.previous')}
      </button>
      <span className="secondary" role="status">
        {t('history.report.rows', {
          from: format.count(page.offset + 1),
          to: format.count(last),
          total: format.count(page.total),
        })}
      </span>
      <button
        type="button"
        className="button"
        disabled={last >= page.total}
        onClick={() => onTurn(page.offset + PAGE_ROWS)}
      >
        {t('history.report.next')}
      </button>
    </nav>
  );
};
