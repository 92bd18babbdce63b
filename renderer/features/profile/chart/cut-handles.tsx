import type { AttributeProfile } from '../../../../api/profile.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useProfile } from '../../../stores/use-stores.tsx';
import { cutsOf } from '../cuts/cuts-of.ts';
import { cutWords } from '../model/row-words.ts';
import { CutHandle } from './cut-handle.tsx';
import type { ChartFrame } from './level-chart.tsx';

/** A line between each two bands, to be dragged; none while a cut has just come or gone. */
export const CutHandles = ({ profile, frame }: { readonly profile: AttributeProfile; readonly frame: ChartFrame }) => {
  const messages = useMessages();
  const { t } = messages;
  const own = useProfile((state) => state.cutPoints);
  const cuts = cutsOf(profile, own);
  const bands = profile.levels.filter(({ kind }) => kind === 'band').length;
  if (cuts.length !== bands - 1) return null;
  const words = cuts.map((cut) => cutWords(messages, cut, profile.kind));
  const widest = Math.max(0, ...words.map((word) => word.length)) * FIGURE_WIDTH;
  return (
    <>
      {cuts.map((_, index) => (
        <CutHandle
          key={t('profile.cuts.handle', { number: index + 1, attribute: profile.attribute })}
          profile={profile}
          cuts={cuts}
          index={index}
          words={words[index] ?? ''}
          frame={frame}
          row={widest > frame.slot - 4 ? index % 2 : 0}
        />
      ))}
    </>
  );
};

/** Of Inter at 12 px. */
const FIGURE_WIDTH = 7;
