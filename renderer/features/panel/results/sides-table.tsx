import type { PanelSides } from '../../../../api/panel.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useAnswer } from '../../../stores/use-answer.ts';
import { measureText } from './measure-text.ts';

/** How each scenario, what was really handed over and what became of it agree with each team. */
export const SidesTable = ({ panelId }: { readonly panelId: number }) => {
  const { t } = useMessages();
  const { answer, failure, isLate, retry } = useAnswer('panel.sides', (key) => ({ panelId, key }));
  if (failure !== null) return <FailureNotice failure={failure} onRetry={retry} />;
  const nameOf = ({ side, name }: PanelSides['sides'][number]): string => {
    if (side.kind === 'handover') return t('panel.sides.handover');
    return side.kind === 'baseline' ? t('panel.sides.baseline', { name }) : name;
  };
  return (
    <section className="panel-sides" aria-label={t('panel.sides.title')} aria-busy={isLate}>
      <h2>{t('panel.sides.title')}</h2>
      <p className="secondary">{t('panel.sides.help')}</p>
      {answer === null ? (
        <p className="secondary" role="status">
          {t('panel.working')}
        </p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('panel.sides.side')}</th>
              <th scope="col">{t('panel.sides.reached')}</th>
              <th scope="col" data-whose="marketing">
                {t('panel.sides.marketing')}
              </th>
              <th scope="col" data-whose="sales">
                {t('panel.sides.sales')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.sides.map((one) => (
              <tr key={JSON.stringify(one.side)}>
                <th scope="row" data-whose={one.side.kind === 'scenario' ? (one.seat ?? 'both') : 'baseline'}>
                  <span className="hue">{nameOf(one)}</span>
                </th>
                <td>{one.reached === null ? t('panel.sides.noLevel') : t('panel.sides.of', one.reached)}</td>
                <AgreementCell agreement={one.marketing} />
                <AgreementCell agreement={one.sales} />
              </tr>
            ))}
            <tr>
              <th scope="row">{t('panel.sides.outcome')}</th>
              <td>{t('panel.sides.known', { converted: answer.outcome.converted, known: answer.outcome.known })}</td>
              <AgreementCell agreement={answer.outcome.marketing} />
              <AgreementCell agreement={answer.outcome.sales} />
            </tr>
          </tbody>
        </table>
      )}
    </section>
  );
};

const AgreementCell = ({ agreement }: { readonly agreement: PanelSides['sides'][number]['sales'] }) => {
  const { t, format } = useMessages();
  const { leads, agreed, kappa } = agreement;
  if (leads === 0) return <td className="hint">{t('panel.sides.nothing')}</td>;
  return (
    <td>
      {t('panel.sides.agreed', { agreed, leads })}{' '}
      <span className="secondary" title={t('panel.measures.kappaHelp')}>
        {t('panel.sides.beyond', { measure: measureText(kappa, format, t('panel.measures.none')) })}
      </span>
    </td>
  );
};
