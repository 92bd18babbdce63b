import { type KeyboardEvent, useId, useState } from 'react';
import { useMessages } from '../../i18n/messages.tsx';
import { FieldFault } from './field-fault.tsx';
import './fields.css';

interface Common {
  readonly label: string;
  readonly fault?: string | undefined;
  readonly placeholder?: string;
  readonly width?: number;
  readonly disabled?: boolean;
}

type NumberFieldProps = Common &
  (
    | { readonly value: number; readonly optional?: false; readonly onChange: (value: number) => void }
    | {
        readonly value: number | undefined;
        readonly optional: true;
        readonly onChange: (value: number | undefined) => void;
      }
  );

/**
 * A number as it is typed. What is no number stays in the field with its fault, and is not handed on; an empty optional
 * field hands on undefined. Arrow keys step by one, with Shift by ten; Escape goes back to the value.
 */
export const NumberField = (props: NumberFieldProps) => {
  const { t } = useMessages();
  const faultId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? written(props.value);
  const unreadable = typed !== null && numberOf(typed) === null && !(props.optional === true && typed.trim() === '');
  const fault = unreadable ? t('field.writeNumber') : props.fault;
  const type = (text: string) => {
    setTyped(text);
    const value = numberOf(text);
    if (value !== null) props.onChange(value);
    else if (props.optional === true && text.trim() === '') props.onChange(undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(null);
    const step = STEP_BY_KEY[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setTyped(null);
    props.onChange(rounded((props.value ?? 0) + step * (event.shiftKey ? 10 : 1)));
  };
  return (
    <span className="field">
      <input
        className="field-input field-number"
        inputMode="decimal"
        autoComplete="off"
        aria-label={props.label}
        aria-invalid={fault !== undefined}
        {...(fault === undefined ? {} : { 'aria-describedby': faultId })}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        style={{ width: props.width ?? 56 }}
        value={shown}
        disabled={props.disabled}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => !unreadable && setTyped(null)}
      />
      <FieldFault id={faultId} fault={fault} />
    </span>
  );
};

const STEP_BY_KEY: Readonly<Record<string, number | undefined>> = { ArrowUp: 1, ArrowDown: -1 };

/** Takes a comma for the decimal point and a typographic minus; null for anything that is no number. */
export const numberOf = (text: string): number | null => {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/u.test(plain) ? Number(plain) : null;
};

const written = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value).replace('-', '−');

const rounded = (value: number): number => Math.round(value * 100) / 100;
