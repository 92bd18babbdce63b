import { Autocomplete, type ComboboxItem, type OptionsFilter, TagsInput } from '@mantine/core';
import { useId } from 'react';
import { Icon } from '../icon.tsx';
import { FieldFault } from './field-fault.tsx';
import './fields.css';

interface SuggestionProps {
  readonly label: string;
  readonly suggestions: readonly string[];
  readonly onOpen?: () => void;
  readonly placeholder?: string;
  /** Stands behind a suggestion: how often the history has it. */
  readonly countOf?: (suggestion: string) => string | undefined;
  readonly fault?: string | undefined;
}

const MOST_SHOWN = 100;

/** One text, with what the history holds offered while typing. */
export const SuggestionField = (
  props: SuggestionProps & { readonly value: string; readonly onChange: (value: string) => void },
) => {
  const faultId = useId();
  return (
    <span className="field field-wide">
      <Autocomplete
        {...common(props, faultId)}
        data={[...new Set(props.suggestions)]}
        value={props.value}
        onChange={props.onChange}
        filter={allUnlessTyping}
        rightSection={<Icon name="down" size={12} />}
        rightSectionPointerEvents="none"
      />
      <FieldFault id={faultId} fault={props.fault} />
    </span>
  );
};

/** Several texts; Enter adds what was typed, Backspace takes the last one away. */
export const SuggestionsField = (
  props: SuggestionProps & {
    readonly values: readonly string[];
    readonly onChange: (values: readonly string[]) => void;
  },
) => {
  const faultId = useId();
  return (
    <span className="field field-wide">
      <TagsInput
        {...common(props, faultId)}
        data={[...new Set(props.suggestions)]}
        value={[...props.values]}
        onChange={props.onChange}
        acceptValueOnBlur
        splitChars={['\n']}
        isDuplicate={(value, present) => present.includes(value)}
      />
      <FieldFault id={faultId} fault={props.fault} />
    </span>
  );
};

const common = (props: SuggestionProps, faultId: string) => ({
  'aria-label': props.label,
  'aria-invalid': props.fault !== undefined,
  ...(props.fault === undefined ? {} : { 'aria-describedby': faultId }),
  ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
  ...(props.onOpen === undefined ? {} : { onDropdownOpen: props.onOpen }),
  renderOption: ({ option }: { readonly option: { readonly value: string } }) => (
    <span className="suggestion">
      <span>{option.value}</span>
      {props.countOf !== undefined && <span className="hint">{props.countOf(option.value)}</span>}
    </span>
  ),
  size: 'xs',
  limit: MOST_SHOWN,
  className: 'field-suggestions',
  // In its place in the page, so that it lies within a landmark and behind the field in the tab order.
  comboboxProps: { withinPortal: false, transitionProps: { duration: 0 }, shadow: 'none', offset: 2 },
});

/** A text that is an option already is no search: all the options are offered. */
const allUnlessTyping: OptionsFilter = ({ options, search, limit }) => {
  const items = options.filter((option): option is ComboboxItem => 'value' in option);
  const sought = search.trim().toLowerCase();
  if (items.some((item) => item.label.toLowerCase() === sought)) return items.slice(0, limit);
  return items.filter((item) => item.label.toLowerCase().includes(sought)).slice(0, limit);
};
