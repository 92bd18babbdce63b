import { useId } from 'react';
import { FieldFault } from './field-fault.tsx';
import './fields.css';

export const TextField = (props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
  readonly placeholder?: string;
  readonly long?: boolean;
  /** Enter, or another field. */
  readonly onLeave?: () => void;
  readonly onEscape?: () => void;
}) => {
  const faultId = useId();
  const common = {
    'aria-label': props.label,
    'aria-invalid': props.fault !== undefined,
    ...(props.fault === undefined ? {} : { 'aria-describedby': faultId }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    value: props.value,
  } as const;
  return (
    <span className="field field-wide">
      {props.long === true ? (
        <textarea
          className="field-input field-long"
          rows={3}
          {...common}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          className="field-input"
          autoComplete="off"
          {...common}
          onBlur={props.onLeave}
          onKeyDown={({ key }) => {
            if (key === 'Enter') props.onLeave?.();
            if (key === 'Escape') props.onEscape?.();
          }}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
      <FieldFault id={faultId} fault={props.fault} />
    </span>
  );
};
