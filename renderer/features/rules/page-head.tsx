import type { ReactNode } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { WHOLE } from './selection.ts';
import { select } from './use-selection.ts';
import './pages.css';

/** The head of a page that stands in the designer's place, with the way back. */
export const PageHead = (props: { readonly title: string; readonly children: ReactNode }) => {
  const { t } = useMessages();
  return (
    <header className="rules-page-head">
      <div>
        <h1>{props.title}</h1>
        {props.children}
      </div>
      <button type="button" className="button" onClick={() => select(WHOLE)}>
        <Icon name="undo" size={12} />
        {t('rules.backToRules')}
      </button>
    </header>
  );
};
