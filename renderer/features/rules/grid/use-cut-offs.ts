import type { CutOffs, GridAxis } from '../../../../api/grade-grid.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useGrid } from '../../../stores/use-stores.tsx';
import { isFigure } from './grid-store.ts';

export interface CutOffEdges {
  readonly values: CutOffs;
  /** By cut-off: what is wrong with it. */
  readonly faults: readonly (string | undefined)[];
  readonly change: (grade: number, value: number) => void;
}

/** The cut-offs of an axis as they are typed. */
export const useCutOffs = (axis: GridAxis): CutOffEdges => {
  const { t, format } = useMessages();
  const { dimension } = axis;
  const values = useGrid((state) => state.drafts[dimension] ?? state.cutOffs[dimension]) ?? axis.cutOffs;
  const cut = useGrid((state) => state.cut);
  const faults = values.map((value, grade) => {
    const better = values[grade - 1];
    if (!isFigure(value)) return t('grid.cut.twoDecimals');
    return better !== undefined && value >= better ? t('grid.cut.less', { better: format.points(better) }) : undefined;
  });
  return {
    values,
    faults,
    change: (grade, value) => {
      const [first, second, third] = values.map((one, index) => (index === grade ? value : one));
      if (first === undefined || second === undefined || third === undefined) return;
      cut(dimension, [first, second, third]);
    },
  };
};
