import { useState } from 'react';

/** Words in their place; what is typed is handed on when the field is left. */
export const WordsField = (props: {
  readonly label: string;
  readonly value: string;
  /** Stands where there are no words and none can be written. */
  readonly empty: string;
  readonly onChange: ((value: string) => void) | undefined;
}) => {
  const [typed, setTyped] = useState<string | null>(null);
  const { value, onChange } = props;
  if (onChange === undefined)
    return <p className="term-words">{value === '' ? <span className="hint">{props.empty}</span> : value}</p>;
  return (
    <textarea
      className="field-input field-long"
      rows={3}
      aria-label={props.label}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== null && typed.trim() !== value) onChange(typed.trim());
        setTyped(null);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setTyped(null);
      }}
    />
  );
};
