import { useState } from 'react';
import type { Failure } from '../../../../api/reply.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { levelOf, optionsOf } from '../../../stores/scenario-store.ts';
import { useScenario, useStores, useWorkshop } from '../../../stores/use-stores.tsx';

const SIZES = { least: 20, most: 40, usual: 20 };

/** One click draws a panel; how many leads, and from which seed, can be said before. */
export const DrawForm = (props: {
  readonly count: number;
  readonly canGoBack: boolean;
  readonly onDrawn: () => Promise<void>;
}) => {
  const { t, format } = useMessages();
  const { client } = useStores();
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly ?? false);
  const levelId = useScenario(levelOf);
  const level = useScenario((state) => state.ruleSet?.levels.find(({ id }) => id === levelId));
  const options = useScenario(optionsOf);
  const [size, setSize] = useState(SIZES.usual);
  const [seed, setSeed] = useState(props.count + 1);
  const [isDrawing, setIsDrawing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const draw = async () => {
    if (level === undefined) return;
    setIsDrawing(true);
    const name = t('panel.name', { number: props.count + 1 });
    const reply = await client('panel.draw', { level: level.id, options, key: 'panel.draw', name, seed, size });
    setIsDrawing(false);
    if (!reply.ok) {
      setFailure(reply.error);
      return;
    }
    await props.onDrawn();
    window.location.hash = hashOf('panel', String(reply.value.id));
  };
  return (
    <section className="panel-draw" aria-label={t('panel.draw.title')}>
      <h1>{t('panel.draw.title')}</h1>
      <p>{t('panel.draw.intro')}</p>
      {failure !== null && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {level === undefined ? (
        <p className="secondary">{t('panel.draw.noLevel')}</p>
      ) : (
        <p className="secondary">
          {t('panel.draw.level', { level: level.name, threshold: format.points(level.total) })}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void draw();
        }}
      >
        <label>
          <span>{t('panel.draw.size', { size })}</span>
          <input
            type="range"
            min={SIZES.least}
            max={SIZES.most}
            step={2}
            value={size}
            onChange={(event) => setSize(Number(event.currentTarget.value))}
          />
        </label>
        <label>
          <span title={t('panel.draw.seedHelp')}>{t('panel.draw.seed')}</span>
          <input
            className="field-input field-number"
            type="number"
            min={0}
            max={2_147_483_647}
            step={1}
            value={seed}
            title={t('panel.draw.seedHelp')}
            onChange={(event) => setSeed(Math.max(0, Math.trunc(Number(event.currentTarget.value))))}
          />
        </label>
        <div className="panel-actions">
          <button type="submit" className="button primary" disabled={level === undefined || isReadOnly || isDrawing}>
            {isDrawing ? t('panel.draw.working') : t('panel.draw.go', { size })}
          </button>
          {props.canGoBack && (
            <a className="button" href={hashOf('panel')}>
              {t('panel.draw.back')}
            </a>
          )}
        </div>
      </form>
    </section>
  );
};
