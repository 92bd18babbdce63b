import type { ScenariosCompared } from '../../../../api/compare-scenarios.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { type CompareFocus, sideKey } from '../compare-focus.ts';
import { useSideNames } from '../use-compare-focus.ts';

/** Every scenario at the level, the historical hand-over among them. */
export const ScenarioTable = ({
  compared,
  focus,
}: {
  readonly compared: ScenariosCompared;
  readonly focus: CompareFocus;
}) => {
  const { t, format } = useMessages();
  const nameOf = useSideNames();
  return (
    <section className="compare-scenarios" aria-label={t('compare.question')}>
      <h2>{t('compare.question')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('compare.column.scenario')}</th>
            <th scope="col" className="number">
              {t('compare.column.conversion', { level: focus.levelName })}
            </th>
            <th scope="col" className="number">
              {t('compare.column.known')}
            </th>
            <th scope="col" className="number">
              {t('compare.column.unknown')}
            </th>
            <th scope="col" className="number">
              {t('compare.column.weekly', { level: focus.levelName })}
            </th>
            <th scope="col" className="number">
              {t('compare.column.caught')}
            </th>
          </tr>
        </thead>
        <tbody>
          {compared.scenarios.map((scenario) => {
            const { measures, weekly, side } = scenario;
            const { name, whose } = nameOf(scenario);
            return (
              <tr key={sideKey(side)} data-whose={whose}>
                <th scope="row" className="hue">
                  {name}
                </th>
                <td className="number">
                  {measures.rate === null ? '–' : format.rate(measures.rate, measures.interval)}
                </td>
                <td className="number">{format.count(measures.observed)}</td>
                <td className="number">{format.count(measures.unobserved)}</td>
                <td className="number">{format.decimal(weekly.mean)}</td>
                <td className="number">{format.count(measures.converted)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
