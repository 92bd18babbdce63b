import type { Choice } from './choice-field.tsx';
import './fields.css';

/** A label of more characters may be cut where there is little room: the whole of it is told. */
const LONG = 12;

/** A few choices side by side; the chosen one is pressed. */
export const Segments = <V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}) => (
  <fieldset className="segments" aria-label={props.label}>
    {props.choices.map((choice) => (
      <button
        type="button"
        key={choice.value}
        aria-pressed={choice.value === props.value}
        title={choice.label.length > LONG ? choice.label : undefined}
        onClick={() => props.onChange(choice.value)}
      >
        {choice.label}
      </button>
    ))}
  </fieldset>
);
