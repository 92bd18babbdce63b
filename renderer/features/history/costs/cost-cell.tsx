import { type KeyboardEvent, useId, useState } from 'react';
import { FieldFault } from '../../../components/fields/field-fault.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useWorkshop } from '../../../stores/use-stores.tsx';
import { typedCents, writtenCents } from './costs-model.ts';

interface CostCellProps {
  readonly label: string;
  readonly amountCents: number | null;
  readonly store: (amountCents: number | null) => Promise<void>;
}

/** Stored on Enter or on leaving; Escape goes back. What is no amount stays, with its fault, and is not stored. */
export const CostCell = ({ label, amountCents, store }: CostCellProps) => {
  const { t } = useMessages();
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly === true);
  const faultId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isFaulty = typed !== null && typedCents(typed) === undefined;
  const keep = async () => {
    if (typed === null) return;
    const cents = typedCents(typed);
    if (cents === undefined) return;
    if (cents !== amountCents) await store(cents);
    // Only now: the figures that came with the answer have the same amount, so that the cell does not flash.
    setTyped((now) => (now === typed ? null : now));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void keep();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <span className="field">
      <input
        className="field-input field-number"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isFaulty}
        {...(isFaulty ? { 'aria-describedby': faultId } : {})}
        value={typed ?? writtenCents(amountCents)}
        disabled={isReadOnly}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => void keep()}
      />
      <FieldFault id={faultId} fault={isFaulty ? t('costs.writeAmount') : undefined} />
    </span>
  );
};
