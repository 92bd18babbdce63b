import type { ComponentType } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { useCompare } from '../../stores/use-stores.tsx';
import type { CompareFocus } from './compare-focus.ts';
import { COMPARE_VIEWS, type CompareView } from './compare-store.ts';
import { CourseView } from './course/course-view.tsx';
import { DifferenceView } from './difference/difference-view.tsx';
import { LineView } from './line/line-view.tsx';
import { SensitivityView } from './sensitivity/sensitivity-view.tsx';
import { WhereView } from './where/where-view.tsx';
import '../../components/tab-strip.css';

/** A view has its tab once it stands here. */
const COMPONENT_BY_VIEW: Readonly<Partial<Record<CompareView, ComponentType<{ readonly focus: CompareFocus }>>>> = {
  difference: DifferenceView,
  where: WhereView,
  line: LineView,
  course: CourseView,
  sensitivity: SensitivityView,
};

/** The views of a comparison behind tabs: arrow keys walk along them. */
export const CompareViews = ({ focus }: { readonly focus: CompareFocus }) => {
  const { t } = useMessages();
  const view = useCompare((state) => state.view);
  const show = useCompare((state) => state.show);
  const views = COMPARE_VIEWS.filter((one) => COMPONENT_BY_VIEW[one] !== undefined);
  const shown = views.includes(view) ? view : views[0];
  const View = shown === undefined ? undefined : COMPONENT_BY_VIEW[shown];
  const step = (by: number) => {
    const next = views.at((views.indexOf(shown ?? view) + by) % views.length);
    if (next === undefined) return;
    show(next);
    document.getElementById(`compare-tab-${next}`)?.focus();
  };
  if (shown === undefined || View === undefined) return null;
  return (
    <div className="compare-views">
      <div className="compare-tabs tab-strip" role="tablist" aria-label={t('compare.views')}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`compare-tab-${one}`}
            aria-selected={one === shown}
            aria-controls="compare-panel"
            tabIndex={one === shown ? 0 : -1}
            onClick={() => show(one)}
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight') step(1);
              if (key === 'ArrowLeft') step(-1);
            }}
          >
            {t(`compare.view.${one}`)}
          </button>
        ))}
      </div>
      <div className="compare-panel" id="compare-panel" role="tabpanel" aria-labelledby={`compare-tab-${shown}`}>
        <View focus={focus} />
      </div>
    </div>
  );
};
