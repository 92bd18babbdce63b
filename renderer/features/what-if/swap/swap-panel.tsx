import { type KeyboardEvent, useState } from 'react';
import type { SwapSummary } from '../../../../api/contract.ts';
import type { SwapName } from '../../../../api/frame.ts';
import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import type { FrameRequest } from '../../../stores/frame-store.ts';
import type { CardProps } from '../view.ts';
import { SwapList } from './swap-list.tsx';
import '../../../components/tab-strip.css';
import './swap.css';

const LISTS: readonly SwapName[] = ['gained', 'lost', 'kept'];

/** Who comes in, who falls out, who stays: by name, with what became of them. */
export const SwapPanel = ({ view, frame, request }: CardProps & { readonly request: FrameRequest }) => {
  const { t, format } = useMessages();
  const [chosen, choose] = useState<SwapName>('lost');
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? LISTS.length - 1 : 0;
    if (by === 0) return;
    const next = LISTS[(LISTS.indexOf(chosen) + by) % LISTS.length] ?? chosen;
    choose(next);
    document.getElementById(`swap-${next}`)?.focus();
  };
  return (
    <section className="swap" aria-label={t('what-if.swap')} data-frame={frame}>
      <div className="swap-head">
        <div className="swap-tabs tab-strip" role="tablist" aria-label={t('what-if.swap')}>
          {LISTS.map((list) => (
            <button
              key={list}
              id={`swap-${list}`}
              type="button"
              role="tab"
              aria-selected={list === chosen}
              aria-controls="swap-list"
              tabIndex={list === chosen ? 0 : -1}
              onClick={() => choose(list)}
              onKeyDown={step}
            >
              {t(`what-if.swap.${list}`, { count: format.count(view.pair.swap[list].leads) })}
            </button>
          ))}
        </div>
        <Summary swap={view.pair.swap[chosen]} />
      </div>
      <div id="swap-list" className="swap-body" role="tabpanel" aria-labelledby={`swap-${chosen}`}>
        <SwapList key={chosen} request={request} leads={view.pair.scenario.leads} list={chosen} />
      </div>
    </section>
  );
};

const Summary = ({ swap }: { readonly swap: SwapSummary }) => {
  const { t, format } = useMessages();
  const { leads, observed, converted, rate, interval, unobserved, immature } = swap;
  if (leads === 0) return null;
  const counts = { converted: format.count(converted), observed: format.count(observed) };
  const known =
    rate === null
      ? t('what-if.swap.unknown')
      : converted < LEAST_SQLS
        ? t('what-if.swap.few', counts)
        : t('what-if.swap.known', { ...counts, rate: format.rate(rate, interval) });
  const parts = [
    known,
    ...(unobserved > 0 ? [t('what-if.swap.unobserved', { count: format.count(unobserved) })] : []),
    ...(immature > 0 ? [t('what-if.swap.immature', { count: format.count(immature) })] : []),
  ];
  const words = parts.join(' · ');
  return (
    <span className="swap-summary secondary ellipsis" title={words}>
      {words}
    </span>
  );
};
