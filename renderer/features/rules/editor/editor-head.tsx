import type { ReactNode } from 'react';
import type { ThingKind } from '../../../../core/rule-set/edit-ids.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { WHOLE } from '../selection.ts';
import { select } from '../use-selection.ts';
import { IdField } from './id-field.tsx';

/** Name, place and what can be done with the whole thing. */
export const EditorHead = (props: {
  readonly what: string;
  readonly name: string;
  readonly fault: string | undefined;
  readonly onRename: (name: string) => void;
  readonly closable?: boolean;
  readonly idOf?: { readonly kind: ThingKind; readonly id: string };
  readonly children?: ReactNode;
}) => {
  const { t } = useMessages();
  return (
    <div className="editor-head">
      <div className="editor-title">
        <h1>{props.what}</h1>
        {props.closable !== false && (
          <button
            type="button"
            className="tool small"
            aria-label={t('rules.editor.close')}
            onClick={() => select(WHOLE)}
          >
            <Icon name="cross" />
          </button>
        )}
      </div>
      <TextField label={t('rules.editor.name')} value={props.name} onChange={props.onRename} fault={props.fault} />
      {props.children}
      {props.idOf !== undefined && <IdField {...props.idOf} />}
    </div>
  );
};

export const HeadTool = (props: {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) => (
  <button type="button" className="head-tool" disabled={props.disabled} onClick={props.onClick}>
    {props.label}
  </button>
);
