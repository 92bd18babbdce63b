import type { ScenariosCompared } from '../../../../api/compare-scenarios.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { Swatch } from '../../../components/marks.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useCompare } from '../../../stores/use-stores.tsx';
import { type CompareFocus, sideKey } from '../compare-focus.ts';
import { useSideNames } from '../use-compare-focus.ts';
import { ScenarioChoices } from './scenario-choices.tsx';
import { scenarioFigures } from './scenario-figures.ts';
import { AXIS_HEIGHT, heightOf, ScenarioPlot } from './scenario-plot.tsx';
import { useScenarioRows } from './use-scenario-rows.ts';
import './scenarios.css';

/** More than this are scrolled to; the half of one says so. */
const MOST_ROWS = 5.5;
const HEADER = 24;
const EDGES = 12;

/** Every scenario at the level, the historical hand-over among them; the row that is chosen is what the views tell. */
export const ScenarioTable = ({
  compared,
  focus,
}: {
  readonly compared: ScenariosCompared;
  readonly focus: CompareFocus;
}) => {
  const { t } = useMessages();
  const rows = useScenarioRows(compared, focus);
  const shown = Math.min(MOST_ROWS, rows.length);
  return (
    <div className="compare-scenarios" style={{ height: HEADER + AXIS_HEIGHT + heightOf(shown) + EDGES }}>
      <ChartCard
        question={t('compare.question')}
        legend={[
          { mark: <Swatch kind="interval" />, label: t('compare-scenarios.interval') },
          { mark: <Swatch kind="hatch" />, label: t('compare-scenarios.bounds') },
        ]}
        tools={<ToldAgainst compared={compared} focus={focus} />}
        table={scenarioFigures(compared, rows, focus, t)}
      >
        {(width, height) => (
          <div className="scenarios-scroll" style={{ height }}>
            <ScenarioChoices rows={rows} width={width} />
            <ScenarioPlot rows={rows} focus={focus} width={width} title={t('compare.question')} />
          </div>
        )}
      </ChartCard>
    </div>
  );
};

/** Chooses A. */
const ToldAgainst = ({ compared, focus }: { readonly compared: ScenariosCompared; readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const nameOf = useSideNames(compared);
  const chooseA = useCompare((state) => state.chooseA);
  return (
    <span className="scenarios-against">
      <span className="secondary">{t('compare-scenarios.toldAgainst')}</span>
      <ChoiceField
        label={t('compare-scenarios.chooseA')}
        value={sideKey(focus.a.side)}
        choices={compared.scenarios.map((scenario) => ({
          value: sideKey(scenario.side),
          label: nameOf(scenario).name,
        }))}
        onChange={(key) => {
          const found = compared.scenarios.find(({ side }) => sideKey(side) === key);
          if (found !== undefined) chooseA(found.side);
        }}
      />
    </span>
  );
};
