import { useId } from 'react';
import { Icon } from '../icon.tsx';
import { FieldFault } from './field-fault.tsx';
import './fields.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** One of a short list. A value that the list lacks is shown all the same, under its own name. */
export const ChoiceField = <V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
  readonly fault?: string | undefined;
}) => {
  const faultId = useId();
  const known = props.choices.some((choice) => choice.value === props.value);
  const choose = (value: string) => {
    const choice = props.choices.find((one) => one.value === value);
    if (choice !== undefined) props.onChange(choice.value);
  };
  return (
    <span className="field field-wide">
      <span className="field-choice">
        <select
          className="field-input"
          aria-label={props.label}
          aria-invalid={props.fault !== undefined}
          {...(props.fault === undefined ? {} : { 'aria-describedby': faultId })}
          value={props.value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {!known && <option value={props.value}>{props.value}</option>}
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="down" size={12} />
      </span>
      <FieldFault id={faultId} fault={props.fault} />
    </span>
  );
};
