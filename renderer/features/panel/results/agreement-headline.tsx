import type { PanelAgreement, PanelResults } from '../../../../api/panel.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { measureText } from './measure-text.ts';

/** Below this a test says more than chance. */
const SURE = 0.05;

/** How far the teams agree, in plain words; and what the statistics call it, for those who ask. */
export const AgreementHeadline = ({ results }: { readonly results: PanelResults }) => {
  const { first, second } = results;
  const { t, rich, format } = useMessages();
  const told = second ?? first;
  return (
    <div className="panel-headline">
      <h2>
        {rich('panel.results.agree', {
          agreed: format.count(told.agreed),
          leads: told.leads,
          share: format.percent(told.raw ?? 0),
        })}
      </h2>
      <p>
        {told.byChance === null
          ? t('panel.results.noChance')
          : t('panel.results.byChance', { share: format.percent(told.byChance) })}{' '}
        {second !== null && t('panel.results.before', { agreed: first.agreed, share: format.percent(first.raw ?? 0) })}
      </p>
      <Stricter told={told} />
      <Measures first={first} second={second} />
    </div>
  );
};

const Stricter = ({ told }: { readonly told: PanelAgreement }) => {
  const { t } = useMessages();
  const { stricter, onlyMarketing, onlySales, midP } = told;
  if (stricter === null)
    return (
      <p>
        {t(onlyMarketing === 0 ? 'panel.results.noneStricter' : 'panel.results.sameStrict', { each: onlyMarketing })}
      </p>
    );
  const [often, seldom] = stricter === 'sales' ? [onlyMarketing, onlySales] : [onlySales, onlyMarketing];
  return (
    <p data-whose={stricter}>
      <b className="hue strong">{t(`panel.results.stricter.${stricter}`)}</b>{' '}
      {t(`panel.results.stricterBy.${stricter}`, { often, seldom })}{' '}
      <span title={t('panel.results.midP')}>
        {t(midP !== null && midP < SURE ? 'panel.results.notChance' : 'panel.results.perhapsChance')}
      </span>
    </p>
  );
};

const Measures = ({ first, second }: Pick<PanelResults, 'first' | 'second'>) => {
  const { t, format } = useMessages();
  return (
    <details className="panel-measures">
      <summary>{t('panel.measures.title')}</summary>
      <p className="secondary">{t('panel.measures.help', { leads: first.leads })}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('panel.measures.measure')}</th>
            <th scope="col" className="number">
              {t(second === null ? 'panel.measures.value' : 'panel.measures.before')}
            </th>
            {second !== null && (
              <th scope="col" className="number">
                {t('panel.measures.after')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {(['kappa', 'ac1', 'alpha'] as const).map((measure) => (
            <tr key={measure}>
              <td title={t(`panel.measures.${measure}Help`)}>{t(`panel.measures.${measure}`)}</td>
              <td className="number">{measureText(first[measure], format, t('panel.measures.none'))}</td>
              {second !== null && (
                <td className="number">{measureText(second[measure], format, t('panel.measures.none'))}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {second !== null && <p className="secondary">{t('panel.measures.afterHelp')}</p>}
    </details>
  );
};
