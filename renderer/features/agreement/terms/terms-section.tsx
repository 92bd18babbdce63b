import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { Dates } from './dates.tsx';
import { Hours } from './hours.tsx';
import type { TermsProps } from './terms-props.ts';
import { WordsField } from './words-field.tsx';
import './terms.css';

/** What is agreed besides the promises: returned leads, disputes, working hours, how long it is valid. */
export const TermsSection = (props: TermsProps) => {
  const { t } = useMessages();
  const { document, onChange } = props;
  const { sales } = document;
  return (
    <section className="terms" aria-label={t('agreement.terms')}>
      <Term title={t('agreement.terms.returned')}>
        <WordsField
          label={t('agreement.terms.returned')}
          value={sales.returned}
          empty={t('agreement.terms.returnedEmpty')}
          onChange={
            onChange === undefined
              ? undefined
              : (returned) =>
                  onChange({ ...document, sales: { ...sales, returned } }, t('agreement.terms.returned'), 'returned')
          }
        />
      </Term>
      <Term title={t('agreement.terms.disputes')}>
        <WordsField
          label={t('agreement.terms.disputes')}
          value={document.disputes}
          empty={t('agreement.terms.disputesEmpty')}
          onChange={
            onChange === undefined
              ? undefined
              : (disputes) => onChange({ ...document, disputes }, t('agreement.terms.disputes'), 'disputes')
          }
        />
      </Term>
      <Term title={t('agreement.terms.hours')}>
        <Hours {...props} />
      </Term>
      <Term title={t('agreement.terms.validity')}>
        <Dates {...props} />
      </Term>
    </section>
  );
};

const Term = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="term" aria-label={title}>
    <h2 className="strong">{title}</h2>
    {children}
  </section>
);
