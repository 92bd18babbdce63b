import type { Choice } from './choice-field.tsx';
import './fields.css';

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
        onClick={() => props.onChange(choice.value)}
      >
        {choice.label}
      </button>
    ))}
  </fieldset>
);
