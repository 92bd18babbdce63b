import type { CostsFault } from '../../../../../api/costs.ts';
import { useMessages } from '../../../../i18n/messages.tsx';

/** What has to be said before the file can be brought in, one sentence each. */
export const useFaultWords = (): ((fault: CostsFault) => readonly string[]) => {
  const { t } = useMessages();
  return (fault) => {
    if (fault.kind === 'missing') return fault.parts.map((part) => t(`costs.file.missing.${part}`));
    if (fault.kind === 'units')
      return [fault.isPercent ? t('costs.file.percent') : t('costs.file.units', { units: fault.units.join(', ') })];
    const [{ cell, line } = { cell: '', line: 0 }, other] = fault.places;
    if (other === undefined) return [t(`costs.file.ambiguous.${fault.kind}`, { cell, line })];
    const sides = { cell, line, otherCell: other.cell, otherLine: other.line };
    return [t(`costs.file.contradictory.${fault.kind}`, sides)];
  };
};
