import { useMessages } from '../../../i18n/messages.tsx';
import { useCompare } from '../../../stores/use-stores.tsx';
import { AXIS_HEIGHT, ROW } from './scenario-plot.tsx';
import type { ScenarioRow } from './use-scenario-rows.ts';

/** Under the picture of the table a choice for each row: the one that is chosen becomes B. Arrow keys walk and choose. */
export const ScenarioChoices = ({ rows, width }: { readonly rows: readonly ScenarioRow[]; readonly width: number }) => {
  const { t } = useMessages();
  const chooseB = useCompare((state) => state.chooseB);
  const chosen = rows.findIndex(({ isB }) => isB);
  const choose = (index: number) => {
    const row = rows.at(index % rows.length);
    if (row === undefined) return;
    chooseB(row.side);
    document.getElementById(`compare-b-${row.key}`)?.focus();
  };
  return (
    <div className="scenarios-choices" role="radiogroup" aria-label={t('compare-scenarios.chooseB')} style={{ width }}>
      {rows.map((row, index) => (
        <button
          key={row.key}
          id={`compare-b-${row.key}`}
          type="button"
          role="radio"
          aria-checked={row.isB}
          aria-label={wordsOf(row, t)}
          title={row.name}
          tabIndex={index === Math.max(0, chosen) ? 0 : -1}
          style={{ top: AXIS_HEIGHT + index * ROW + 1, height: ROW - 1 }}
          onClick={() => chooseB(row.side)}
          onKeyDown={(event) => {
            const by = STEPS[event.key];
            if (by === undefined) return;
            event.preventDefault();
            choose(index + by);
          }}
        />
      ))}
    </div>
  );
};

const STEPS: Readonly<Record<string, number | undefined>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

const wordsOf = (row: ScenarioRow, t: ReturnType<typeof useMessages>['t']): string =>
  t('compare-scenarios.rowWords', {
    name: row.name,
    origin: row.origin,
    conversion: row.conversion,
    known: row.known,
    unknown: row.unknown,
    weekly: row.weekly,
    caught: row.caught,
    difference: row.difference,
  });
